import { z } from 'zod';
import { AlikePlace } from '../alike/alike.ts';

/**
 * Words that are looked for in transcriptions; each of `words` by itself. `folded`: letters that look
 * alike (ʼ ’ ') and capitals count as the same; `wholeWords`: what is found must not be part of a longer word.
 */
export const OccurrenceSearch = z.strictObject({
  words: z.array(z.string().min(1).max(1000)).min(1).max(2000),
  folded: z.boolean(),
  wholeWords: z.boolean(),
});
export type OccurrenceSearch = z.infer<typeof OccurrenceSearch>;

/** A place where words stand, and the tags of the annotations that stand on these very words already. */
export const OccurrencePlace = AlikePlace.extend({ tagIds: z.array(z.uuid()) });
export type OccurrencePlace = z.infer<typeof OccurrencePlace>;

/** What tells one place from all others. */
export const OccurrenceKey = OccurrencePlace.pick({
  cableId: true,
  version: true,
  from: true,
  to: true,
});
export type OccurrenceKey = z.infer<typeof OccurrenceKey>;

/** Words that are nearly those looked for, as the texts have them, and at how many places. They may be looked for as well. */
export const Variant = z.strictObject({ words: z.string(), places: z.int().positive() });
export type Variant = z.infer<typeof Variant>;

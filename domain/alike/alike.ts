import { z } from 'zod';

/**
 * What is looked for in transcriptions, and what is to stand in its place. `folded`: letters that look
 * alike (ʼ ’ ') and capitals count as the same; `wholeWords`: what is found must not be part of a longer word.
 */
export const AlikeSearch = z.strictObject({
  find: z.string().min(1).max(1000),
  replace: z.string().max(1000),
  folded: z.boolean(),
  wholeWords: z.boolean(),
});
export type AlikeSearch = z.infer<typeof AlikeSearch>;

/**
 * One place in a transcription: `[from, to)` of its text in `version` (UTF-16 code units), with the
 * words before and after it.
 */
export const AlikePlace = z.strictObject({
  cableId: z.uuid(),
  title: z.string(),
  version: z.int().nonnegative(),
  from: z.int().nonnegative(),
  to: z.int().nonnegative(),
  before: z.string(),
  found: z.string(),
  after: z.string(),
});
export type AlikePlace = z.infer<typeof AlikePlace>;

/** What tells one place from all others. */
export const AlikeKey = AlikePlace.pick({ cableId: true, version: true, from: true });
export type AlikeKey = z.infer<typeof AlikeKey>;

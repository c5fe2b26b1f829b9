import { z } from 'zod';
import { partsCharacter } from '../text/characters.ts';

/**
 * An annotation as lists over the whole library show it. `quote` are its words, those of several
 * passages with “ … ” between them, at most 300 UTF-16 code units; empty for one on the whole cable.
 * `note` is the beginning of its note, as long.
 */
export const AnnotationSummary = z.strictObject({
  id: z.uuid(),
  cableId: z.uuid(),
  title: z.string(),
  quote: z.string(),
  tagIds: z.array(z.uuid()),
  note: z.string(),
  creator: z.string(),
  modified: z.iso.datetime(),
});
export type AnnotationSummary = z.infer<typeof AnnotationSummary>;

/** How long quote and note of a summary are at most, in UTF-16 code units. */
const LONGEST = 300;

/** The beginning of a text as a summary tells it; where something is left out it ends with `…`. */
export function beginningOf(text: string): string {
  if (text.length <= LONGEST) return text;
  const end = LONGEST - 1;
  return `${text.slice(0, partsCharacter(text, end) ? end - 1 : end)}…`;
}

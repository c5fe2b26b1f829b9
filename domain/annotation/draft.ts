import { z } from 'zod';
import { Side } from './annotation.ts';

/** A stretch `[from, to)` of one side's text, in UTF-16 code units. */
export const Passage = z.strictObject({
  side: Side,
  from: z.int().nonnegative(),
  to: z.int().nonnegative(),
});
export type Passage = z.infer<typeof Passage>;

/**
 * An annotation to be made: on these passages, or without any on the whole cable. `version` is that of
 * the transcription shown; an original is always version 0.
 */
export const AnnotationDraft = z.strictObject({
  cableId: z.uuid(),
  ranges: z.array(Passage).max(1000),
  version: z.int().nonnegative(),
  tagIds: z.array(z.uuid()),
  note: z.string(),
});
export type AnnotationDraft = z.infer<typeof AnnotationDraft>;

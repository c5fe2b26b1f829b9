import { z } from 'zod';

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

import { z } from 'zod';

/**
 * A printed edition from which cables were taken, as the header of its file describes it; empty where it
 * does not. `title` is the whole title, `series` and `volume` its parts where the header tells them apart.
 */
export const Edition = z.strictObject({
  sha256: z.string().length(64),
  fileName: z.string(),
  title: z.string(),
  series: z.string(),
  volume: z.string(),
  editors: z.array(z.string()),
  publisher: z.string(),
  published: z.string(),
});
export type Edition = z.infer<typeof Edition>;

/** What the lists of an edition say of whom or what its texts point to by `pointer` (`p_RD3`). */
export const EditionName = z.strictObject({
  pointer: z.string(),
  name: z.string(),
  description: z.string(),
});
export type EditionName = z.infer<typeof EditionName>;

/**
 * Where a cable comes from: the edition, the document in it by its name there (`d64`), and what the
 * edition's lists say of the names in it.
 */
export const CableEdition = z.strictObject({
  edition: Edition,
  document: z.string(),
  names: z.array(EditionName),
});
export type CableEdition = z.infer<typeof CableEdition>;

/** An edition on its way into the library, with all that its lists say. */
export interface NewEdition extends Edition {
  readonly names: readonly EditionName[];
}

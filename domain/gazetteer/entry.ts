import { z } from 'zod';

/**
 * What a name is the name of (TEI: `persName`, `placeName`, `orgName`, `abbr` and `gloss`); a `term` is a
 * word of the trade, such as telegraphese has.
 */
export const EntryKind = z.enum(['person', 'place', 'organisation', 'abbreviation', 'term']);
export type EntryKind = z.infer<typeof EntryKind>;

/**
 * A name that is known, with the other forms in which it is written and what it means. Entries are
 * where proposals to tag come from, and what is said of a word on hover.
 */
export const GazetteerEntry = z.strictObject({
  id: z.uuid(),
  kind: EntryKind,
  /** The name as it is listed: “Khrushchev, Nikita S.”, “NIACT”. */
  name: z.string().trim().min(1).max(500),
  /** Other forms in which texts have it, without the name itself. */
  forms: z.array(z.string().trim().min(1).max(500)).max(200),
  description: z.string().max(10_000),
  /** Where it comes from: a file's name, a work; empty where somebody wrote it. */
  source: z.string().max(1000),
});
export type GazetteerEntry = z.infer<typeof GazetteerEntry>;

/** An entry, and whether it is the library's own or one that the program brings along. */
export const ListedEntry = z.strictObject({ entry: GazetteerEntry, own: z.boolean() });
export type ListedEntry = z.infer<typeof ListedEntry>;

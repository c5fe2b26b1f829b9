import { z } from 'zod';

/**
 * The kinds of stand-off markup. Each names what a stretch of the original is; TEI elements in
 * brackets: heading (head), paragraph (p), listItem (item), pageBreak (pb), noteReference (ref),
 * note (note), signature (signed), stamp (stamp), runningHead (fw), routing (div type="routing"),
 * formField (label, metamark), deletion (del), illegible (gap, del with gap), supplied (supplied).
 * What words name is there where an edition has marked it: person (persName), organisation (orgName),
 * place (placeName), term (gloss, term), date (date).
 */
export const StructureType = z.enum([
  'heading',
  'paragraph',
  'listItem',
  'pageBreak',
  'noteReference',
  'note',
  'signature',
  'stamp',
  'runningHead',
  'routing',
  'formField',
  'deletion',
  'illegible',
  'supplied',
  'person',
  'organisation',
  'place',
  'term',
  'date',
]);
export type StructureType = z.infer<typeof StructureType>;

/**
 * One piece of structure over `[from, to)` of the original (UTF-16 code units).
 *
 * - `label`: what the piece is called in the document: the page ("864"), the mark of a note
 *   reference ("0"), the number a note is listed under ("1"), the label of a list item ("(a)"); of a
 *   person, organisation, place or term what the edition points to ("p_RD3"), of a date what it is in
 *   ISO 8601; null where it has none.
 * - `note`: for a noteReference the index (from 0, in reading order) of the note it points to among
 *   the cable's pieces of type `note`; null where the list holds no such note, and for all else.
 */
export const Structure = z.strictObject({
  type: StructureType,
  from: z.int().nonnegative(),
  to: z.int().nonnegative(),
  label: z.string().nullable(),
  note: z.int().nonnegative().nullable(),
});
export type Structure = z.infer<typeof Structure>;

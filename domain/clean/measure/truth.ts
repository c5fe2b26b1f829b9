import { z } from 'zod';

/** A place in a text, in UTF-16 code units, with what stands there. */
const Place = z.object({ text: z.string(), start_utf16: z.int(), end_utf16: z.int() });

/** The parts of a source note as the edition prints them; null where it says nothing. */
const SourceFields = z.object({
  file_number: z.string().nullable(),
  classification: z.string().nullable(),
  drafted_by: z.string().nullable(),
  cleared_by: z.string().nullable(),
  repeated_to: z.string().nullable(),
  received: z.string().nullable(),
});
export type SourceFields = z.infer<typeof SourceFields>;

/**
 * What a document of the edition says of itself and a plain text of it has lost: the format
 * "frus-seedlike-truth/1", made from the TEI of the FRUS volumes. Only what is measured is read.
 */
export const Truth = z.object({
  name: z.string(),
  title: z.string(),
  document_number: z.string().nullable(),
  telegram_number: Place.nullable(),
  signatory: Place.nullable(),
  source_note: Place.extend({ fields: SourceFields }).nullable(),
  page_markers: z.array(Place.extend({ page: z.string() })),
  footnote_references: z.array(Place.extend({ digits: z.string(), listed_as: z.int() })),
  notes: z.array(Place.extend({ listed_as: z.int() })),
  reading_text: z.array(z.object({ role: z.string(), text: z.string() })),
});
export type Truth = z.infer<typeof Truth>;

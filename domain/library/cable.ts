import { z } from 'zod';
import { StoredChange } from '../change/decision.ts';
import { CableEdition } from '../edition/edition.ts';
import { Emendation } from '../emendation/emendation.ts';
import { FieldEmendation } from '../metadata/field-emendation.ts';
import { MetadataEntry } from '../metadata/metadata.ts';
import { Review } from '../review/review.ts';
import { Structure } from '../structure/structure.ts';

/** One line of the library's list. Fields that the cable does not tell are null; of several values it has the first. */
export const CableSummary = z.strictObject({
  id: z.uuid(),
  title: z.string(),
  number: z.string().nullable(),
  telegramNumber: z.string().nullable(),
  kind: z.string().nullable(),
  date: z.string().nullable(),
  from: z.string().nullable(),
  to: z.string().nullable(),
  signatory: z.string().nullable(),
  classification: z.string().nullable(),
  annotations: z.int().nonnegative(),
  proposals: z.int().nonnegative(),
  review: Review,
  imported: z.iso.datetime(),
});
export type CableSummary = z.infer<typeof CableSummary>;

/** What a cable is known by where only its name is shown. */
export const CableName = CableSummary.pick({ id: true, title: true, number: true, date: true });
export type CableName = z.infer<typeof CableName>;

/** How an original's bytes are to be read. */
export const TextEncoding = z.enum(['utf-8', 'utf-8-bom', 'utf-16le', 'utf-16be', 'windows-1252']);
export type TextEncoding = z.infer<typeof TextEncoding>;

/** How an original is written: plainly, or in the markup of the Text Encoding Initiative. */
export const OriginalFormat = z.enum(['text', 'tei']);
export type OriginalFormat = z.infer<typeof OriginalFormat>;

/**
 * An original as it was imported. `text` is what `bytes` say in `encoding`, without byte order mark
 * and with line ends as `\n`; `sha256` is that of the bytes, in hexadecimal.
 */
export const Original = z.strictObject({
  text: z.string(),
  fileName: z.string(),
  sha256: z.string().length(64),
  byteLength: z.int().nonnegative(),
  encoding: TextEncoding,
  format: OriginalFormat,
  importedAt: z.iso.datetime(),
});
export type Original = z.infer<typeof Original>;

/**
 * A whole cable for the workbench. The transcription is not sent: the window computes it from
 * original, changes and emendations as the store does. `metadata` is what cleaning found; where
 * `fieldEmendations` has a field, that is what is shown. `version` counts the states the transcription
 * has had. `place` is the reader's place: the position in the original at the top of
 * the pane when the cable was last left. `edition` is where it was taken from, if it was a document
 * of one.
 */
export const Cable = z.strictObject({
  summary: CableSummary,
  original: Original,
  changes: z.array(StoredChange),
  structure: z.array(Structure),
  metadata: z.array(MetadataEntry),
  fieldEmendations: z.array(FieldEmendation),
  emendations: z.array(Emendation),
  version: z.int().nonnegative(),
  place: z.int().nonnegative(),
  edition: CableEdition.nullable(),
});
export type Cable = z.infer<typeof Cable>;

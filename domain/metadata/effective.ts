import type { FieldEmendation } from './field-emendation.ts';
import type { MetadataEntry, MetadataField } from './metadata.ts';

/** What is known of a cable: what cleaning found, and what editors read in its place. */
export interface Known {
  readonly metadata: readonly MetadataEntry[];
  readonly fieldEmendations: readonly FieldEmendation[];
}

/** The fields that may have several values. */
export const severalValues: ReadonlySet<MetadataField> = new Set<MetadataField>([
  'from',
  'to',
  'info',
  'handling',
  'distribution',
  'drafter',
  'clearance',
  'approver',
  'repeatedTo',
  'controlNumber',
  'fileNumber',
  'archiveNumber',
]);

/** The fields that hold a date. */
export const datedFields: ReadonlySet<MetadataField> = new Set<MetadataField>(['date', 'received']);

/** What an editor reads in a field; null where it is left to the cleaning. */
export function emendationOf({ fieldEmendations }: Known, field: MetadataField) {
  return fieldEmendations.find((emendation) => emendation.field === field) ?? null;
}

/** What cleaning found in a field. */
export function foundIn({ metadata }: Known, field: MetadataField): MetadataEntry[] {
  return metadata.filter((entry) => entry.field === field);
}

/** The values of a field as they hold: the editor's where there are some, else what cleaning found. */
export function valuesOf(known: Known, field: MetadataField): readonly string[] {
  return emendationOf(known, field)?.values ?? foundIn(known, field).map(({ value }) => value);
}

import { valuesOf, type Known } from '../../../domain/metadata/effective.ts';
import type { MetadataField } from '../../../domain/metadata/metadata.ts';
import { indexedText } from '../../../domain/search/fold.ts';

/** The columns of the index that hold what is known of a cable, and the fields whose words each has. */
export const fieldColumns = {
  title: ['title'],
  sender: ['from'],
  recipient: ['to', 'info', 'repeatedTo'],
  signatory: ['signatory'],
  people: ['drafter', 'clearance', 'approver'],
  place: ['place'],
  file: ['fileNumber', 'archiveNumber', 'controlNumber'],
  facts: [
    ...(['number', 'kind', 'telegramNumber', 'date', 'classification', 'handling'] as const),
    ...(['precedence', 'distribution', 'received'] as const),
  ],
} as const satisfies Record<string, readonly MetadataField[]>;
export type FieldColumn = keyof typeof fieldColumns;

/** All columns of the index. */
export type IndexColumn = 'original' | 'transcription' | FieldColumn;

/** What cables are counted by, and the fields that hold its values. */
export const facetFields = {
  classification: ['classification'],
  kind: ['kind'],
  date: ['date'],
  sender: ['from'],
  recipient: ['to', 'info', 'repeatedTo'],
  signatory: ['signatory'],
} as const satisfies Record<string, readonly MetadataField[]>;
export type Facet = keyof typeof facetFields;

/** The facets, in the order of their columns. */
export const facets = Object.keys(facetFields) as readonly Facet[];

/** The facets of which a cable has one value; of the others it may have several. */
const single: ReadonlySet<Facet> = new Set<Facet>(['classification', 'kind', 'date', 'signatory']);

/** The first values of the fields that the list shows. */
export interface LineFields {
  readonly title: string;
  readonly number: string | null;
  readonly telegramNumber: string | null;
  readonly kind: string | null;
  readonly date: string | null;
  readonly from: string | null;
  readonly to: string | null;
  readonly signatory: string | null;
  readonly classification: string | null;
}

/** What is known of a cable as the list shows it; what has no title goes by the name of its file. */
export function lineFields(known: Known, fileName: string): LineFields {
  const first = (field: MetadataField) => valuesOf(known, field)[0] ?? null;
  return {
    title: first('title') ?? fileName,
    number: first('number'),
    telegramNumber: first('telegramNumber'),
    kind: first('kind'),
    date: first('date'),
    from: first('from'),
    to: first('to'),
    signatory: first('signatory'),
    classification: first('classification'),
  };
}

/**
 * The key of the list's order: date, number, title. Undated cables come after dated ones, those
 * without a number after those with one.
 */
export function sortKey({ date, number, title }: LineFields): string {
  return `${date ?? '9999'} ${number === null ? '99999999 ' : numberKey(number)} ${title}`;
}

/** A number such as `62a` so that as texts they have the order of the numbers. */
export function numberKey(number: string): string {
  const digits = /^\s*(\d{1,15})/u.exec(number)?.[1] ?? '0';
  return `${digits.replace(/^0+(?=\d)/u, '').padStart(8, '0')} ${number}`;
}

/** What a cable has in a facet: its values, each once. */
export function facetValues(known: Known, facet: Facet): readonly string[] {
  const fields: readonly MetadataField[] = facetFields[facet];
  const values = fields.flatMap((field) => valuesOf(known, field));
  return single.has(facet) ? values.slice(0, 1) : [...new Set(values)];
}

/**
 * A word of its own that nobody can type, as often as words may be apart in a NEAR: it stands between
 * values, so that nothing is found across.
 */
const BETWEEN = ` ${'\ue000 '.repeat(10)}`;

/** The values of a cable whose words a column has, with their fields. */
export function columnValues(
  known: Known,
  fileName: string,
  column: FieldColumn,
): { readonly field: MetadataField; readonly value: string }[] {
  const fields: readonly MetadataField[] = fieldColumns[column];
  const found = fields.flatMap((field) =>
    valuesOf(known, field).map((value) => ({ field, value })),
  );
  return column === 'title' && found.length === 0 ? [{ field: 'title', value: fileName }] : found;
}

/** What a column of the index is fed. */
export function columnText(known: Known, fileName: string, column: FieldColumn): string {
  return columnValues(known, fileName, column)
    .map(({ value }) => indexedText(value))
    .join(BETWEEN);
}

import { ReviewState } from '../review/review.ts';
import { edits } from '../text/likeness.ts';
import { havings, valueFields, wordFields, type ValueField, type WordField } from './query.ts';

/** What may stand before a colon. */
export type FieldName = WordField | ValueField | 'date';

export const fieldNames: readonly FieldName[] = [...wordFields, ...valueFields, 'date'];

/** Other words that people use for fields, and what they mean here. */
const OTHER_NAMES: Readonly<Record<string, FieldName>> = {
  author: 'by',
  body: 'text',
  classification: 'class',
  creator: 'by',
  dated: 'date',
  drafter: 'people',
  heading: 'title',
  no: 'number',
  notes: 'note',
  person: 'people',
  recipient: 'to',
  scan: 'original',
  sender: 'from',
  signed: 'signatory',
  status: 'state',
  subject: 'title',
  tagged: 'tag',
  tags: 'tag',
  type: 'kind',
  year: 'date',
};

/** The field of a name, however it is written; null where there is none. */
export function fieldOf(name: string): FieldName | null {
  return one(fieldNames, name.toLowerCase());
}

/** The field that may be meant by a name that none has. */
export function fieldMeant(name: string): FieldName | null {
  const small = name.toLowerCase();
  return OTHER_NAMES[small] ?? nearest(fieldNames, small);
}

export function isWordField(field: FieldName): field is WordField {
  return one<string>(wordFields, field) !== null;
}

/** The only values that a field may have, where there are such. */
export function valuesOf(field: FieldName): readonly string[] | null {
  if (field === 'has') return havings;
  return field === 'state' ? ReviewState.options : null;
}

/** The value of a list that may be meant: the only one that begins so, or the nearest in letters. */
export function valueMeant(values: readonly string[], typed: string): string | null {
  const small = typed.toLowerCase();
  const beginning = values.filter((value) => small !== '' && value.startsWith(small));
  return beginning.length === 1 ? (beginning[0] ?? null) : nearest(values, small);
}

function one<Value extends string>(values: readonly Value[], typed: string): Value | null {
  return values.find((value) => value === typed) ?? null;
}

/** The word of some that is a slip of the hand away from what was typed; two letters changed over are one. */
function nearest<Value extends string>(values: readonly Value[], typed: string): Value | null {
  const limit = typed.length > 3 ? 2 : 1;
  const ranked = values
    .map((value) => ({ value, apart: slips(value, typed, limit) }))
    .filter(({ apart }) => apart <= limit)
    .toSorted((a, b) => a.apart - b.apart);
  return ranked[0]?.value ?? null;
}

function slips(a: string, b: string, limit: number): number {
  return [...a].toSorted().join('') === [...b].toSorted().join('') ? 1 : edits(a, b, limit);
}

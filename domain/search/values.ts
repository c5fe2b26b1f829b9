import type { Range } from '../text/range.ts';
import { readDates } from './dates.ts';
import { isWordField, valueMeant, valuesOf, type FieldName } from './fields.ts';
import type { IsQuery, Query, ValueField, WordField, WordsQuery } from './query.ts';
import type { Item } from './scan.ts';
import { wordsOf } from './tokens.ts';

/** What holds a value: a word, or what stands in quotation marks. */
export type Valued = Extract<Item, { type: 'bare' | 'quoted' }>;

/** Tells a problem: where, a sentence, and what should stand there; null where nobody can tell. */
export type Tell = (at: Range, message: string, instead: string | null) => void;

/** A value as it was typed, and the field it is for: null is anywhere. */
interface Said {
  readonly item: Valued;
  readonly field: FieldName | null;
  /** Whether `~` stands before it. */
  readonly tolerant: boolean;
}

/** Reads one value; null where there is nothing that could be looked for. */
export function readValue(said: Said, tell: Tell): Query | null {
  const { item, field } = said;
  if (field === null || isWordField(field)) return readWords({ ...said, field }, tell);
  return field === 'date' ? readDate(item, tell) : readWhole({ ...said, field }, tell);
}

function readWords(
  { item, field, tolerant }: Said & { readonly field: WordField | null },
  tell: Tell,
): WordsQuery | null {
  const { text, from, to } = item;
  const inside = item.type === 'bare' && /\*(?=.*[\p{L}\p{N}])/u.test(text);
  const read = inside ? text.slice(0, text.indexOf('*') + 1) : text;
  const words = wordsOf(read);
  if (words.length === 0) return wordless(item, field, tell);
  if (inside) tell(item, 'A star stands at the end of a word only: diplom*.', read);
  const star = read.trimEnd().endsWith('*') || (item.type === 'quoted' && item.star);
  if (star && tolerant)
    tell(
      item,
      'A word is looked for by its beginning (diplom*) or misread (~diplomat), not both at once.',
      null,
    );
  const prefix = star && !tolerant;
  return { type: 'words', field, words, prefix, tolerant, at: { from, to } };
}

/** A sign on its own says nothing; it is only told where somebody must have meant something. */
function wordless(item: Valued, field: WordField | null, tell: Tell): null {
  const { type, text } = item;
  const closed = type === 'quoted' && item.closed;
  if (closed && text.trim() === '')
    tell(item, 'Between these quotation marks there is nothing.', '');
  else if (text.includes('*'))
    tell(item, 'A star needs the beginning of a word before it: diplom*.', '');
  else if (closed || field !== null)
    tell(item, `There is no letter or figure in “${text}” that could be found.`, '');
  return null;
}

/** Reads a value that a field has as a whole. */
function readWhole(
  { item, field, tolerant }: Said & { readonly field: ValueField },
  tell: Tell,
): IsQuery | null {
  const bareStar = item.type === 'bare' && item.text.endsWith('*');
  const text = bareStar ? item.text.slice(0, -1) : item.text;
  if (tolerant || bareStar || (item.type === 'quoted' && item.star))
    tell(
      item,
      `“${field}:” takes a whole value: neither * nor ~ has a meaning there.`,
      bareStar ? text : null,
    );
  const value = text.trim().replace(/\s+/gu, ' ');
  const at = { from: item.from, to: item.to };
  const known = knownValue(field, value, (message, instead) => tell(at, message, instead));
  return known === null ? null : { type: 'is', field, value: known, at };
}

/** The value of a field that was typed or is meant; null where there is none. */
function knownValue(
  field: ValueField,
  value: string,
  tell: (message: string, instead: string | null) => void,
): string | null {
  if (value === '') {
    tell(`“${field}:” holds nothing yet.`, '');
    return null;
  }
  const values = valuesOf(field);
  if (values === null) return value;
  const exact = values.find((one) => one === value.toLowerCase());
  if (exact !== undefined) return exact;
  const meant = valueMeant(values, value);
  const all = values.map((one) => `${field}:${one}`).join(', ');
  tell(`“${field}:” has no value “${value}”. There are ${all}.`, meant);
  return meant;
}

function readDate({ text, from, to }: Valued, tell: Tell): Query | null {
  const at = { from, to };
  const { dates, problem } = readDates(text);
  if (problem) tell(at, problem.message, problem.instead);
  return dates && { type: 'dates', ...dates, at };
}

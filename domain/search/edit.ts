import {
  withAnother,
  chipsOf,
  conditionsIn,
  rebuilt,
  withChip,
  withoutChip,
  type Chip,
} from './chips.ts';
import { isWordField, valuesOf, type FieldName } from './fields.ts';
import { parseQuery } from './parse.ts';
import { fieldSaid, printQuery, quotedWhereNeeded } from './print.ts';
import type { DatesQuery, Query } from './query.ts';
import { wordsOf } from './tokens.ts';

/** That a field has a value, or has not; values as they were typed. */
export interface Condition {
  readonly field: FieldName;
  readonly value: string;
  readonly negated: boolean;
}

const nowhere = { from: 0, to: 0 };

/** A phrase as it is typed to find some words of a text, whatever line ends and signs are among them; empty where there are no words. */
export function phraseOf(text: string): string {
  const words = wordsOf(text);
  if (words.length === 0) return '';
  const phrase = { words, field: null, prefix: false, tolerant: false, at: nowhere } as const;
  return printQuery({ type: 'words', ...phrase });
}

/**
 * The values that a query asks its fields for, as far as all that is found must meet them: one by one,
 * or as one of several (`class:(secret OR confidential)` has two).
 */
export function conditionsOf(typed: string): Condition[] {
  return conditionsIn(parseQuery(typed).query).flatMap((part) => {
    const negated = part.type === 'not';
    const inner = part.type === 'not' ? part.part : part;
    return alternativesOf(inner).map(({ field, value }) => ({ field, value, negated }));
  });
}

/**
 * A query that asks a field for a value as well. Beside another value of the same field it is an
 * alternative, as a cable has one classification; of tags all must be there.
 */
export function withCondition(typed: string, field: FieldName, value: string): string {
  if (holds(typed, { field, value, negated: false })) return typed;
  const base = withoutCondition(typed, field, value);
  const asked = printed(field, value);
  const beside = chipsOf(base).find(isOf(field));
  if (!beside) return withAnother(base, asked);
  const values = [...alternativesOf(beside.query).map(({ said }) => said), valueSaid(field, value)];
  return withChip(base, beside, `${field}:(${values.join(' OR ')})`);
}

/** A query that does not speak of a value of a field any more, neither asking for it nor ruling it out. */
export function withoutCondition(typed: string, field: FieldName, value: string): string {
  return chipsOf(typed)
    .toReversed()
    .reduce((query, chip) => {
      const all = alternativesOf(positive(chip));
      const left = all.filter((one) => !isSame(one, { field, value }));
      if (left.length === all.length) return query;
      if (left.length === 0) return withoutChip(query, chip);
      const [only] = left;
      const values = left.map(({ said }) => said);
      const said =
        left.length === 1 ? `${field}:${only?.said}` : `${field}:(${values.join(' OR ')})`;
      return withChip(query, chip, said);
    }, typed);
}

/** A query that rules a value of a field out. */
export function withoutValue(typed: string, field: FieldName, value: string): string {
  if (holds(typed, { field, value, negated: true })) return typed;
  return withAnother(withoutCondition(typed, field, value), `-${printed(field, value)}`);
}

/** A query for the dates from the beginning of `from` to the end of `to` and no others; null is open, both null are all dates. */
export function withDates(typed: string, from: string | null, to: string | null): string {
  const rest = rebuilt(typed, (sources, conditions) =>
    sources.filter((_, index) => {
      const condition = conditions[index];
      return !condition || condition.type === 'not' || !isAboutDates(condition);
    }),
  );
  if (from === null && to === null) return rest;
  const dates: DatesQuery = { type: 'dates', from, to, undated: false, at: nowhere };
  return withAnother(rest, printQuery(dates));
}

/** What a query says of dates where it says it once: what a chart of time shows as chosen. */
export function datesOf(typed: string): Pick<DatesQuery, 'from' | 'to' | 'undated'> | null {
  const dates = conditionsIn(parseQuery(typed).query).filter((part) => part.type === 'dates');
  const [only] = dates;
  return only && dates.length === 1
    ? { from: only.from, to: only.to, undated: only.undated }
    : null;
}

function isAboutDates(query: Query): boolean {
  return query.type === 'dates' || (query.type === 'or' && query.parts.every(isAboutDates));
}

interface Alternative {
  readonly field: FieldName;
  /** What is compared. */
  readonly value: string;
  /** As it is typed. */
  readonly said: string;
}

/** The values of one field of which a condition asks for one; none where it asks for something else. */
function alternativesOf(query: Query): Alternative[] {
  if (query.type === 'or') {
    const all = query.parts.map((part) => (part.type === 'or' ? [] : alternativesOf(part)));
    const field = all[0]?.[0]?.field;
    return all.every(([one]) => one !== undefined && one.field === field) ? all.flat() : [];
  }
  const field = fieldSaid(query);
  if (field === null) return [];
  const said = printQuery(query).slice(field.length + 1);
  if (query.type === 'is') return [{ field: query.field, value: query.value, said }];
  if (query.type === 'dates') return [{ field: 'date', value: said, said }];
  if (query.type !== 'words' || query.field === null || query.prefix || query.tolerant) return [];
  return [{ field: query.field, value: query.words.join(' '), said }];
}

function positive({ query }: Chip): Query {
  return query.type === 'not' ? query.part : query;
}

function isOf(field: FieldName) {
  return ({ negated, query }: Chip): boolean => {
    const [one] = alternativesOf(query);
    return !negated && one?.field === field && isOneOfMany(field);
  };
}

/** Whether several values of a field are alternatives to each other. */
function isOneOfMany(field: FieldName): boolean {
  return field !== 'tag' && field !== 'has';
}

function holds(typed: string, condition: Condition): boolean {
  return conditionsOf(typed).some(
    (one) => one.negated === condition.negated && isSame(one, condition),
  );
}

type Said = Pick<Condition, 'field' | 'value'>;

function isSame(one: Said, other: Said): boolean {
  return one.field === other.field && compared(one) === compared(other);
}

/** A value as it is compared: words as the index has them, dates and what is of a list exactly, all else by its letters. */
function compared({ field, value }: Said): string {
  if (field === 'date') return value;
  if (isWordField(field) || valuesOf(field) === null) return wordsOf(value).join(' ') || value;
  return value.toLowerCase();
}

function printed(field: FieldName, value: string): string {
  return `${field}:${valueSaid(field, value)}`;
}

function valueSaid(field: FieldName, value: string): string {
  if (field === 'date') return value;
  // A star at the end would ask for words that only begin so.
  return quotedWhereNeeded(isWordField(field) ? value.replaceAll('*', ' ').trim() : value);
}

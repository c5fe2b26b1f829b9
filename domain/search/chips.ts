import type { Range } from '../text/range.ts';
import type { FieldName } from './fields.ts';
import { parseQuery } from './parse.ts';
import { fieldSaid, printQuery } from './print.ts';
import type { Query, ReadQuery } from './query.ts';

/** One of the conditions that must all hold of what is found, as it is shown to be changed by mouse. */
export interface Chip {
  /** Its number among the chips; it names the chip as long as the query stays as it is. */
  readonly index: number;
  /** Where it stands in what was typed, with the sign that negates it. */
  readonly at: Range;
  /** What it asks for, as a person reads it, without what negates it: `from: rusk`. */
  readonly label: string;
  /** Whether it asks that this be not so. */
  readonly negated: boolean;
  /** The one field it is about; null where it is about words anywhere, or about several. */
  readonly field: FieldName | null;
  /** What it is typed as, without what negates it: to be put in a field for changing it. */
  readonly typed: string;
  readonly query: Query;
}

/** Which chip is meant, and whether it is negated. */
type Place = Pick<Chip, 'index' | 'negated'>;

/** The conditions that a query is made of, in their order. What cannot be read has no chip. */
export function chipsOf(typed: string): Chip[] {
  const read = parseQuery(typed);
  return conditionsIn(read.query).map((query, index) => {
    const inner = query.type === 'not' ? query.part : query;
    return {
      index,
      at: query.at,
      label: labelOf(inner),
      negated: query.type === 'not',
      field: oneField(inner),
      typed: sourceOf(typed, inner, read),
      query,
    };
  });
}

/** A query without one of its conditions. */
export function withoutChip(typed: string, { index }: Pick<Chip, 'index'>): string {
  return rebuilt(typed, (sources) => sources.toSpliced(index, 1));
}

/**
 * A query in which one condition asks for something else; it stays negated where it was. Where nothing
 * is asked, the condition is gone.
 */
export function withChip(typed: string, { index, negated }: Place, condition: string): string {
  const said = condition.trim();
  const whole = said === '' ? [] : [negated ? negation(said) : alternativesTogether(said)];
  return rebuilt(typed, (sources) => sources.toSpliced(index, 1, ...whole));
}

/** A query in which one condition asks for the contrary. */
export function turnedChip(typed: string, { index, negated, typed: said }: Chip): string {
  const turned = negated ? alternativesTogether(said) : negation(said);
  return rebuilt(typed, (sources) => sources.toSpliced(index, 1, turned));
}

/** A query with one condition more at its end. */
export function withAnother(typed: string, condition: string): string {
  return rebuilt(typed, (sources) => [...sources, condition]);
}

/** The conditions that must all hold for a query. */
export function conditionsIn(query: Query | null): readonly Query[] {
  if (query === null) return [];
  return query.type === 'and' ? query.parts : [query];
}

/**
 * A query made of its conditions again, as they were typed, and what is done to them. What could not be
 * read is left out, and what was left open is closed.
 */
export function rebuilt(
  typed: string,
  change: (sources: readonly string[], conditions: readonly Query[]) => readonly string[],
): string {
  const read = parseQuery(typed);
  const conditions = conditionsIn(read.query);
  const sources = conditions.map((part) => {
    const source = sourceOf(typed, part, read);
    return alternativesTogether(source);
  });
  const changed = change(sources, conditions);
  const [only] = changed;
  // One condition alone needs no parentheses.
  return changed.length === 1 && only !== undefined ? withoutParentheses(only) : changed.join(' ');
}

/** What is typed, ruled out: in parentheses where it is more than one condition. */
function negation(said: string): string {
  const { query } = parseQuery(said);
  const several =
    query !== null && (isGroup(query) || query.type === 'near' || query.type === 'not');
  return `-${several && !isEnclosed(said) ? `(${said})` : said}`;
}

/** What is typed, to be put beside other conditions: alternatives in parentheses. */
function alternativesTogether(said: string): string {
  return parseQuery(said).query?.type === 'or' && !isEnclosed(said) ? `(${said})` : said;
}

function isGroup(query: Query | null): boolean {
  return query?.type === 'and' || query?.type === 'or';
}

/** Whether the parenthesis at the end of a text is opened at its beginning, or by a field there. */
function isEnclosed(typed: string): boolean {
  const begin = /^(?:\p{L}+:|NEAR)?\(/u.exec(typed)?.[0].length;
  if (begin === undefined || !typed.endsWith(')')) return false;
  const inside = parseQuery(typed.slice(begin, -1));
  return !inside.problems.some(({ message }) => message.includes('parenthesis'));
}

function withoutParentheses(condition: string): string {
  return condition.startsWith('(') && isEnclosed(condition) ? condition.slice(1, -1) : condition;
}

/** A condition as it was typed; anew where something in it could not be read as it stands. */
function sourceOf(typed: string, { at, ...query }: Query, { problems }: ReadQuery): string {
  const whole = { ...query, at };
  const sound = problems.every((problem) => problem.at.to <= at.from || problem.at.from >= at.to);
  return sound ? typed.slice(at.from, at.to) : printQuery(whole);
}

/** The one field that a condition is about. */
function oneField(query: Query): FieldName | null {
  if (query.type === 'dates') return 'date';
  if (query.type === 'words' || query.type === 'near' || query.type === 'is') return query.field;
  if (query.type === 'not') return oneField(query.part);
  const fields = new Set(query.parts.map(oneField));
  const [field] = fields;
  return fields.size === 1 ? (field ?? null) : null;
}

/** A condition in the words of a person: `from: rusk`, `“missile bases” within 5 words of cuba`. */
export function labelOf(query: Query): string {
  switch (query.type) {
    case 'words':
      return named(query.field, wordsLabel(query));
    case 'near':
      return named(query.field, nearLabel(query));
    case 'is':
      return named(query.field, query.value);
    case 'dates':
      return named('date', datesLabel(query));
    case 'not':
      return `not ${isGroup(query.part) ? `(${labelOf(query.part)})` : labelOf(query.part)}`;
    default:
      return joinedLabel(query.type, query.parts);
  }
}

function joinedLabel(type: 'and' | 'or', parts: readonly Query[]): string {
  const [first] = parts;
  const field = first ? fieldSaid(first) : null;
  const same = field !== null && parts.every((part) => fieldSaid(part) === field);
  const labels = parts.map((part) => {
    const label = labelOf(part);
    if (same) return label.slice(field.length + 2);
    return isGroup(part) && part.type !== type ? `(${label})` : label;
  });
  return named(same ? field : null, labels.join(` ${type} `));
}

function named(field: string | null, value: string): string {
  return field === null ? value : `${field}: ${value}`;
}

function wordsLabel({ words, prefix, tolerant }: Extract<Query, { type: 'words' }>): string {
  const text = `${words.join(' ')}${prefix ? '…' : ''}`;
  const said = words.length > 1 ? `“${text}”` : text;
  return tolerant ? `${said} (or misread)` : said;
}

function nearLabel({ parts, distance }: Extract<Query, { type: 'near' }>): string {
  const [first = '', second = '', ...others] = parts.map(wordsLabel);
  const words = `within ${distance} words`;
  return others.length === 0
    ? `${first} ${words} of ${second}`
    : `${[first, second, ...others].join(', ')} ${words}`;
}

function datesLabel({ from, to, undated }: Extract<Query, { type: 'dates' }>): string {
  if (undated) return 'none';
  if (from === to) return from ?? 'any';
  if (from === null) return `until ${to}`;
  return to === null ? `from ${from}` : `${from} to ${to}`;
}

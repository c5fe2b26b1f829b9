import type { DatesQuery, JoinedQuery, NearQuery, Query, WordsQuery } from './query.ts';

/**
 * A query as it is typed; `parseQuery` reads it as the same query again. Null, which asks for nothing,
 * is the empty text.
 */
export function printQuery(query: Query | null): string {
  if (query === null) return '';
  switch (query.type) {
    case 'words':
      return printed(query.field, printWords(query));
    case 'near':
      return printed(query.field, printNear(query));
    case 'is':
      return printed(query.field, quotedWhereNeeded(query.value));
    case 'dates':
      return printed('date', printDates(query));
    case 'not':
      // Two signs in a row would be read as one word; and parentheses would make what lies deep lie too deep.
      if (query.part.type === 'not') return `NOT ${printQuery(query.part)}`;
      return `-${isJoined(query.part) ? `(${printQuery(query.part)})` : printQuery(query.part)}`;
    default:
      return printJoined(query);
  }
}

function printed(field: string | null, value: string): string {
  return field === null ? value : `${field}:${value}`;
}

function printWords({ words, prefix, tolerant }: WordsQuery): string {
  const [word = ''] = words;
  const said = words.length === 1 ? word : `"${words.join(' ')}"`;
  return `${tolerant ? '~' : ''}${said}${prefix ? '*' : ''}`;
}

function printNear({ parts, distance }: NearQuery): string {
  return `NEAR(${parts.map(printWords).join(' ')}, ${distance})`;
}

function printDates({ from, to, undated }: DatesQuery): string {
  if (undated) return 'none';
  if (from === to) return from ?? '..';
  if (from === null) return `<=${to}`;
  return to === null ? `>=${from}` : `${from}..${to}`;
}

function printJoined(query: JoinedQuery): string {
  const together = sameField(query);
  if (together !== null) return together;
  const parts = query.parts.map((part) =>
    isJoined(part) && sameField(part) === null ? `(${printQuery(part)})` : printQuery(part),
  );
  return parts.join(query.type === 'or' ? ' OR ' : ' ');
}

/** Values of one field that any may be: `class:(secret OR confidential)`; null where a query is something else. */
function sameField({ type, parts }: JoinedQuery): string | null {
  const [first] = parts;
  if (type !== 'or' || !first) return null;
  const field = fieldSaid(first);
  if (field === null || parts.some((part) => fieldSaid(part) !== field)) return null;
  const values = parts.map((part) => printQuery(part).slice(field.length + 1));
  return `${field}:(${values.join(' OR ')})`;
}

/** The field that a condition is printed with; null where it has none, or is no single condition. */
export function fieldSaid(query: Query): string | null {
  if (query.type === 'dates') return 'date';
  if (query.type === 'is' || query.type === 'words') return query.field;
  return null;
}

function isJoined(query: Query): query is JoinedQuery {
  return query.type === 'and' || query.type === 'or';
}

/** A value of a field as it is typed: in quotation marks unless it is one plain word. */
export function quotedWhereNeeded(value: string): string {
  const plain = /^[\p{L}\p{N}][\p{L}\p{N}._/'’-]*$/u.test(value);
  const joins = /^(?:AND|OR|NOT|NEAR(?:\/.*)?)$/u.test(value);
  return plain && !joins ? value : `"${value.replaceAll('"', '""')}"`;
}

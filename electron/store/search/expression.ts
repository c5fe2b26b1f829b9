import type { NearQuery, Query, WordField, WordsQuery } from '../../../domain/search/query.ts';

/** A condition that words meet. */
export type Leaf = WordsQuery | NearQuery;

/** Whether a condition is one that words meet. */
export function isLeaf(query: Query): query is Leaf {
  return query.type === 'words' || query.type === 'near';
}

/** The columns of the index whose words a field means; null means all of them. Notes are elsewhere. */
const COLUMNS: Readonly<Record<Exclude<WordField, 'note'>, string>> = {
  text: 'original transcription',
  original: 'original',
  transcription: 'transcription',
  title: 'title',
  from: 'sender',
  to: 'recipient',
  signatory: 'signatory',
  people: 'people',
  place: 'place',
  file: 'file',
};

/** Tells the words that a word may stand as in the library, itself among them. */
export type Readings = (word: string) => readonly string[];

/** How many readings of a phrase are looked for at most. */
const MOST_READINGS = 400;

/** The expression of FTS5 that finds the words of a condition in any column. */
export function wordsExpression(leaf: Leaf, readings: Readings): string {
  if (leaf.type === 'words') return anyOf(phrases(leaf, readings));
  const parts = leaf.parts.map((part) => phrases(part, readings));
  return anyOf(combinations(parts).map((each) => `NEAR(${each.join(' ')}, ${leaf.distance})`));
}

/** The expression of FTS5 that finds a condition in the columns of its field. */
export function leafExpression(leaf: Leaf, readings: Readings): string {
  const words = wordsExpression(leaf, readings);
  if (leaf.field === null || leaf.field === 'note') return words;
  return `{${COLUMNS[leaf.field]}} : (${words})`;
}

/** The phrases by which words are found: one, or where misread words count as well one for each way to read them. */
function phrases({ words, prefix, tolerant }: WordsQuery, readings: Readings): string[] {
  const ways = tolerant ? combinations(words.map(readings)) : [words];
  return ways.map((way) => `${quoted(way.join(' '))}${prefix ? ' *' : ''}`);
}

/** A string of FTS5: whatever stands in it is words and never a sign of its language. */
function quoted(text: string): string {
  return `"${text.replaceAll('"', '""')}"`;
}

/** All ways to take one of each. */
function combinations<Each>(each: readonly (readonly Each[])[]): Each[][] {
  return each.reduce<Each[][]>(
    (ways, ones) => ways.flatMap((way) => ones.map((one) => [...way, one])).slice(0, MOST_READINGS),
    [[]],
  );
}

/** Finds what any of some expressions finds, in an expression that does not grow deep with their number. */
export function anyOf(expressions: readonly string[]): string {
  return joined(expressions, 'OR');
}

/** Finds what all of some expressions find. */
export function allOf(expressions: readonly string[]): string {
  return joined(expressions, 'AND');
}

function joined(expressions: readonly string[], by: 'AND' | 'OR'): string {
  const [first = '', second] = expressions;
  return second === undefined ? first : `(${expressions.join(` ${by} `)})`;
}

/**
 * How deep parentheses may lie in each other in an expression that is part of another: the stack of FTS5's parser
 * has room for 100 signs (`fts5YYSTACKDEPTH`), and each takes three of it.
 */
const DEEPEST = 24;

/** Whether FTS5 can read an expression and one or two more around it. */
export function isShallow(expression: string): boolean {
  let depth = 0;
  for (const [sign] of expression.matchAll(/"(?:[^"]|"")*"|[()]/gu)) {
    if (sign === '(') depth += 1;
    if (sign === ')') depth -= 1;
    if (depth > DEEPEST) return false;
  }
  return true;
}

/** Finds what one expression finds and another does not. */
export function butNot(expression: string, not: string): string {
  return `(${expression} NOT ${not})`;
}

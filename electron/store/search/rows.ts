import { finderOf } from '../../../domain/search/hits.ts';
import type { JoinedQuery, Query } from '../../../domain/search/query.ts';
import type { Tag } from '../../../domain/tag/tag.ts';
import { withBelow } from '../../../domain/tag/tree.ts';
import type { Database } from '../database.ts';
import { bitsOf, inAll, inAny, noBits, without, type Bits } from './bits.ts';
import type { Columns } from './columns.ts';
import { conditionTable, withTags } from './conditions.ts';
import {
  allOf,
  anyOf,
  butNot,
  isLeaf,
  isShallow,
  leafExpression,
  wordsExpression,
  type Leaf,
  type Readings,
} from './expression.ts';
import type { IndexTable } from './index-table.ts';
import { frequencyIn, readingsOf } from './readings.ts';

/** What is searched in, as it is now. */
export interface Scene {
  readonly tags: readonly Tag[];
  /** The last row there is. */
  readonly last: number;
  /** The rows of the list: those of all cables but the deleted ones. */
  readonly listed: () => Bits;
}

/** Where words stand beside the index of cables: in notes, and in the names of tags. */
interface Beside {
  readonly notes: boolean;
  readonly tagIds: ReadonlySet<string>;
}

/** A query made ready for the library as it is now. */
export interface Compiled {
  /** The expression of FTS5 that finds just what the query does; null where it takes more. */
  readonly expression: string | null;
  /** The expression of FTS5 by whose words what is found is ranked; null where there are none. */
  readonly ranking: string | null;
  /** All rows it finds; there may be deleted cables among them. Columns are to be refreshed before where they are asked. */
  readonly rows: () => Bits;
  /** Whether it asks what stands in columns. */
  readonly asksColumns: boolean;
  /** The conditions that notes meet, or names of tags, with the tags; none where no note and no tag does. */
  readonly noted: readonly Leaf[];
  readonly tagged: readonly { readonly leaf: Leaf; readonly tagIds: ReadonlySet<string> }[];
  /** For words looked for tolerantly: what stands in the library in their place. */
  readonly readings: readonly { readonly word: string; readonly also: readonly string[] }[];
}

/**
 * Finds rows. As much of a query as possible is one expression of FTS5; what it cannot tell (notes, names
 * of tags, conditions that are no words) is found elsewhere and joined as sets of rows.
 */
export function rowFinder(db: Database, index: IndexTable, columns: Columns) {
  const conditions = conditionTable(db, columns);
  const match = db
    .prepare<[string], number>('SELECT rowid FROM cable_index WHERE cable_index MATCH ?')
    .pluck();
  // Its name is of this connection alone; nothing of it lies in the library.
  db.exec(
    "CREATE VIRTUAL TABLE IF NOT EXISTS temp.cable_word USING fts5vocab(main, cable_index, 'row')",
  );
  const frequency = frequencyIn(db, 'temp.cable_word');
  const waysToRead: Readings = (word) => [word, ...readingsOf(word, frequency)];

  return {
    /** Makes a query ready. */
    compile(query: Query, scene: Scene): Compiled {
      const told = new Map<string, readonly string[]>();
      const readings: Readings = (word) => {
        const known = told.get(word) ?? waysToRead(word);
        told.set(word, known);
        return known;
      };
      const met = new Map<Leaf, Beside>();
      const besideOf = (leaf: Leaf): Beside => {
        const known = met.get(leaf) ?? lookBeside(leaf);
        met.set(leaf, known);
        return known;
      };
      const lookBeside = (leaf: Leaf): Beside => {
        if (leaf.field !== null && leaf.field !== 'note') return NOWHERE;
        const notes = index.notes.some(wordsExpression(leaf, readings));
        return { notes, tagIds: leaf.field === null ? tagsWith(leaf, scene.tags) : NO_TAGS };
      };

      /** The expression that finds just what a query does; null where it takes more, or would lie too deep for FTS5. */
      const expressionOf = (part: Query): string | null => {
        const expression = wholeOf(part);
        return expression !== null && isShallow(expression) ? expression : null;
      };

      const wholeOf = (part: Query): string | null => {
        if (isLeaf(part)) {
          if (part.field === 'note') return null;
          const { notes, tagIds } = besideOf(part);
          return notes || tagIds.size > 0 ? null : leafExpression(part, readings);
        }
        if (part.type === 'or') {
          const parts = part.parts.map(expressionOf);
          return parts.every((each) => each !== null) ? anyOf(parts) : null;
        }
        if (part.type !== 'and') return null;
        const { expression, rest } = splitOf(part);
        return rest.length === 0 ? expression : null;
      };

      /** What of an AND is one expression, and what is left. */
      const splitOf = ({ parts }: JoinedQuery) => {
        const split = parts.map((part) => ({
          part,
          is: expressionOf(part),
          not: part.type === 'not' ? expressionOf(part.part) : null,
        }));
        const [wanted, unwanted] = [
          split.flatMap(({ is }) => is ?? []),
          split.flatMap(({ not }) => not ?? []),
        ];
        if (wanted.length === 0) return { expression: null, rest: parts };
        const expression =
          unwanted.length === 0 ? allOf(wanted) : butNot(allOf(wanted), anyOf(unwanted));
        const rest = split.filter(({ is, not }) => is === null && not === null);
        return { expression, rest: rest.map(({ part }) => part) };
      };

      const matched = (expression: string): Bits => bitsOf(match.all(expression), scene.last);
      const rowsOf = (part: Query): Bits => {
        const expression = expressionOf(part);
        if (expression !== null) return matched(expression);
        if (isLeaf(part)) return rowsOfLeaf(part);
        if (part.type === 'is') return conditions.is(part, scene.tags, scene.last);
        if (part.type === 'dates') return conditions.dates(part, scene.last);
        if (part.type === 'not') return without(scene.listed(), rowsOf(part.part));
        return part.type === 'or' ? rowsOfAny(part) : rowsOfAll(part);
      };

      const rowsOfLeaf = (leaf: Leaf): Bits => {
        const { notes, tagIds } = besideOf(leaf);
        const found = [
          leaf.field === 'note' ? noBits(scene.last) : matched(leafExpression(leaf, readings)),
        ];
        if (notes)
          found.push(bitsOf(index.notes.rows(wordsExpression(leaf, readings)), scene.last));
        if (tagIds.size > 0) found.push(withTags(columns, tagIds, scene.last));
        return inAny(noBits(scene.last), ...found);
      };

      const rowsOfAny = ({ parts }: JoinedQuery): Bits => {
        const each = parts.map((part) => ({ part, is: expressionOf(part) }));
        const expressions = each.flatMap(({ is }) => is ?? []);
        const rest = each.filter(({ is }) => is === null).map(({ part }) => rowsOf(part));
        const found = expressions.length === 0 ? [] : [matched(anyOf(expressions))];
        return inAny(noBits(scene.last), ...found, ...rest);
      };

      const rowsOfAll = (part: JoinedQuery): Bits => {
        const { expression, rest } = splitOf(part);
        return inAll(
          expression === null ? scene.listed() : matched(expression),
          ...rest.map(rowsOf),
        );
      };

      const leaves = positiveLeaves(query);
      const expression = expressionOf(query);
      const ranked =
        expression ??
        (query.type === 'and' ? splitOf(query).expression : null) ??
        anyOf(
          leaves
            .filter(({ field }) => field !== 'note')
            .map((leaf) => leafExpression(leaf, readings)),
        );
      return {
        expression,
        ranking: ranked === '' ? null : ranked,
        rows: () => rowsOf(query),
        asksColumns:
          asksColumns(query) || allLeaves(query).some((leaf) => besideOf(leaf).tagIds.size > 0),
        noted: leaves.filter((leaf) => besideOf(leaf).notes),
        tagged: leaves
          .map((leaf) => ({ leaf, tagIds: besideOf(leaf).tagIds }))
          .filter(({ tagIds }) => tagIds.size > 0),
        readings: [...told].map(([word, all]) => ({ word, also: all.slice(1) })),
      };
    },
  };
}

const NO_TAGS: ReadonlySet<string> = new Set();
const NOWHERE: Beside = { notes: false, tagIds: NO_TAGS };

/** The tags whose names have the words of a condition, and those below them. */
function tagsWith(leaf: Leaf, tags: readonly Tag[]): ReadonlySet<string> {
  if (tags.length === 0) return NO_TAGS;
  const find = finderOf(leaf, 'original');
  const named = tags.filter(({ name }) => find(name).length > 0);
  return named.length === 0
    ? NO_TAGS
    : withBelow(
        named.map(({ id }) => id),
        tags,
      );
}

/** Whether a query has conditions that are no words. */
function asksColumns(query: Query): boolean {
  if (query.type === 'not') return asksColumns(query.part);
  if (query.type === 'and' || query.type === 'or') return query.parts.some(asksColumns);
  return query.type === 'is' || query.type === 'dates';
}

/** All conditions of words in a query. */
function allLeaves(query: Query): Leaf[] {
  if (query.type === 'not') return allLeaves(query.part);
  if (query.type === 'and' || query.type === 'or') return query.parts.flatMap(allLeaves);
  return isLeaf(query) ? [query] : [];
}

/** The conditions of words in a query, but for those under NOT. */
export function positiveLeaves(query: Query): Leaf[] {
  if (isLeaf(query)) return [query];
  if (query.type === 'and' || query.type === 'or') return query.parts.flatMap(positiveLeaves);
  return [];
}

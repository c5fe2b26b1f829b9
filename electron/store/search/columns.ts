import { CABLES } from '../../../domain/limits.ts';
import { ReviewState } from '../../../domain/review/review.ts';
import type { Database } from '../database.ts';
import { NotAsWritten } from '../failures.ts';
import { addBit, noBits, type Bits } from './bits.ts';
import type { FacetRow } from './facets.ts';
import { facets, type Facet } from './fields.ts';
import type { IndexTable } from './index-table.ts';
import { HOLDS } from './notes.ts';
import type { Steps } from './turns.ts';
import { storedStrings } from '../stored.ts';

/** What a column holds: of each row the number of its list of values, 0 where it has none. */
export interface Column {
  readonly numbers: Uint32Array;
  readonly lists: readonly (readonly string[])[];
}

/** All that cables are counted by; tags are their ids, of annotations that hold. */
export type ColumnName = Facet | 'tag' | 'state';

/** How many rows are read in one step. */
const SLICE = 5000;

const STATES: readonly (readonly string[])[] = [[], ...ReviewState.options.map((state) => [state])];

/**
 * What cables are counted by, held in memory: some twenty bytes a cable, read when it is asked for first,
 * and then kept in step with what is written.
 */
export function columnKeeper(db: Database, index: IndexTable) {
  const { lines, facets: facetTable } = index;
  const taggedAfter = db
    .prepare<[string, number], string>(
      'SELECT DISTINCT cable_id FROM annotation WHERE cable_id > ? ORDER BY cable_id LIMIT ?',
    )
    .pluck();
  const tagsOf = db
    .prepare<[string], string>(
      `SELECT DISTINCT tag_id FROM annotation JOIN annotation_tag ON annotation_id = annotation.id
        WHERE cable_id = ? AND ${HOLDS} ORDER BY tag_id`,
    )
    .pluck();
  const inState = db
    .prepare<[string, number, number], number>(
      `SELECT row FROM cable_line WHERE discarded = 0 AND state = ? AND row > ? ORDER BY row LIMIT ?`,
    )
    .pluck();
  const stateOf = db
    .prepare<[number], ReviewState>('SELECT state FROM cable_line WHERE row = ?')
    .pluck();

  let size = 0;
  let whole = false;
  let reached = 0;
  const numbers = new Map<ColumnName, Uint32Array>();
  const valueLists: string[][] = [[]];
  const tagLists: string[][] = [[]];
  const tagListNumbers = new Map<string, number>();

  const columnOf = (name: ColumnName): Uint32Array => {
    const column = numbers.get(name) ?? new Uint32Array(0);
    if (column.length > size) return column;
    const larger = new Uint32Array(size + (size >>> 2) + 1);
    larger.set(column);
    numbers.set(name, larger);
    return larger;
  };

  const takeFacets = ([row, ...lists]: FacetRow): void => {
    for (const [at, facet] of facets.entries()) columnOf(facet)[row] = lists[at] ?? 0;
  };

  const takeTags = (cableId: string): void => {
    const tags = tagsOf.all(cableId);
    const key = tags.join();
    let number = key === '' ? 0 : tagListNumbers.get(key);
    if (number === undefined) {
      number = tagLists.push(tags) - 1;
      tagListNumbers.set(key, number);
    }
    columnOf('tag')[lines.rowOf(cableId)] = number;
  };

  const takeState = (row: number, state: ReviewState): void => {
    columnOf('state')[row] = ReviewState.options.indexOf(state) + 1;
  };

  const readLists = (): void => {
    for (const [id, list] of facetTable.lists(valueLists.length - 1)) {
      // They are numbered one after another, and an array is as long as its last.
      if (id > CABLES) throw new NotAsWritten(`a list of values has the number ${id}`);
      valueLists[id] = storedStrings(list);
    }
  };

  function* readAll(): Steps<void> {
    for (;;) {
      const slice = facetTable.after(reached, SLICE);
      slice.forEach(takeFacets);
      const last = slice.at(-1);
      if (!last) break;
      reached = last[0];
      yield;
    }
    for (const state of ReviewState.options)
      for (let after = 0; ; yield) {
        const slice = inState.all(state, after, SLICE);
        for (const row of slice) takeState(row, state);
        const last = slice.at(-1);
        if (last === undefined) break;
        after = last;
      }
    for (let after = ''; ; yield) {
      const slice = taggedAfter.all(after, SLICE / 10);
      slice.forEach(takeTags);
      const last = slice.at(-1);
      if (last === undefined) break;
      after = last;
    }
    whole = true;
  }

  const readAnew = (row: number): void => {
    const found = facetTable.find(row);
    if (found) takeFacets(found);
    const state = stateOf.get(row);
    if (state === undefined) return;
    takeState(row, state);
    takeTags(lines.idOf(row));
  };

  return {
    /** Reads what is not in step. */
    *refresh(): Steps<void> {
      size = Math.max(size, lines.last());
      if (!whole) yield* readAll();
      for (const [at, row] of index.takeTouched().entries()) {
        readAnew(row);
        if (at % 100 === 99) yield;
      }
      readLists();
    },

    /** A column, as it was when `refresh` has ended. */
    column(name: ColumnName): Column {
      const lists = name === 'state' ? STATES : name === 'tag' ? tagLists : valueLists;
      return { numbers: columnOf(name), lists };
    },
  };
}

export type Columns = ReturnType<typeof columnKeeper>;

/** The rows up to `last` of which a list of values passes a test. */
export function rowsWhere(
  { numbers, lists }: Column,
  last: number,
  test: (values: readonly string[]) => boolean,
): Bits {
  const passes = Uint8Array.from({ length: lists.length }, (_, number) =>
    test(lists[number] ?? []) ? 1 : 0,
  );
  const bits = noBits(last);
  for (let row = 1; row <= last; row += 1) if (passes[numbers[row] ?? 0] === 1) addBit(bits, row);
  return bits;
}

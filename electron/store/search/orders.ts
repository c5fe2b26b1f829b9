import { ReviewState } from '../../../domain/review/review.ts';
import type { CableOrder, SortColumn } from '../../../domain/search/order.ts';
import { foldedLetters } from '../../../domain/search/letters.ts';
import type { Database } from '../database.ts';
import { numberKey } from './fields.ts';
import type { IndexTable } from './index-table.ts';
import type { Steps } from './turns.ts';

/** What a line has in a column, by which it is sorted; '' comes last, whichever way it goes. */
type KeyOf = (value: string) => string;

const textKey: KeyOf = (value) => foldedLetters(value).text.trim();
const countKey: KeyOf = (value) => value.padStart(12, '0');
const sameKey: KeyOf = (value) => value;

/** The columns of `cable_line`, and the key of what stands in them. */
const SORTED: Readonly<Record<Exclude<SortColumn, 'date'>, readonly [string, KeyOf]>> = {
  number: ['number', (value) => numberKey(value)],
  telegramNumber: ['telegram_number', (value) => numberKey(value)],
  title: ['title', textKey],
  kind: ['kind', textKey],
  from: ['sender', textKey],
  to: ['recipient', textKey],
  signatory: ['signatory', textKey],
  classification: ['classification', textKey],
  state: ['state', (value) => String(ReviewState.options.findIndex((state) => state === value))],
  annotations: ['annotations', countKey],
  proposals: ['proposals', countKey],
  imported: ['imported_at', sameKey],
};

/** How many lines are read in one step. */
const SLICE = 5000;
/** How many rows are sorted in one step. */
const RUN = 8192;

interface Kept {
  readonly changes: number;
  readonly rows: Uint32Array;
}

/** The list in any order. An order is worked out once, and kept until the library changes. */
export function orderKeeper(db: Database, { lines, changes }: IndexTable) {
  const kept = new Map<string, Kept>();
  let places: { readonly changes: number; readonly of: Uint32Array } | null = null;

  const keep = (name: string, rows: Uint32Array): Uint32Array => {
    kept.set(name, { changes: changes(), rows });
    return rows;
  };

  const known = (name: string): Uint32Array | null => {
    const found = kept.get(name);
    return found?.changes === changes() ? found.rows : null;
  };

  const byDate = (): Uint32Array => known('date') ?? keep('date', Uint32Array.from(lines.rows()));

  /** The place of each row in the order of date. */
  const placesOf = (): Uint32Array => {
    if (places?.changes === changes()) return places.of;
    const of = new Uint32Array(lines.last() + 1);
    for (const [place, row] of byDate().entries()) of[row] = place;
    places = { changes: changes(), of };
    return of;
  };

  function* keysOf(column: string, keyOf: KeyOf): Steps<string[]> {
    const read = db
      .prepare<[number, number], [number, string | null]>(
        `SELECT row, CAST(${column} AS TEXT) FROM cable_line WHERE row > ? ORDER BY row LIMIT ?`,
      )
      .raw();
    const keys: string[] = [];
    for (let after = 0; ; yield) {
      const slice = read.all(after, SLICE);
      for (const [row, value] of slice) keys[row] = value === null ? '' : keyOf(value);
      const last = slice.at(-1);
      if (!last) return keys;
      after = last[0];
    }
  }

  function* sorted(by: SortColumn, descending: boolean): Steps<Uint32Array> {
    const rows = byDate();
    yield;
    const sign = descending ? -1 : 1;
    if (by === 'date') {
      const dated = rows.filter((row) => hasDate(row));
      const undated = rows.filter((row) => !hasDate(row));
      return Uint32Array.from([...(descending ? dated.toReversed() : dated), ...undated]);
    }
    const keys = yield* keysOf(...SORTED[by]);
    const at = placesOf();
    const compare = (a: number, b: number): number => {
      const [one = '', other = ''] = [keys[a], keys[b]];
      if (one === other) return (at[a] ?? 0) - (at[b] ?? 0);
      if (one === '' || other === '') return one === '' ? 1 : -1;
      return one < other ? -sign : sign;
    };
    return yield* mergeSorted(rows, compare);
  }

  const undated = db
    .prepare<[], number>("SELECT row FROM cable_line WHERE discarded = 0 AND sort_key >= '9999'")
    .pluck();
  let withoutDate: { readonly changes: number; readonly rows: ReadonlySet<number> } | null = null;
  const hasDate = (row: number): boolean => {
    if (withoutDate?.changes !== changes())
      withoutDate = { changes: changes(), rows: new Set(undated.all()) };
    return !withoutDate.rows.has(row);
  };

  return {
    /** All rows of the list in an order; by relevance means by date, as nothing is looked for. */
    *rows({ by, descending }: CableOrder): Steps<Uint32Array> {
      if (by === 'relevance' || (by === 'date' && !descending)) return byDate();
      const name = `${by} ${descending}`;
      const found = known(name);
      if (found) return found;
      const before = changes();
      const rows = yield* sorted(by, descending);
      // What has changed in between makes it old at once.
      if (kept.size > 6) kept.clear();
      kept.set(name, { changes: before, rows });
      return rows;
    },

    /** The place of each row in the order of date. */
    places: placesOf,
  };
}

/** Sorts rows in steps: short runs one by one, then two and two of them together. */
function* mergeSorted(
  rows: Uint32Array,
  compare: (a: number, b: number) => number,
): Steps<Uint32Array> {
  let from = rows.slice();
  for (let at = 0; at < from.length; at += RUN) {
    from.subarray(at, at + RUN).sort(compare);
    yield;
  }
  let to = new Uint32Array(from.length);
  for (let width = RUN; width < from.length; width *= 2) {
    for (let at = 0; at < from.length; at += 2 * width) {
      merge(from, to, [at, at + width, at + 2 * width], compare);
      yield;
    }
    [from, to] = [to, from];
  }
  return from;
}

/** Merges two runs beside each other, `[first, second)` and `[second, end)`. */
function merge(
  from: Uint32Array,
  to: Uint32Array,
  [first, second, end]: readonly [number, number, number],
  compare: (a: number, b: number) => number,
): void {
  const middle = Math.min(second, from.length);
  const last = Math.min(end, from.length);
  let [left, right] = [first, middle];
  for (let at = first; at < last; at += 1) {
    const takeLeft =
      right >= last || (left < middle && compare(from[left] ?? 0, from[right] ?? 0) <= 0);
    to[at] = (takeLeft ? from[left] : from[right]) ?? 0;
    if (takeLeft) left += 1;
    else right += 1;
  }
}

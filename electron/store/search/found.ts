import type { CheckedInput } from '../../../domain/contract.ts';
import type { CableOrder } from '../../../domain/search/order.ts';
import type { Library } from '../library.ts';
import { hasBit } from './bits.ts';
import { among, ranker, type Ranked } from './ranking.ts';
import type { Prepared, Searcher } from './searcher.ts';
import type { Steps } from './turns.ts';

/** A stretch of what was found, as rows; see `search.results`. */
export interface FoundRows {
  readonly total: number | null;
  readonly ranked: number | null;
  readonly rows: readonly number[];
}

/** A stretch of the list, as rows, and how many there are in all. */
export interface ListedRows {
  readonly total: number;
  readonly rows: readonly number[];
}

/** What was ranked of a query, in the library as it was. */
interface KeptRanking {
  readonly changes: number;
  readonly ranked: Ranked;
  /** What was found besides, in the order of the list; null until somebody asks. */
  rest: readonly number[] | null;
}

/** How many rankings are kept. */
const KEPT = 8;

/** Finds stretches of what queries find, and keeps what was ranked last. */
export function foundKeeper({ db, index }: Pick<Library, 'db' | 'index'>, search: Searcher) {
  const ranks = ranker(db);
  const rankings = new Map<string, KeptRanking>();

  function* ranking(typed: string, prepared: Prepared, whole: boolean): Steps<KeptRanking | null> {
    const { compiled } = prepared;
    if (!compiled || compiled.ranking === null) return null;
    const name = `${whole} ${typed}`;
    const known = rankings.get(name);
    if (known?.changes === index.changes()) return known;
    const changes = index.changes();
    const made = { changes, ranked: yield* ranked(typed, prepared, whole), rest: null };
    if (rankings.size >= KEPT) rankings.clear();
    rankings.set(name, made);
    return made;
  }

  function* ranked(typed: string, { compiled }: Prepared, whole: boolean): Steps<Ranked> {
    const deleted = new Set(index.lines.discarded());
    const wanted =
      (compiled?.expression ?? null) === null
        ? among(yield* search.bitsFor(typed))
        : (row: number) => !deleted.has(row);
    return yield* ranks.rank(compiled?.ranking ?? '', wanted, whole);
  }

  /** What was found and not ranked, in the order of the list. */
  function* restOf(typed: string, kept: KeptRanking): Steps<readonly number[]> {
    if (kept.rest) return kept.rest;
    const done = new Set(kept.ranked.rows);
    const all = yield* search.ordered(typed, { by: 'date', descending: false });
    kept.rest = Array.from(all).filter((row) => !done.has(row));
    return kept.rest;
  }

  return {
    /** A stretch of what a query finds, in an order. */
    *stretch(input: CheckedInput<'search.results'>): Steps<FoundRows> {
      const { query: typed, order, offset, limit, whole } = input;
      const prepared = search.prepare(typed);
      const made = order.by === 'relevance' ? yield* ranking(typed, prepared, whole) : null;
      if (!made) return { ...(yield* listed(search, index, input)), ranked: null };

      const { rows, all } = made.ranked;
      const pure = prepared.compiled?.expression !== null;
      if (pure && all)
        return { total: rows.length, ranked: null, rows: rows.slice(offset, offset + limit) };
      const within = rows.slice(offset, offset + limit);
      const missing = limit - within.length;
      const rest = missing === 0 ? [] : yield* restOf(typed, made);
      const from = Math.max(0, offset - rows.length);
      return {
        total: made.rest ? rows.length + made.rest.length : search.countKnown(typed),
        ranked: all ? null : rows.length,
        rows: [...within, ...rest.slice(from, from + missing)],
      };
    },
  };
}

/** A stretch of what a query finds, in an order of the list. By date, all cables need not be put in order first. */
export function* listed(
  search: Searcher,
  { lines }: Library['index'],
  {
    query,
    order,
    offset,
    limit,
  }: Pick<CheckedInput<'search.results'>, 'query' | 'order' | 'offset' | 'limit'>,
): Steps<ListedRows> {
  if (isByDate(order) && !search.prepare(query).query)
    return { total: lines.count(), rows: lines.stretch(offset, limit) };
  const all = yield* search.ordered(query, order);
  return { total: all.length, rows: Array.from(all.subarray(offset, offset + limit)) };
}

/** Whether an order is that of the list's own index. */
function isByDate({ by, descending }: CableOrder): boolean {
  return by === 'relevance' || (by === 'date' && !descending);
}

/** The place of a cable in what a query finds, in an order; null where it is not found. */
export function* positionOf(
  search: Searcher,
  { lines }: Library['index'],
  { id, query, order }: CheckedInput<'cable.position'>,
): Steps<number | null> {
  const row = lines.rowOf(id);
  if (lines.listedRow(id) === null) return null;
  if (isByDate(order) && !search.prepare(query).query) return lines.position(row);
  const bits = yield* search.bitsFor(query);
  if (!hasBit(bits, row)) return null;
  const place = (yield* search.ordered(query, order)).indexOf(row);
  return place < 0 ? null : place;
}

export type FoundKeeper = ReturnType<typeof foundKeeper>;

import { fail } from '../../../domain/failure.ts';
import { parseQuery } from '../../../domain/search/parse.ts';
import type { Query } from '../../../domain/search/query.ts';
import type { CableOrder } from '../../../domain/search/order.ts';
import type { Database } from '../database.ts';
import type { tagTable } from '../tags.ts';
import { bitsOf, countBits, hasBit, removeBit, rowsOf, type Bits } from './bits.ts';
import { columnKeeper } from './columns.ts';
import type { IndexTable } from './index-table.ts';
import { orderKeeper } from './orders.ts';
import { rowFinder, type Compiled, type Scene } from './rows.ts';
import { atOnce, type Steps } from './turns.ts';

/** A query that was read and made ready; null asks for all cables. */
export interface Prepared {
  readonly query: Query | null;
  readonly compiled: Compiled | null;
  readonly scene: Scene;
}

/** How many queries are kept with what they find. */
const KEPT = 8;

/** The search in a library. What was found is kept until the library changes. */
export function searcher(db: Database, index: IndexTable, tags: ReturnType<typeof tagTable>) {
  const { lines, changes } = index;
  const columns = columnKeeper(db, index);
  const finder = rowFinder(db, index, columns);
  const orders = orderKeeper(db, index);

  let seen = -1;
  const prepared = new Map<string, Prepared>();
  const found = new Map<string, Bits>();
  let listed: Bits | null = null;
  const forgetOld = () => {
    if (seen === changes()) return;
    seen = changes();
    prepared.clear();
    found.clear();
    listed = null;
  };

  const sceneNow = (): Scene => {
    const last = lines.last();
    return { tags: tags.list(), last, listed: () => (listed ??= bitsOf(lines.rows(), last)) };
  };

  const withoutDeleted = (bits: Bits): Bits => {
    for (const row of lines.discarded()) removeBit(bits, row);
    return bits;
  };

  const prepare = (typed: string): Prepared => {
    forgetOld();
    const known = prepared.get(typed);
    if (known) return known;
    const query = readOrFail(typed);
    const scene = sceneNow();
    const made = { query, compiled: query && finder.compile(query, scene), scene };
    if (prepared.size >= KEPT) prepared.clear();
    prepared.set(typed, made);
    return made;
  };

  /** The rows a query finds, deleted ones left out. */
  function* bitsFor(typed: string): Steps<Bits> {
    // Others may write while columns are read, so it is made ready again then.
    if (prepare(typed).compiled?.asksColumns === true) yield* columns.refresh();
    const { compiled, scene } = prepare(typed);
    if (!compiled) return scene.listed();
    const known = found.get(typed);
    if (known) return known;
    const bits = withoutDeleted(compiled.rows());
    if (found.size >= KEPT) found.clear();
    found.set(typed, bits);
    return bits;
  }

  /** The rows a query finds, in an order of the list. */
  function* ordered(typed: string, order: CableOrder): Steps<Uint32Array> {
    const all = yield* orders.rows(order);
    const { query } = prepare(typed);
    if (!query) return all;
    const bits = yield* bitsFor(typed);
    return all.filter((row) => hasBit(bits, row));
  }

  return {
    columns,
    orders,
    prepare,
    bitsFor,
    ordered,

    /** The rows a query finds that was not typed, null all; columns are to be refreshed before. */
    bitsOf(query: Query | null): Bits {
      forgetOld();
      const scene = sceneNow();
      return query ? withoutDeleted(finder.compile(query, scene).rows()) : scene.listed();
    },

    /** How many cables a query finds, where that is known already. */
    countKnown(typed: string): number | null {
      forgetOld();
      const bits = found.get(typed);
      return bits ? countBits(bits) : null;
    },

    /** The rows of all cables a query finds, ascending. Fails with `bad-query`. */
    rows: (typed: string): number[] => rowsOf(atOnce(bitsFor(typed))),

    /** All cables a query finds, in an order; by relevance means by date. Fails with `bad-query`. */
    idsOf: (typed: string, order: CableOrder): string[] =>
      Array.from(atOnce(ordered(typed, order)), lines.idOf),

    /** The cable of a row. */
    idOf: lines.idOf,

    /** The row of a cable. */
    rowOf: lines.rowOf,
  };
}

export type Searcher = ReturnType<typeof searcher>;

/** Reads a query; fails with `bad-query` where nothing of it can be understood. */
function readOrFail(typed: string): Query | null {
  const { query, problems } = parseQuery(typed);
  const [problem] = problems;
  return query === null && problem ? fail('bad-query', problem.message) : query;
}

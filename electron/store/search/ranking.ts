import type { Database } from '../database.ts';
import { hasBit, type Bits } from './bits.ts';
import type { Steps } from './turns.ts';

/** How many matches are ranked before the first are shown. */
export const RANKED = 400;

/** How many matches are ranked in one step. */
const SLICE = 2000;

/** How much a word counts in each column, in their order: in a title it says what the cable is about. */
const WEIGHTS = '1, 1, 8, 3, 2, 3, 2, 2, 1, 1';

type Scored = readonly [row: number, score: number];

/** What was ranked: rows, the best first, and whether these are all that the words find. */
export interface Ranked {
  readonly rows: readonly number[];
  readonly all: boolean;
}

/** Ranks what is found by its words (BM25). */
export function ranker(db: Database) {
  const score = db
    .prepare<[string, number, number], Scored>(
      `SELECT rowid, bm25(cable_index, ${WEIGHTS}) FROM cable_index
        WHERE cable_index MATCH ? AND rowid > ? LIMIT ?`,
    )
    .raw();

  return {
    /**
     * Ranks rows that an expression of FTS5 finds and that are wanted: the first of them, some
     * `RANKED`, or all.
     */
    *rank(expression: string, wanted: (row: number) => boolean, whole: boolean): Steps<Ranked> {
      const scored: Scored[] = [];
      const enough = whole ? Infinity : RANKED;
      let all = false;
      for (let after = 0; !all && scored.length < enough; yield) {
        const limit = whole ? SLICE : RANKED + 1;
        const slice = score.all(expression, after, limit);
        for (const each of slice) if (wanted(each[0])) scored.push(each);
        all = slice.length < limit;
        after = slice.at(-1)?.[0] ?? after;
      }
      if (scored.length > enough) {
        scored.length = enough;
        all = false;
      }
      scored.sort(([a, of], [b, than]) => of - than || a - b);
      return { rows: scored.map(([row]) => row), all };
    },
  };
}

/** Whether a row is in a set. */
export function among(bits: Bits): (row: number) => boolean {
  return (row) => hasBit(bits, row);
}

import type { Side } from '../../../domain/annotation/annotation.ts';
import { keysOf, type LineKeys, type Mark, markOf } from '../../../domain/search/concordance.ts';
import type { ConcordanceOrder } from '../../../domain/search/result.ts';
import { sorting } from '../../../domain/search/sorting.ts';
import type { Range } from '../../../domain/text/range.ts';
import { inTurns } from './turns.ts';

/** The most lines that are held. */
const MOST = 50_000;

/** Where a line stood when it was found, without its words. */
export interface LinePlace extends Range, Mark {
  /** The row of its cable. */
  readonly row: number;
  readonly side: Side;
}

/** A cable with lines as it was when they were found. */
export interface CableLines {
  readonly cableId: string;
  readonly version: number;
  /** Its lines are those from `first` to before `end`. */
  readonly first: number;
  readonly end: number;
}

/** A cable whose lines are added: all of it by which lines are known and put in order. */
export interface NewLines {
  readonly row: number;
  readonly cableId: string;
  readonly version: number;
  /** What puts cables in order. */
  readonly sortKey: string;
}

type By = ConcordanceOrder['by'];

/**
 * The lines of a concordance, as small as they can be held: places, and per order one number a line.
 * The words by which they are put in order are let go as soon as they have been.
 */
export function lineKeeper() {
  const rows = new Int32Array(MOST);
  const froms = new Int32Array(MOST);
  const tos = new Int32Array(MOST);
  const nears = new Int32Array(MOST);
  const nexts = new Int32Array(MOST);
  const originals = new Uint8Array(MOST);
  const cables = new Map<number, CableLines>();
  const keys = new Map<By, string[]>(
    (['left', 'hit', 'right', 'cable'] as const).map((by) => [by, []]),
  );
  const orders = new Map<By, Promise<Int32Array>>();
  let count = 0;

  const sort = async (by: By): Promise<Int32Array> => {
    const places = await inTurns(sorting(keys.get(by) ?? []));
    keys.delete(by);
    return places;
  };

  return {
    /** Adds the lines of one cable, all at once; false where there is no room for all. */
    add(cable: NewLines, side: Side, text: string, places: readonly Range[]): boolean {
      const { row, cableId, version, sortKey } = cable;
      const first = cables.get(row)?.first ?? count;
      for (const place of places) {
        if (count === MOST) return false;
        const words: LineKeys = keysOf(text, place);
        rows[count] = row;
        froms[count] = place.from;
        tos[count] = place.to;
        const { near, next } = markOf(words);
        nears[count] = near;
        nexts[count] = next;
        originals[count] = side === 'original' ? 1 : 0;
        for (const by of ['left', 'hit', 'right'] as const) keys.get(by)?.push(words[by]);
        keys.get('cable')?.push(sortKey);
        count += 1;
        cables.set(row, { cableId, version, first, end: count });
      }
      return true;
    },

    count: (): number => count,

    /** The cables that have lines, by their rows. */
    cables: (): ReadonlyMap<number, CableLines> => cables,

    /** Where a line stood. */
    place: (line: number): LinePlace => ({
      row: rows[line] ?? 0,
      side: originals[line] === 1 ? 'original' : 'transcription',
      from: froms[line] ?? 0,
      to: tos[line] ?? 0,
      near: nears[line] ?? 0,
      next: nexts[line] ?? 0,
    }),

    /** The lines in an order, ascending; others have turns while it is found for the first time. */
    inOrder(by: By): Promise<Int32Array> {
      const known = orders.get(by) ?? sort(by);
      orders.set(by, known);
      return known;
    },
  };
}

export type LineKeeper = ReturnType<typeof lineKeeper>;

import type { Pair } from './anchors.ts';
import type { Stretch } from './tokens.ts';

/** More edits than these are not counted; the stretches then have nothing in common. */
const MOST = 1500;

/**
 * What two stretches have in common when as little as possible is taken out and put in (E. W. Myers,
 * "An O(ND) Difference Algorithm and Its Variations", 1986). `effort.left` is what it may still cost
 * and goes down by what it did; nothing is in common where that, or `MOST` edits, were not enough.
 */
export function shortestEdit(
  a: Int32Array,
  b: Int32Array,
  { fromA, toA, fromB, toB }: Stretch,
  effort: { left: number },
): Pair[] {
  const lengthA = toA - fromA;
  const lengthB = toB - fromB;
  const most = Math.min(MOST, lengthA + lengthB);
  /** By diagonal (place in a less place in b, moved up by `most`): how far in a it is reached. */
  const reached = new Int32Array(2 * most + 3);
  const rounds: Int32Array[] = [];
  for (let edits = 0; edits <= most && effort.left > 0; edits++) {
    rounds.push(reached.slice(most - edits, most + edits + 3));
    for (let diagonal = -edits; diagonal <= edits; diagonal += 2) {
      const left = reached[most + diagonal] ?? 0;
      const right = reached[most + diagonal + 2] ?? 0;
      const down = diagonal === -edits || (diagonal !== edits && left < right);
      const start = down ? right : left + 1;
      let x = start;
      while (x < lengthA && x - diagonal < lengthB && a[fromA + x] === b[fromB + x - diagonal]) x++;
      reached[most + diagonal + 1] = x;
      effort.left -= 1 + x - start;
      if (x >= lengthA && x - diagonal >= lengthB)
        return pairsOf(rounds, lengthA, lengthB).map(([i, j]) => [fromA + i, fromB + j]);
    }
  }
  return [];
}

/** The way back through the rounds; `rounds[n]` holds the diagonals -n-1 … n+1 before round n. */
function pairsOf(rounds: readonly Int32Array[], lengthA: number, lengthB: number): Pair[] {
  const pairs: Pair[] = [];
  let x = lengthA;
  let y = lengthB;
  for (let edits = rounds.length - 1; edits >= 0; edits--) {
    const before = rounds[edits];
    const diagonal = x - y;
    const left = before?.[diagonal - 1 + edits + 1] ?? 0;
    const right = before?.[diagonal + 1 + edits + 1] ?? 0;
    const down = diagonal === -edits || (diagonal !== edits && left < right);
    const start = edits === 0 ? 0 : down ? right : left + 1;
    while (x > start) pairs.push([--x, --y]);
    if (edits === 0) break;
    x = down ? x : x - 1;
    y = down ? y - 1 : y;
  }
  return pairs.toReversed();
}

import type { Stretch } from './tokens.ts';

/** A token of the one text, and the one of the other that is the same. */
export type Pair = readonly [a: number, b: number];

/**
 * The most tokens that stand once in the stretch of either text and come in the same order in both,
 * in that order (patience sorting). `keys` tell the tokens apart; those below 0 are passed over.
 */
export function anchors(keysA: Int32Array, keysB: Int32Array, stretch: Stretch): Pair[] {
  return longestRising(uniquePairs(keysA, keysB, stretch));
}

const SEVERAL = -1;

/** Where each key stands in `[from, to)`, `SEVERAL` where it stands more than once. */
function placesOf(keys: Int32Array, from: number, to: number): Map<number, number> {
  const places = new Map<number, number>();
  for (let at = from; at < to; at++) {
    const key = keys[at] ?? -1;
    if (key >= 0) places.set(key, places.has(key) ? SEVERAL : at);
  }
  return places;
}

/** What stands once in both, in the order of the first text. */
function uniquePairs(keysA: Int32Array, keysB: Int32Array, stretch: Stretch): Pair[] {
  const places = placesOf(keysB, stretch.fromB, stretch.toB);
  const pairs: Pair[] = [];
  for (const [key, a] of placesOf(keysA, stretch.fromA, stretch.toA)) {
    const b = places.get(key) ?? SEVERAL;
    if (a !== SEVERAL && b !== SEVERAL) pairs.push([a, b]);
  }
  return pairs.toSorted(([a], [b]) => a - b);
}

/** The longest choice of the pairs in which the second text's places rise too. */
function longestRising(pairs: readonly Pair[]): Pair[] {
  /** By length of choice: the pair that ends such a choice earliest. */
  const ends: number[] = [];
  const previous = new Int32Array(pairs.length).fill(-1);
  for (const [index, [, b]] of pairs.entries()) {
    let low = 0;
    let high = ends.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((pairs[ends[middle] ?? 0]?.[1] ?? 0) < b) low = middle + 1;
      else high = middle;
    }
    previous[index] = ends[low - 1] ?? -1;
    ends[low] = index;
  }
  const chosen: Pair[] = [];
  for (let index = ends.at(-1) ?? -1; index >= 0; index = previous[index] ?? -1) {
    const pair = pairs[index];
    if (pair) chosen.push(pair);
  }
  return chosen.toReversed();
}

/** How many strings are sorted, or compared in merging, between two turns for others. */
const SLICE = 4096;

/**
 * Puts strings in order, code unit by code unit; those alike keep their order. It halts now and then, so
 * that whoever runs it can give others a turn. What comes back are the places of the strings: the first
 * is where the first in order stands.
 */
export function* sorting(keys: readonly string[]): Generator<void, Int32Array, void> {
  const count = keys.length;
  let places = Int32Array.from(keys, (_, place) => place);
  for (let from = 0; from < count; from += SLICE) {
    places.subarray(from, from + SLICE).sort((a, b) => compared(keys, a, b));
    yield;
  }
  let merged = new Int32Array(count);
  for (let width = SLICE; width < count; width *= 2) {
    yield* merging(keys, { places, merged, width });
    [places, merged] = [merged, places];
  }
  return places;
}

interface Merging {
  readonly places: Int32Array;
  readonly merged: Int32Array;
  /** How many places beside each other are in order already. */
  readonly width: number;
}

function* merging(keys: readonly string[], { places, merged, width }: Merging) {
  const count = places.length;
  for (let from = 0; from < count; from += 2 * width) {
    const middle = Math.min(from + width, count);
    const end = Math.min(from + 2 * width, count);
    let [left, right] = [from, middle];
    for (let at = from; at < end; at++) {
      const a = places[left] ?? 0;
      const b = places[right] ?? 0;
      const first = right >= end || (left < middle && compared(keys, a, b) < 0);
      merged[at] = first ? a : b;
      if (first) left += 1;
      else right += 1;
      if (at % SLICE === SLICE - 1) yield;
    }
  }
}

/** Which of two strings comes first; of two that are alike the one that stood first. */
function compared(keys: readonly string[], a: number, b: number): number {
  const [one = '', other = ''] = [keys[a], keys[b]];
  if (one < other) return -1;
  return one > other ? 1 : a - b;
}

import { setImmediate } from 'node:timers/promises';

/** How many items are sorted before others get a turn: some milliseconds. */
const A_TURN = 4_000;

/** Items in their order. However many there are, others get a turn every few milliseconds. */
export async function sortedInTurns<T>(
  items: readonly T[],
  compare: (a: T, b: T) => number,
): Promise<Iterable<T>> {
  const runs: Iterable<T>[] = [];
  for (let from = 0; from < items.length; from += A_TURN) {
    if (from > 0) await setImmediate();
    runs.push(items.slice(from, from + A_TURN).toSorted(compare));
  }
  return mergedAll(runs, compare);
}

/** Sorted runs as one, put together while it is read. */
function mergedAll<T>(runs: readonly Iterable<T>[], compare: (a: T, b: T) => number): Iterable<T> {
  const [first] = runs;
  if (runs.length <= 1) return first ?? [];
  const middle = runs.length >> 1;
  return merged(
    mergedAll(runs.slice(0, middle), compare),
    mergedAll(runs.slice(middle), compare),
    compare,
  );
}

function* merged<T>(a: Iterable<T>, b: Iterable<T>, compare: (a: T, b: T) => number): Generator<T> {
  const left = a[Symbol.iterator]();
  const right = b[Symbol.iterator]();
  let one = left.next();
  let other = right.next();
  while (!one.done && !other.done)
    if (compare(one.value, other.value) <= 0) {
      yield one.value;
      one = left.next();
    } else {
      yield other.value;
      other = right.next();
    }
  for (; !one.done; one = left.next()) yield one.value;
  for (; !other.done; other = right.next()) yield other.value;
}

import type { Change } from '../change/change.ts';

/**
 * Where a position of the cleaned text stands: `at` in the original, or, where `change` is the number of a
 * change, `at` in what that one puts in.
 */
export interface CleanedPlace {
  readonly change: number | null;
  readonly at: number;
}

/** An accepted change, its number among all, and where what it puts in begins in the cleaned text. */
interface Placed {
  readonly number: number;
  readonly change: Change;
  readonly begin: number;
}

function placedIn(changes: readonly Change[]): Placed[] {
  let shift = 0;
  return changes
    .map((change, number) => ({ change, number }))
    .filter(({ change }) => change.status === 'accepted')
    .toSorted((a, b) => a.change.from - b.change.from || a.change.to - b.change.to)
    .map(({ change, number }) => {
      const begin = change.from + shift;
      shift += change.insert.length - (change.to - change.from);
      return { change, number, begin };
    });
}

/** Tells where positions of the cleaned text stand. One at the edge of what a change puts in stands in it. */
export function cleanedPlaces(changes: readonly Change[]): (position: number) => CleanedPlace {
  const placed = placedIn(changes);
  return (position) => {
    let last = lastWhere(placed, ({ begin }) => begin <= position);
    const nearest = placed[last];
    if (!nearest) return { change: null, at: position };
    // Several may begin or end at the position; words that were put in are the surer hold.
    for (let one: Placed | undefined = nearest; one; one = placed[--last]) {
      const end = one.begin + one.change.insert.length;
      if (end < position) break;
      if (one.change.insert !== '') return { change: one.number, at: position - one.begin };
    }
    const end = nearest.begin + nearest.change.insert.length;
    if (position === end) return { change: null, at: nearest.change.from };
    return { change: null, at: nearest.change.to + position - end };
  };
}

/** The way back: the position of the cleaned text; null for a place that is not in it. */
export function cleanedPositions(
  changes: readonly Change[],
): (place: CleanedPlace) => number | null {
  const placed = placedIn(changes);
  const byNumber = new Map(placed.map((one) => [one.number, one]));
  return ({ change, at }) => {
    if (change !== null) {
      const own = byNumber.get(change);
      return own && at <= own.change.insert.length ? own.begin + at : null;
    }
    // The last change that lies before the place; those that only put words in at it come behind.
    const before = placed[lastWhere(placed, (one) => isBefore(one.change, at))];
    const next = placed.find(({ change: { from, to } }) => from < at && at < to);
    if (next) return null;
    if (!before) return at;
    return before.begin + before.change.insert.length + (at - before.change.to);
  };
}

function isBefore({ from, to }: Change, at: number): boolean {
  return from < to ? to <= at : to < at;
}

/** The index of the last one for which something holds that holds for none behind; -1 where it holds for none. */
function lastWhere(placed: readonly Placed[], holds: (one: Placed) => boolean): number {
  let low = 0;
  let high = placed.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    const one = placed[middle];
    if (one && holds(one)) low = middle + 1;
    else high = middle;
  }
  return low - 1;
}

import type { Change } from './change.ts';

/** The text after the accepted ones of some sorted changes. */
export function applyAccepted(text: string, changes: readonly Change[]): string {
  let result = '';
  let at = 0;
  for (const change of changes) {
    if (change.status !== 'accepted') continue;
    result += text.slice(at, change.from) + change.insert;
    at = change.to;
  }
  return result + text.slice(at);
}

/** A change with the place `[at, end)` that its `insert` has in the text after it. */
interface Placed {
  readonly change: Change;
  readonly at: number;
  readonly end: number;
}

/**
 * Two layers of accepted changes as one: `first` leads from an original to `between`, `second` was
 * found in `between`; the result leads from the original to where `second` leads. Both must be
 * sorted and without overlap, and so is the result. Where a second change covers text that a first
 * one put in, or goes over a place where one took text out, both become one change under the name of
 * the second; every other change stays as it is.
 */
export function composeChanges(
  first: readonly Change[],
  between: string,
  second: readonly Change[],
): Change[] {
  const placed = placesOf(first);
  const all: Change[] = [];
  let next = 0;
  let shift = 0;
  for (const change of apart(second, placed, between)) {
    for (; (placed[next]?.end ?? Infinity) <= change.from; next++)
      shift = settle(all, placed[next], shift);
    const covered: Placed[] = [];
    for (let one = placed[next]; one && one.at < change.to; one = placed[++next]) covered.push(one);
    all.push(united(change, covered, shift));
    shift = covered.at(-1) ? shiftAfter(covered.at(-1)) : shift;
  }
  for (; next < placed.length; next++) shift = settle(all, placed[next], shift);
  return all;
}

function placesOf(changes: readonly Change[]): Placed[] {
  let shift = 0;
  return changes.map((change) => {
    const at = change.from + shift;
    const end = at + change.insert.length;
    shift = end - change.to;
    return { change, at, end };
  });
}

/** What to add to a position after this change to find it in the original. */
function shiftAfter(placed: Placed | undefined): number {
  return placed ? placed.change.to - placed.end : 0;
}

function settle(all: Change[], placed: Placed | undefined, shift: number): number {
  if (!placed) return shift;
  all.push(placed.change);
  return shiftAfter(placed);
}

/** One change over the original in the place of a second change and the first ones it covers. */
function united(change: Change, covered: readonly Placed[], shift: number): Change {
  const first = covered[0];
  const last = covered.at(-1);
  if (!first || !last) return { ...change, from: change.from + shift, to: change.to + shift };
  const head = first.change.insert.slice(0, Math.max(0, change.from - first.at));
  const tail = last.end > change.to ? last.change.insert.slice(change.to - last.at) : '';
  const from = Math.min(change.from + shift, first.change.from);
  const to = last.end > change.to ? last.change.to : change.to + shiftAfter(last);
  return { ...change, from, to, insert: head + change.insert + tail };
}

/** The second changes, those made one that share text which a first change put in. */
function apart(second: readonly Change[], placed: readonly Placed[], between: string): Change[] {
  const result: Change[] = [];
  let at = 0;
  for (const change of second) {
    const last = result.at(-1);
    while (at < placed.length && (placed[at]?.end ?? 0) <= change.from) at++;
    const shared = placed[at];
    if (last && shared && shared.at < last.to && shared.end > change.from) {
      const insert = last.insert + between.slice(last.to, change.from) + change.insert;
      result[result.length - 1] = { ...last, to: change.to, insert };
    } else result.push(change);
  }
  return result;
}

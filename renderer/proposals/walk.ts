import { type ChangeKey, keyOf, type StoredChange } from '../../domain/change/decision.ts';

/** The proposals that wait for a person, in reading order. */
export function waitingOf(changes: readonly StoredChange[]): StoredChange[] {
  return changes.filter(({ status }) => status === 'proposed').toSorted(inReadingOrder);
}

/**
 * The proposal to look at after `from` (`by` 1) or before it (-1), around the end of the text; with
 * nothing to start from, the first or the last one. Undefined where nothing waits.
 */
export function stepFrom(
  waiting: readonly StoredChange[],
  from: ChangeKey | null,
  by: 1 | -1,
): StoredChange | undefined {
  if (by === 1) {
    const next = from && waiting.find((change) => inReadingOrder(change, from) > 0);
    return next ?? waiting[0];
  }
  const previous = from && waiting.findLast((change) => inReadingOrder(change, from) < 0);
  return previous ?? waiting.at(-1);
}

/** Whether two keys name the same change. */
export function sameChange(a: ChangeKey | null, b: ChangeKey | null): boolean {
  return a !== null && b !== null && keyOf(a) === keyOf(b);
}

function inReadingOrder(a: ChangeKey, b: ChangeKey): number {
  return a.from - b.from || a.to - b.to || (a.rule < b.rule ? -1 : Number(a.rule > b.rule));
}

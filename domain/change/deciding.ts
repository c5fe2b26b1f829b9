import type { ChangeStatus } from './change.ts';
import { collide, type StoredChange } from './decision.ts';

/** What a person decides on a change, who it is and when (UTC ISO 8601). */
export interface Decision {
  readonly status: ChangeStatus;
  readonly by: string;
  readonly at: string;
}

/**
 * The change with a decision on it. Taking a decision back leaves a change to the cleaning again,
 * unless the cleaning would accept it by itself: then it waits because a person wants it to.
 */
export function decided(change: StoredChange, { status, by, at }: Decision): StoredChange {
  const own = status === 'proposed' && change.certainty !== 'certain';
  return { ...change, status, decidedBy: own ? null : by, decidedAt: own ? null : at };
}

/** Whether a decision would leave the change as it is: it has been made, or there is none to take back. */
export function isMade({ status, decidedBy }: StoredChange, decision: Decision): boolean {
  return status === decision.status && (status === 'proposed' || decidedBy !== null);
}

/** A change that cannot be accepted, and the change that claims its text. */
export interface Barred {
  readonly change: StoredChange;
  readonly by: StoredChange;
}

/**
 * Which of some changes of a cable can be accepted together: in reading order, each that collides
 * neither with an accepted one among `all` nor with one before it. `wanted` are not accepted yet.
 */
export function acceptable(
  wanted: readonly StoredChange[],
  all: readonly StoredChange[],
): { readonly free: StoredChange[]; readonly barred: Barred[] } {
  const accepted = all.filter(({ status }) => status === 'accepted').toSorted(inReadingOrder);
  const free: StoredChange[] = [];
  const barred: Barred[] = [];
  for (const change of wanted.toSorted(inReadingOrder)) {
    const last = free.at(-1);
    const by = last && collide(last, change) ? last : inTheWay(change, accepted);
    if (by) barred.push({ change, by });
    else free.push(change);
  }
  return { free, barred };
}

/** The two first changes of which both are accepted and claim the same text; null where all agree. */
export function firstCollision(changes: readonly StoredChange[]): Barred | null {
  const accepted = changes.filter(({ status }) => status === 'accepted');
  return acceptable(accepted, []).barred[0] ?? null;
}

function inReadingOrder(a: StoredChange, b: StoredChange): number {
  return a.from - b.from || a.to - b.to;
}

/** The accepted change that collides with `change`, found by halving, as accepted ones end in their order. */
function inTheWay(
  change: StoredChange,
  accepted: readonly StoredChange[],
): StoredChange | undefined {
  let low = 0;
  let high = accepted.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((accepted[middle]?.to ?? Infinity) < change.from) low = middle + 1;
    else high = middle;
  }
  for (let other = accepted[low]; other && other.from <= change.to; other = accepted[++low])
    if (collide(other, change)) return other;
  return undefined;
}

import { z } from 'zod';
import { Change } from './change.ts';

/**
 * A change as a library keeps it: with the person who decided on it and when (UTC ISO 8601), both
 * null as long as its status is the cleaning's own.
 */
export const StoredChange = z.strictObject({
  ...Change.shape,
  decidedBy: z.string().nullable(),
  decidedAt: z.iso.datetime().nullable(),
});
export type StoredChange = z.infer<typeof StoredChange>;

/** What tells one change of a cable from all others, whatever has been decided on it. */
export const ChangeKey = z.strictObject({
  from: z.int().nonnegative(),
  to: z.int().nonnegative(),
  rule: z.string().min(1),
});
export type ChangeKey = z.infer<typeof ChangeKey>;

/** A change's key as one word, for maps and lists. */
export function keyOf({ from, to, rule }: ChangeKey): string {
  return `${from}-${to}-${rule}`;
}

/** The change as cleaning found it, decided on by nobody. */
export function undecided(change: Change): StoredChange {
  return { ...change, decidedBy: null, decidedAt: null };
}

/** Whether two changes claim the same text, so that only one of them can be accepted. */
export function collide(a: Change, b: Change): boolean {
  if (a.from === a.to && b.from === b.to) return a.from === b.from;
  return a.from < b.to && b.from < a.to;
}

/**
 * The accepted changes that stand in the way of accepting `change`. A change never stands in its own
 * way.
 */
export function inTheWayOf(change: StoredChange, all: readonly StoredChange[]): StoredChange[] {
  return all.filter(
    (other) =>
      other.status === 'accepted' && keyOf(other) !== keyOf(change) && collide(other, change),
  );
}

/**
 * What a cable's changes are after it has been cleaned anew: the fresh findings, and over them what
 * persons have decided. A decision holds for every change that does the same to the text, whichever
 * rule finds it now, and it stays although no rule finds it any more. Where a fresh change collides
 * with one that a person has accepted it can only be proposed, and where it has its very key it is
 * dropped. In reading order.
 */
export function keepDecisions(
  fresh: readonly Change[],
  before: readonly StoredChange[],
): StoredChange[] {
  const decided = before.filter(({ decidedBy }) => decidedBy !== null);
  const kept = decided.filter(({ status }) => status === 'accepted');
  const keptDeeds = new Map(kept.map((change) => [keyOf(change), deedOf(change)]));
  // What is accepted decides on the text, so it goes before a rejection of the same.
  const decisions = new Map([...decided, ...kept].map((change) => [deedOf(change), change]));
  const accepted = new Set<string>();
  const found = fresh
    .filter((change) => (keptDeeds.get(keyOf(change)) ?? deedOf(change)) === deedOf(change))
    .map((change) => {
      const decision = decisions.get(deedOf(change));
      if (decision && !accepted.has(deedOf(change))) {
        const { status, decidedBy, decidedAt } = decision;
        if (status === 'accepted') accepted.add(deedOf(change));
        return { ...change, status, decidedBy, decidedAt };
      }
      const barred = change.status === 'accepted' && kept.some((other) => collide(other, change));
      return undecided(barred ? { ...change, status: 'proposed' } : change);
    });
  const foundDeeds = new Set(found.map(deedOf));
  const foundKeys = new Set(found.map(keyOf));
  const orphans = decided.filter(
    (change) => !foundDeeds.has(deedOf(change)) && !foundKeys.has(keyOf(change)),
  );
  return [...found, ...orphans].toSorted((a, b) => a.from - b.from || a.to - b.to);
}

/** What a change does to the text, whoever proposed it. */
function deedOf({ from, to, insert }: Change): string {
  return `${from} ${to} ${insert}`;
}

import { firstCollision } from '../change/deciding.ts';
import { collide, keyOf, type StoredChange } from '../change/decision.ts';
import { canonical, compareWords } from './canonical.ts';
import type { Conflict } from './conflict.ts';
import { deedsOf, lastTouched } from './deeds.ts';
import { conflictOf, settle, settledBy, type Kind } from './settle.ts';
import type { CableState, Deed, NameId } from './state.ts';
import { thing } from './things.ts';
import { changeTitle, changeWords } from './words.ts';

/** The changes of a cable that come out, the deeds of those that somebody has touched, and the conflicts. */
export interface MergedChanges {
  readonly changes: readonly StoredChange[];
  readonly deeds: ReadonlyMap<string, readonly Deed[]>;
  readonly conflicts: readonly Conflict[];
}

/**
 * What cleaning found, or found no more, is nobody's word against anybody's decision; and two that nobody has
 * decided on are no conflict.
 */
const kind: Kind<StoredChange> = {
  means: (change) => change && [change.status, change.insert],
  rank: (change) => (change === null ? 0 : 1),
  silent: (a, b) => a === null || b === null || (a.decidedBy === null && b.decidedBy === null),
  prefer: (a, b) => Number(b.decidedBy !== null) - Number(a.decidedBy !== null),
};

/** A change that is still to be reconciled with the others, with what has touched it. */
interface Standing {
  readonly change: StoredChange;
  readonly deeds: readonly Deed[];
}

/**
 * Merges the decisions of both sides, change by change. Of two accepted ones that claim the same text one holds:
 * what a person decided before what cleaning did, then what was decided later.
 */
export function mergeChanges(ours: CableState, theirs: CableState, nameId: NameId): MergedChanges {
  const here = byKey(ours.changes);
  const there = byKey(theirs.changes);
  const conflicts: Conflict[] = [];
  const deeds = new Map<string, readonly Deed[]>();
  const all: Standing[] = [];
  for (const key of new Set([...here.keys(), ...there.keys()])) {
    const one = here.get(key) ?? there.get(key);
    if (!one) continue;
    const name = thing.change(ours.id, one);
    const mine = { value: here.get(key) ?? null, deeds: deedsOf(ours.touches, name) };
    const other = { value: there.get(key) ?? null, deeds: deedsOf(theirs.touches, name) };
    const settled = settle(mine, other, kind);
    if (settled.deeds.length > 0) deeds.set(name, settled.deeds);
    if (settled.value) all.push({ change: settled.value, deeds: settled.deeds });
    if (!settled.conflict || !mine.value || !other.value) continue;
    const sides = {
      ours: saying(mine.value, mine.deeds),
      theirs: saying(other.value, other.deeds),
    };
    const [shown, hidden] =
      settled.from === 'ours' ? [sides.ours, sides.theirs] : [sides.theirs, sides.ours];
    conflicts.push(conflictOf({ ...headOf(ours, one), shown, hidden }, nameId));
  }
  const reconciled = reconcile(ours, all, nameId);
  for (const [name, own] of reconciled.deeds) deeds.set(name, own);
  return {
    changes: reconciled.changes.toSorted(inReadingOrder),
    deeds,
    conflicts: [...conflicts, ...reconciled.conflicts],
  };
}

/** What holds where accepted changes collide: the others are proposed again. */
function reconcile(cable: CableState, all: readonly Standing[], nameId: NameId): MergedChanges {
  const deeds = new Map<string, readonly Deed[]>();
  const conflicts: Conflict[] = [];
  if (firstCollision(all.map(({ change }) => change)) === null)
    return { changes: all.map(({ change }) => change), deeds, conflicts };
  const held: Standing[] = [];
  const changes = all.toSorted(byWeight).map((one): StoredChange => {
    const { change } = one;
    if (change.status !== 'accepted') return change;
    const winner = held.find((other) => collide(other.change, change));
    if (!winner) {
      held.push(one);
      return change;
    }
    const loser: StoredChange = { ...change, status: 'proposed', decidedBy: null, decidedAt: null };
    if (change.decidedBy === null) return loser;
    const winnerOut: StoredChange = {
      ...winner.change,
      ...{ status: 'proposed', decidedBy: null, decidedAt: null },
    };
    const conflict = conflictOf(
      {
        ...headOf(cable, change),
        shown: saying(winner.change, winner.deeds, loser),
        hidden: saying(change, one.deeds, winnerOut),
      },
      nameId,
    );
    conflicts.push(conflict);
    deeds.set(thing.change(cable.id, change), settledBy(conflict.id, one.deeds));
    return loser;
  });
  return { changes, deeds, conflicts };
}

/** The ones that hold first. */
function byWeight(a: Standing, b: Standing): number {
  const decided = Number(b.change.decidedBy !== null) - Number(a.change.decidedBy !== null);
  return (
    decided ||
    compareWords(lastTouched(b.deeds), lastTouched(a.deeds)) ||
    compareWords(canonical(b.change), canonical(a.change))
  );
}

function headOf({ id, sha256 }: CableState, change: StoredChange) {
  return {
    kind: 'change' as const,
    thing: thing.change(id, change),
    everywhere: thing.change(sha256, change),
    cableId: id,
    title: changeTitle(change),
  };
}

/** The decisions that hold together, that on `change` first. */
function saying(change: StoredChange, deeds: readonly Deed[], other?: StoredChange) {
  const words = changeWords(change, other !== undefined);
  const value = other ? [change, other] : [change];
  return { words, value, deeds, author: change.decidedBy };
}

function byKey(changes: readonly StoredChange[]): Map<string, StoredChange> {
  return new Map(changes.map((change) => [keyOf(change), change]));
}

function inReadingOrder(a: StoredChange, b: StoredChange): number {
  return a.from - b.from || a.to - b.to || compareWords(a.rule, b.rule);
}

import type { Text } from '@codemirror/state';
import type { StoredChange } from '../change/decision.ts';
import { quoteIn } from '../annotation/carry.ts';
import { carryEmendations } from '../emendation/carry.ts';
import { type Emendation, holds, inReadingOrder } from '../emendation/emendation.ts';
import { recleaning } from '../transcription/recleaning.ts';
import { acceptedChanges, applied } from '../transcription/transcription.ts';
import { canonical, compareWords, isSame } from './canonical.ts';
import type { Conflict } from './conflict.ts';
import { deedsOf, lastTouched, newerText } from './deeds.ts';
import { conflictOf, settle, settledBy, type Clash, type Kind } from './settle.ts';
import type { CableState, Deed, NameId } from './state.ts';
import { thing } from './things.ts';
import { emendationTitle, emendationWords } from './words.ts';

/** What is said of emendations whose words leave the cleaned text by merging. */
export const LEFT = 'The words it stood on left the cleaned text when libraries were merged.';

/** The emendations that come out, over the merged cleaned text, and what has touched them. */
export interface MergedEmendations {
  readonly emendations: readonly Emendation[];
  readonly deeds: ReadonlyMap<string, readonly Deed[]>;
  readonly conflicts: readonly Conflict[];
}

/** What emendations are merged over: the original, and the cleaned text that comes out. */
export interface Cleaned {
  readonly original: Text;
  readonly changes: readonly StoredChange[];
  readonly cleaned: Text;
}

/** Of one that nobody has touched since, the place is that on the side whose text is newer. */
function kindOf(newer: 'ours' | 'theirs' | null): Kind<Emendation> {
  return {
    means: (one) =>
      one && [one.from, one.to, one.insert, one.reason, one.note, one.witness, holds(one)],
    prefer: (a, b) =>
      newer === null ? Number(holds(b)) - Number(holds(a)) : newer === 'ours' ? -1 : 1,
  };
}

/** One that came out of settling by ids, with what has touched it. */
interface Standing {
  readonly emendation: Emendation;
  readonly deeds: readonly Deed[];
  /** The conflict about it with its deletion, where there is one. */
  readonly conflict: Conflict | null;
}

/**
 * Merges the emendations of both sides by their ids, carried to the merged cleaned text. Of two that claim the same
 * words the later one holds; the other is kept in a conflict, unless both say the same.
 */
export function mergeEmendations(
  ours: CableState,
  theirs: CableState,
  over: Cleaned,
  nameId: NameId,
): MergedEmendations {
  const kind = kindOf(newerText(ours.touches, theirs.touches));
  const here = carried(ours, over);
  const there = carried(theirs, over);
  const deeds = new Map<string, readonly Deed[]>();
  const conflicts: Conflict[] = [];
  const all: Standing[] = [];
  for (const id of idsOf(here, there, ours, theirs)) {
    const name = thing.emendation(id);
    const mine = { value: here.get(id) ?? null, deeds: deedsOf(ours.touches, name) };
    const other = { value: there.get(id) ?? null, deeds: deedsOf(theirs.touches, name) };
    const settled = settle(mine, other, kind);
    if (settled.deeds.length > 0) deeds.set(name, settled.deeds);
    let conflict: Conflict | null = null;
    const either = settled.value ?? mine.value ?? other.value;
    if (settled.conflict && either) {
      const sides = [mine, other].map(({ value, deeds: own }) => single(id, value, own, over));
      const [shown, hidden] = settled.from === 'ours' ? sides : sides.toReversed();
      if (shown && hidden)
        conflict = conflictOf({ ...headOf(ours, either, over), shown, hidden }, nameId);
    }
    if (conflict) conflicts.push(conflict);
    const deleted = mine.value === null || other.value === null;
    if (settled.value)
      all.push({
        emendation: settled.value,
        deeds: settled.deeds,
        conflict: deleted ? conflict : null,
      });
  }
  const stoodTogether = (a: Emendation, b: Emendation) =>
    [here, there].some((side) => isSame(side.get(a.id), a) && isSame(side.get(b.id), b));
  const reconciled = reconcile(ours, all, { ...over, stoodTogether }, nameId);
  for (const [name, own] of reconciled.deeds) deeds.set(name, own);
  return {
    emendations: ranked(reconciled.emendations),
    deeds,
    conflicts: [
      ...conflicts.filter(({ id }) => !reconciled.settled.has(id)),
      ...reconciled.conflicts,
    ],
  };
}

/** The emendations of a side, over the merged cleaned text. */
function carried(side: CableState, { original, changes, cleaned }: Cleaned) {
  const { emendations } = side;
  if (emendations.length === 0) return new Map<string, Emendation>();
  const step = recleaning(original, side.changes, changes);
  const before = applied(acceptedChanges(original, side.changes), original);
  const all = step.empty ? emendations : carryEmendations(emendations, step, before, cleaned, LEFT);
  return new Map(all.map((one) => [one.id, one]));
}

/** The ids of all emendations that either side has or has deleted, the same whichever is called ours. */
function idsOf(
  here: ReadonlyMap<string, Emendation>,
  there: ReadonlyMap<string, Emendation>,
  ours: CableState,
  theirs: CableState,
): string[] {
  const prefix = thing.emendation('');
  const touched = [...ours.touches.keys(), ...theirs.touches.keys()]
    .filter((name) => name.startsWith(prefix))
    .map((name) => name.slice(prefix.length));
  return [...new Set([...here.keys(), ...there.keys(), ...touched])].toSorted(compareWords);
}

interface Reconciling extends Cleaned {
  /** Whether two have already stood beside each other on one side, at one place. */
  readonly stoodTogether: (a: Emendation, b: Emendation) => boolean;
}

/** What holds where emendations claim the same words. */
function reconcile(cable: CableState, all: readonly Standing[], over: Reconciling, nameId: NameId) {
  const deeds = new Map<string, readonly Deed[]>();
  const conflicts: Conflict[] = [];
  const settled = new Set<string>();
  const emendations: Emendation[] = all
    .filter(({ emendation }) => !holds(emendation))
    .map(({ emendation }) => emendation);
  const held: Standing[] = [];
  for (const one of all.filter(({ emendation }) => holds(emendation)).toSorted(byWeight)) {
    const { emendation } = one;
    const winner = held.find(
      (other) =>
        claimTheSame(other.emendation, emendation) &&
        !over.stoodTogether(other.emendation, emendation),
    );
    if (!winner) {
      held.push(one);
      emendations.push(emendation);
      continue;
    }
    if (one.conflict) settled.add(one.conflict.id);
    const conflict = conflictOf(clashOf(cable, winner, one, over), nameId);
    if (!sayTheSame(winner.emendation, emendation, over.cleaned)) conflicts.push(conflict);
    deeds.set(thing.emendation(emendation.id), settledBy(conflict.id, one.deeds));
  }
  return { emendations, deeds, conflicts, settled };
}

function byWeight(a: Standing, b: Standing): number {
  return (
    compareWords(lastTouched(b.deeds), lastTouched(a.deeds)) ||
    compareWords(canonical(b.emendation), canonical(a.emendation))
  );
}

/** Whether two emendations stand on the same words, or put words in at the same place. */
export function claimTheSame(a: Emendation, b: Emendation): boolean {
  if (a.from === a.to && b.from === b.to) return a.from === b.from;
  return a.from < b.to && b.from < a.to;
}

/** Whether the text reads the same under both, and the same is said of why. */
function sayTheSame(a: Emendation, b: Emendation, cleaned: Text): boolean {
  const from = Math.min(a.from, b.from);
  const to = Math.max(a.to, b.to);
  const reading = (one: Emendation) =>
    cleaned.sliceString(from, one.from) + one.insert + cleaned.sliceString(one.to, to);
  return reading(a) === reading(b) && a.reason === b.reason && a.note === b.note;
}

function headOf(
  { id, sha256 }: CableState,
  emendation: Emendation,
  { cleaned }: Cleaned,
): Pick<Clash, 'kind' | 'thing' | 'everywhere' | 'cableId' | 'title'> {
  const name = thing.emendation(emendation.id);
  return {
    kind: 'emendation',
    thing: name,
    everywhere: `${sha256} ${name}`,
    cableId: id,
    title: emendationTitle(emendation, cleaned),
  };
}

function clashOf(cable: CableState, winner: Standing, loser: Standing, over: Cleaned): Clash {
  const say = (one: Standing, other: Standing) => ({
    words: emendationWords(one.emendation, over.cleaned),
    value: { put: [stored(one.emendation, over.cleaned)], gone: [other.emendation.id] },
    deeds: one.deeds,
    author: one.emendation.author,
  });
  return {
    ...headOf(cable, loser.emendation, over),
    shown: say(winner, loser),
    hidden: say(loser, winner),
  };
}

function single(
  id: string,
  emendation: Emendation | null,
  deeds: readonly Deed[],
  { cleaned }: Cleaned,
) {
  const put = emendation ? [stored(emendation, cleaned)] : [];
  return {
    words: emendationWords(emendation, cleaned),
    value: { put, gone: emendation ? [] : [id] },
    deeds,
    author: emendation?.author ?? null,
  };
}

/** An emendation with the words it stands on, by which its place is found again. */
function stored(emendation: Emendation, cleaned: Text) {
  return { emendation, quote: emendation.lost?.quote ?? quoteIn(cleaned, emendation) };
}

/** Emendations in reading order; those that only put words in at one place get their order. */
export function ranked(emendations: readonly Emendation[]): Emendation[] {
  let rank = 0;
  const all = emendations.toSorted(inReadingOrder);
  return all.map((one, index) => {
    const last = all[index - 1];
    const together = last?.from === one.from && last.to === one.to && one.from === one.to;
    rank = together ? rank + 1 : 0;
    return rank === one.rank ? one : { ...one, rank };
  });
}

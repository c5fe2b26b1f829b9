import { compareWords } from './canonical.ts';
import type { Deed, Touches } from './state.ts';

/** A version of a thing nobody has touched. */
export const UNTOUCHED: readonly Deed[] = [];

/** What has touched a thing. */
export function deedsOf(touches: Touches, thing: string): readonly Deed[] {
  return touches.get(thing) ?? UNTOUCHED;
}

/** How two versions of a thing stand to each other: the same, one that holds the other, or neither holds the other. */
export type Standing = 'same' | 'ours' | 'theirs' | 'apart';

/** Which of two versions is newer. */
export function standing(ours: readonly Deed[], theirs: readonly Deed[]): Standing {
  const here = new Set(ours.map(({ id }) => id));
  const there = new Set(theirs.map(({ id }) => id));
  const holdsTheirs = theirs.every(({ id }) => here.has(id));
  const holdsOurs = ours.every(({ id }) => there.has(id));
  if (holdsTheirs && holdsOurs) return 'same';
  if (holdsTheirs) return 'ours';
  return holdsOurs ? 'theirs' : 'apart';
}

/** The kinds of things that make the text of a cable. */
const OF_TEXT = /^(?:change|emendation):/u;

/** On which side the text of a cable is newer: it has all that has touched it on the other, and more. */
export function newerText(ours: Touches, theirs: Touches): 'ours' | 'theirs' | null {
  const all = [...new Set([...ours.keys(), ...theirs.keys()])]
    .filter((thing) => OF_TEXT.test(thing))
    .map((thing) => standing(deedsOf(ours, thing), deedsOf(theirs, thing)));
  const knows = (side: Standing) => all.every((each) => each === side || each === 'same');
  if (all.every((each) => each === 'same')) return null;
  if (knows('ours')) return 'ours';
  return knows('theirs') ? 'theirs' : null;
}

/** All of two versions, each deed once, in the order of ids. */
export function union(ours: readonly Deed[], theirs: readonly Deed[]): readonly Deed[] {
  if (theirs.length === 0) return ours;
  const all = new Map([...theirs, ...ours].map((deed) => [deed.id, deed]));
  return [...all.values()].toSorted((a, b) => compareWords(a.id, b.id));
}

/** The latest of some deeds; null where there is none. */
export function latest(deeds: readonly Deed[]): Deed | null {
  return deeds.reduce<Deed | null>(
    (last, deed) => (last === null || compareDeeds(last, deed) < 0 ? deed : last),
    null,
  );
}

/** When a thing was touched last (UTC ISO 8601), '' where nobody has. */
export function lastTouched(deeds: readonly Deed[]): string {
  return latest(deeds)?.time ?? '';
}

/** What of `all` is not among `known`. */
export function unknownTo(known: readonly Deed[], all: readonly Deed[]): Deed[] {
  const ids = new Set(known.map(({ id }) => id));
  return all.filter(({ id }) => !ids.has(id));
}

function compareDeeds(a: Deed, b: Deed): number {
  return compareWords(a.time, b.time) || compareWords(a.id, b.id);
}

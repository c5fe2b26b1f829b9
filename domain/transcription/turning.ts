import { ChangeSet, type Text } from '@codemirror/state';
import type { StoredChange } from '../change/decision.ts';
import { carriedRange } from '../annotation/carry.ts';
import { type Emendation, holds } from '../emendation/emendation.ts';
import { mappingOf } from './mapping.ts';
import { recleaning } from './recleaning.ts';
import { acceptedChanges, applied, textOf } from './transcription.ts';

/** The two layers that make a transcription of an original: what cleaning and persons changed, and what editors wrote. */
export interface Layers {
  readonly changes: readonly StoredChange[];
  readonly emendations: readonly Emendation[];
}

/** A replacement in a text. */
interface Replacement {
  readonly from: number;
  readonly to: number;
  readonly insert: Text;
}

/**
 * The step from the transcription under the layers `before` to the one under `after`, as a change set
 * over the former. Text on which both agree keeps its identity, what editors wrote as well, and
 * whatever stands on it keeps its place:
 *
 * 1. emendations that do not hold any more give way to the cleaned text they stood on;
 * 2. the cleaned text changes wherever no emendation stands over it;
 * 3. emendations that did not hold before come in.
 *
 * Throws an UnfitError where accepted changes or emendations of either side overlap.
 */
export function turning(original: Text, before: Layers, after: Layers): ChangeSet {
  const step = recleaning(original, before.changes, after.changes);
  const cleaned = applied(acceptedChanges(original, before.changes), original);
  const was = before.emendations.filter(holds);
  const becomes = after.emendations.filter(holds);
  const stays = staying(was, becomes, step);
  const stay = was.filter((one) => stays.has(one.id));

  const back = replaced(
    was,
    ({ id, from, to, insert }, shift) =>
      stays.has(id)
        ? null
        : {
            from: from + shift,
            to: from + shift + insert.length,
            insert: cleaned.slice(from, to),
          },
    () => true,
    lengthUnder(was, cleaned.length),
  );
  const under = ChangeSet.of(outside(step, stay), lengthUnder(stay, cleaned.length));
  const on = replaced(
    becomes,
    ({ id, from, to, insert }, shift) =>
      stays.has(id) ? null : { from: from + shift, to: to + shift, insert: textOf(insert) },
    ({ id }) => stays.has(id),
    under.newLength,
  );
  return back.compose(under).compose(on);
}

/** The ids of the emendations that hold before and after, with the same words over the same stretch. */
function staying(
  was: readonly Emendation[],
  becomes: readonly Emendation[],
  step: ChangeSet,
): Set<string> {
  const mapping = mappingOf(step);
  const after = new Map(becomes.map((one) => [one.id, one]));
  const stands = (one: Emendation) => {
    if (one.from < one.to) return carriedRange(one, mapping);
    const place = mapping.at(one.from, -1);
    return { from: place, to: place };
  };
  const stay = was.filter((one) => {
    const then = after.get(one.id);
    if (then?.insert !== one.insert) return false;
    const { from, to } = stands(one);
    const swallowed = one.from < one.to ? from === to : mapping.swallowed(one.from);
    return !swallowed && then.from === from && then.to === to;
  });
  return new Set(stay.map(({ id }) => id));
}

/**
 * Replacements made of emendations, at their places in a text: `shift` is what the emendations before
 * that `count` have added to positions of the cleaned text. `length` is that of the text.
 */
function replaced(
  emendations: readonly Emendation[],
  replacement: (emendation: Emendation, shift: number) => Replacement | null,
  count: (emendation: Emendation) => boolean,
  length: number,
): ChangeSet {
  const all: Replacement[] = [];
  let shift = 0;
  for (const one of emendations) {
    const made = replacement(one, shift);
    if (made) all.push(made);
    if (count(one)) shift += growth(one);
  }
  return ChangeSet.of(all, length);
}

/** The length of a text once these emendations stand in it. */
function lengthUnder(emendations: readonly Emendation[], length: number): number {
  return emendations.reduce((sum, one) => sum + growth(one), length);
}

/**
 * What a step over the cleaned text does where none of the emendations that `stay` stands over it, at
 * its places in the text with them.
 */
function outside(step: ChangeSet, stay: readonly Emendation[]): Replacement[] {
  const all: Replacement[] = [];
  let next = 0;
  let shift = 0;
  const pass = () => {
    const one = stay[next];
    if (one) shift += growth(one);
    next += 1;
  };
  step.iterChanges((from, to, _fromB, _toB, insert) => {
    while (isBefore(stay[next], from)) pass();
    const over = stay[next];
    if (over && prevails(over, from, to)) return;
    const begin = over && over.from < from ? over.to : from;
    if (begin > from) pass();
    const end = Math.min(to, stay[next]?.from ?? to);
    all.push({ from: begin + shift, to: Math.max(begin, end) + shift, insert });
  }, true);
  return all;
}

/** Whether an emendation ends at a place or before it; one that only puts words in goes before what changes there. */
function isBefore(emendation: Emendation | undefined, place: number): boolean {
  return emendation !== undefined && emendation.to <= place;
}

/** Whether all of `[from, to)` of the cleaned text lies under an emendation. */
function prevails(emendation: Emendation, from: number, to: number): boolean {
  if (from === to) return emendation.from < from && from < emendation.to;
  return emendation.from <= from && to <= emendation.to;
}

/** How much longer an emendation makes the text. */
function growth({ from, to, insert }: Emendation): number {
  return insert.length - (to - from);
}

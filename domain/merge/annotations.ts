import type { ChangeSet, Text } from '@codemirror/state';
import type { Annotation, Target } from '../annotation/annotation.ts';
import { carryAnnotations, quoteIn } from '../annotation/carry.ts';
import type { Operation } from '../journal/operation.ts';
import { mappingOf } from '../transcription/mapping.ts';
import {
  type MapPiece,
  pieces,
  type Transcription,
  transcribe,
} from '../transcription/transcription.ts';
import { compareWords, isSame } from './canonical.ts';
import type { Conflict } from './conflict.ts';
import { deedsOf, newerText } from './deeds.ts';
import { standsFor, withinEdges } from './edges.ts';
import { conflictOf, settle, settledBy, type Kind } from './settle.ts';
import type { CableState, Deed, NameId } from './state.ts';
import { thing } from './things.ts';
import { annotationTitle, wordsOf } from './words.ts';

/** What is said of annotations whose words leave the transcription by merging. */
const LEFT = 'Its words left the transcription.';

/** The annotations that come out, and what has touched them. */
export interface MergedAnnotations {
  readonly annotations: readonly Annotation[];
  readonly deeds: ReadonlyMap<string, readonly Deed[]>;
  readonly conflicts: readonly Conflict[];
}

/** Annotations by their ids. */
type ById = ReadonlyMap<string, Annotation>;

/** The annotations of a side, carried to a text: as they come to stand there, and where the step alone leads them. */
export interface Carried {
  readonly standing: ById;
  readonly following: ById;
}

/** The annotations of a side, carried to the text that comes out; the versions of their targets are 0. */
export function carriedTo(side: CableState, step: ChangeSet, after: Transcription): Carried {
  const unversioned = side.annotations.map((one) => ({
    ...one,
    targets: one.targets.map((target) => ({ ...target, version: 0 })),
  }));
  if (step.empty) return { standing: byId(unversioned), following: byId(unversioned) };
  const mapping = mappingOf(step);
  const maps = {
    before: pieces(transcribe(side.original, side.changes, side.emendations)),
    after: pieces(after),
  };
  const all = carryAnnotations(unversioned, step, after.text, 0, LEFT);
  const trimmed = all.map((one, index) => {
    const was = unversioned[index]?.targets ?? [];
    const targets = one.targets.map((target, at) => {
      const before = was[at];
      const near = before?.lost === null && mapping.touches(before.from, before.to);
      return near ? onOwnWords(target, before, maps, after.text) : target;
    });
    return { ...one, targets };
  });
  return { standing: byId(trimmed), following: byId(all) };
}

function byId(all: readonly Annotation[]): ById {
  return new Map(all.map((one) => [one.id, one]));
}

/** A target that has been carried, without words at its edges that were not its own `before`. */
function onOwnWords(
  target: Target,
  before: Target,
  maps: { readonly before: readonly MapPiece[]; readonly after: readonly MapPiece[] },
  text: Text,
): Target {
  if (target.side === 'original' || target.lost !== null) return target;
  const own = standsFor(maps.before, before.from, before.to);
  const within = own && withinEdges(target, own, maps.after);
  if (!own || (within?.from === target.from && within.to === target.to)) return target;
  if (!within) return { ...target, to: target.from, lost: LEFT, quote: before.quote };
  return { ...target, ...within, quote: quoteIn(text, within) };
}

/**
 * A place that is lost on one side is no other place: its words have left that side's text. Where nobody has touched
 * an annotation since, it stands where it does on the side whose text is newer.
 */
function kindOf(newer: 'ours' | 'theirs' | null): Kind<Annotation> {
  return {
    means: (one) =>
      one && [one.tagIds.toSorted(), one.note, one.verdict?.value ?? null, one.targets.length],
    prefer: (a, b) => {
      if (newer !== null) return newer === 'ours' ? -1 : 1;
      return lostOf(a) - lostOf(b) || reachOf(b) - reachOf(a);
    },
  };
}

function lostOf({ targets }: Annotation): number {
  return targets.filter(({ lost }) => lost !== null).length;
}

function reachOf({ targets }: Annotation): number {
  return targets.reduce((sum, { from, to }) => sum + (to - from), 0);
}

/** Whether two annotations stand on the same passages, as far as both stand on any. */
function standTheSame(a: readonly Target[], b: readonly Target[]): boolean {
  return a.every((one, at) => {
    const other = b[at];
    if (!other || one.side !== other.side) return false;
    if (one.lost !== null || other.lost !== null) return true;
    return one.from === other.from && one.to === other.to;
  });
}

/**
 * Merges the annotations of both sides, each as it is carried to the merged text. One that a relation stands on
 * (`needed`) stays, although one side has deleted it.
 */
export function mergeAnnotations(
  ours: CableState,
  theirs: CableState,
  carried: { readonly ours: Carried; readonly theirs: Carried },
  needed: ReadonlySet<string>,
  nameId: NameId,
): MergedAnnotations {
  const kind = kindOf(newerText(ours.touches, theirs.touches));
  const deeds = new Map<string, readonly Deed[]>();
  const conflicts: Conflict[] = [];
  const annotations: Annotation[] = [];
  for (const id of idsOf(ours, theirs)) {
    const name = thing.annotation(id);
    const mine = {
      value: carried.ours.standing.get(id) ?? null,
      deeds: deedsOf(ours.touches, name),
    };
    const other = {
      value: carried.theirs.standing.get(id) ?? null,
      deeds: deedsOf(theirs.touches, name),
    };
    const either = mine.value ?? other.value;
    if (!either) continue;
    const settled = settle(mine, other, {
      ...kind,
      means: (one) => [kind.means(one), standsElsewhere(one, mine.value, other.value)],
    });
    const kept = settled.value ?? (needed.has(id) ? either : null);
    let all = settled.deeds;
    if (settled.conflict || kept !== settled.value) {
      const shown = kept === mine.value ? mine : other;
      const hidden = shown === mine ? other : mine;
      const conflict = conflictOf(
        {
          kind: 'annotation',
          thing: name,
          cableId: ours.id,
          title: annotationTitle(kept ?? either),
          shown: saying(shown.value, hidden.value, shown.deeds),
          hidden: saying(hidden.value, shown.value, hidden.deeds),
        },
        nameId,
      );
      conflicts.push(conflict);
      if (kept !== settled.value) all = settledBy(conflict.id, all);
    }
    if (all.length > 0) deeds.set(name, all);
    if (kept) annotations.push(kept);
  }
  return { annotations, deeds, conflicts };
}

/** Where a value stands, if both stand somewhere and not on the same passages. */
function standsElsewhere(one: Annotation | null, a: Annotation | null, b: Annotation | null) {
  if (!one || !a || !b || standTheSame(a.targets, b.targets)) return null;
  return one.targets.map(({ side, from, to }) => [side, from, to]);
}

/** An annotation as a conflict keeps it: without its id and its cable, which the conflict tells. */
function saying(one: Annotation | null, other: Annotation | null, deeds: readonly Deed[]) {
  const words = wordsOf('annotation', one, other);
  if (!one) return { words, value: null, deeds };
  const { id: _id, cableId: _cableId, ...value } = one;
  return { words, value, deeds };
}

function idsOf(ours: CableState, theirs: CableState): string[] {
  const ids = [...ours.annotations, ...theirs.annotations].map(({ id }) => id);
  const prefix = thing.annotation('');
  const touched = [...ours.touches.keys(), ...theirs.touches.keys()]
    .filter((name) => name.startsWith(prefix))
    .map((name) => name.slice(prefix.length));
  return [...new Set([...ids, ...touched])].toSorted(compareWords);
}

/**
 * What makes the annotations of our side those that come out: which are put and removed, and where those stand that
 * `carried` does not lead to their places.
 */
export function annotationOperations(
  ours: CableState,
  merged: readonly Annotation[],
  carried: Carried,
): { readonly operations: Operation[]; readonly placed: Annotation[] } {
  const was = new Map(ours.annotations.map((one) => [one.id, one]));
  const is = new Set(merged.map(({ id }) => id));
  const operations: Operation[] = ours.annotations
    .filter(({ id }) => !is.has(id))
    .map(({ id }) => ({ type: 'annotation.remove', id }));
  const placed: Annotation[] = [];
  for (const annotation of merged) {
    const before = was.get(annotation.id);
    if (!before || !isSame({ ...before, targets: [] }, { ...annotation, targets: [] }))
      operations.push({ type: 'annotation.put', annotation });
    else if (standsOtherwise(annotation, carried.following.get(annotation.id), before))
      placed.push(annotation);
  }
  return { operations, placed };
}

/** Whether the place of an annotation is to be told: it is not simply carried to, or words are lost or back. */
function standsOtherwise(
  { targets }: Annotation,
  carried: Annotation | undefined,
  before: Annotation,
): boolean {
  const fate = (all: readonly Target[]) => all.map(({ lost }) => lost);
  return !isSame(targets, carried?.targets) || !isSame(fate(targets), fate(before.targets));
}

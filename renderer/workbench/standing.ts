import type { Annotation, Side, Target } from '../../domain/annotation/annotation.ts';
import type { Range } from '../../domain/text/range.ts';
import { otherSide, overlapping, sideOf } from '../../domain/transcription/alignment.ts';
import type { Part } from './announcing.ts';
import { stretchesOf } from './highlights.ts';
import type { Manuscript } from './manuscript.ts';

/**
 * The stretches of one side that touch `[from, to]`, of all annotations, those made on the other side
 * too. Ten thousand annotations are looked over in a moment: a target that cannot be there is seen by
 * its numbers alone, and only the others are carried across by the map.
 */
export function partsNear(
  manuscript: Manuscript,
  annotations: readonly Annotation[],
  side: Side,
  { from, to }: Range,
): Part[] {
  const there = across(manuscript, side, from, to);
  const isNear = ({ side: own, from: begin, to: end }: Target) =>
    own === side
      ? begin <= to && end >= from
      : there !== null && begin <= there.to && end >= there.from;
  return annotations
    .filter(({ targets }) => targets.some(isNear))
    .flatMap((annotation) => {
      const all = stretchesOf(manuscript, [annotation], side).toSorted((a, b) => a.from - b.from);
      return all
        .map((stretch, index): Part => ({ ...stretch, part: index + 1, parts: all.length }))
        .filter((part) => part.from <= to && part.to >= from);
    });
}

/** What answers on the other side to all that touches a stretch of this one; null where nothing does. */
function across({ map }: Manuscript, side: Side, from: number, to: number): Range | null {
  const pieces = overlapping(map, side, { from: Math.max(0, from - 1), to: to + 1 });
  const [first, last] = [pieces[0], pieces.at(-1)];
  if (!first || !last) return null;
  const other = otherSide(side);
  return { from: sideOf(first, other).from, to: sideOf(last, other).to };
}

/** The annotations that stand at a place of one side, or border on it, the shortest first. */
export function standingAt(
  manuscript: Manuscript,
  annotations: readonly Annotation[],
  side: Side,
  at: number,
): Annotation[] {
  const there = partsNear(manuscript, annotations, side, { from: at, to: at });
  const each = new Set(there.map(({ annotation }) => annotation));
  return [...each].toSorted((a, b) => lengthOf(a) - lengthOf(b));
}

/** How much text an annotation stands on, in UTF-16 code units. */
function lengthOf({ targets }: Annotation): number {
  return targets.reduce((length, { from, to }) => length + to - from, 0);
}

import { acrossAt } from '../transcription/alignment.ts';
import type { MapPiece } from '../transcription/transcription.ts';
import type { Annotation } from './annotation.ts';

/** Whether none of the words of an annotation stand anywhere any more. */
export function isUnplaced({ targets }: Annotation): boolean {
  return targets.every(({ lost }) => lost !== null);
}

/**
 * Annotations in the order in which a reader of the original comes to them, whichever side they stand
 * on; of those that begin at one place the shorter first. `map` are the pieces of the cable's map. It
 * is searched by halving, since a long cable has thousands of pieces and of annotations.
 */
export function inReadingOrder(
  map: readonly MapPiece[],
  annotations: readonly Annotation[],
): Annotation[] {
  const placed = annotations.map((annotation) => {
    const [target] = annotation.targets;
    if (!target) return { annotation, at: 0, length: 0 };
    const { side, from, to } = target;
    const at = side === 'original' ? from : acrossAt(map, side, from);
    return { annotation, at, length: to - from };
  });
  return placed
    .toSorted((a, b) => a.at - b.at || a.length - b.length)
    .map(({ annotation }) => annotation);
}

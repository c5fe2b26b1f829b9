import { acrossAt } from '../transcription/alignment.ts';
import type { MapPiece } from '../transcription/transcription.ts';
import type { Annotation } from './annotation.ts';

/** Whether none of the words of an annotation stand anywhere any more. One on the whole cable has no words to lose. */
export function isUnplaced({ targets }: Annotation): boolean {
  return targets.length > 0 && targets.every(({ lost }) => lost !== null);
}

/** Whether an annotation is about the whole cable. */
export function isOnCable({ targets }: Annotation): boolean {
  return targets.length === 0;
}

/** More than any annotation is long, in UTF-16 code units; places times this are still exact numbers. */
const LONGEST = 2 ** 21;

/** Where annotations have been found to stand in the order: of ten thousand few are others the next time. */
const known = new WeakMap<readonly MapPiece[], WeakMap<Annotation, number>>();

/** A number by which an annotation is put in order. */
function placeOf(map: readonly MapPiece[], { targets: [target] }: Annotation): number {
  // What is about the whole cable comes before its words.
  if (!target) return -1;
  const { side, from, to } = target;
  const at = side === 'original' ? from : acrossAt(map, side, from);
  return at * LONGEST + Math.min(to - from, LONGEST - 1);
}

/**
 * Annotations in the order in which a reader of the original comes to them, whichever side they stand
 * on; of those that begin at one place the shorter first. `map` are the pieces of the cable's map. It
 * is searched by halving, and what is in order already is left as it is: this is done with every
 * save of what is typed, and a long cable has thousands of pieces and of annotations.
 */
export function inReadingOrder(
  map: readonly MapPiece[],
  annotations: readonly Annotation[],
): readonly Annotation[] {
  const placed = known.get(map) ?? new WeakMap<Annotation, number>();
  known.set(map, placed);
  const places = new Float64Array(annotations.length);
  for (const [index, annotation] of annotations.entries()) {
    const place = placed.get(annotation) ?? placeOf(map, annotation);
    placed.set(annotation, place);
    places[index] = place;
  }
  if (places.every((place, index) => index === 0 || place >= (places[index - 1] ?? 0)))
    return annotations;
  return [...annotations.keys()]
    .toSorted((a, b) => (places[a] ?? 0) - (places[b] ?? 0))
    .flatMap((index) => annotations[index] ?? []);
}

import type { Target } from '../annotation/annotation.ts';
import type { Range } from '../text/range.ts';
import { counterparts, overlapping } from '../transcription/alignment.ts';
import type { MapPiece } from '../transcription/transcription.ts';
import { union } from './characters.ts';

/** From here on stand, by their places in the original, characters that have left the reading text. */
export const LEFT_OUT = 2 ** 32;

/**
 * Where targets stand, on whichever side they were made, as stretches of one line: that of the
 * transcription, behind which (from `LEFT_OUT` on) stands what has left the reading text, for targets of
 * which nothing is read any more. Lost targets stand nowhere. Two annotations stand on the same words
 * where these stretches are the same.
 */
export function standingOf(
  targets: readonly Pick<Target, 'side' | 'from' | 'to' | 'lost'>[],
  map: readonly MapPiece[],
): Range[] {
  return union(
    targets.flatMap(({ side, from, to, lost }) => {
      if (lost !== null) return [];
      if (side === 'transcription') return [{ from, to }];
      const read = counterparts(map, side, { from, to });
      return read.length > 0 ? read : leftOut(map, { from, to });
    }),
  );
}

/** Only what stands in the transcription. */
export function inReadingText(stretches: readonly Range[]): Range[] {
  return stretches.filter(({ from }) => from < LEFT_OUT);
}

function leftOut(map: readonly MapPiece[], range: Range): Range[] {
  return overlapping(map, 'original', range)
    .filter(({ fromTranscription, toTranscription }) => fromTranscription === toTranscription)
    .map(({ fromOriginal, toOriginal }) => ({
      from: LEFT_OUT + Math.max(fromOriginal, range.from),
      to: LEFT_OUT + Math.min(toOriginal, range.to),
    }));
}

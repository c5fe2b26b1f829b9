import type { Target } from '../annotation/annotation.ts';
import type { MapPiece } from '../transcription/transcription.ts';

/** A stretch of an original; empty where only words stand that somebody put in. */
interface Stretch {
  readonly from: number;
  readonly to: number;
}

/** What of the original a passage of a transcription is, or has taken the place of; null where it is nothing. */
export function standsFor(map: readonly MapPiece[], from: number, to: number): Stretch | null {
  const under = between(map, from, to).map((piece) =>
    piece.kept
      ? {
          from: inOriginal(piece, Math.max(from, piece.fromTranscription)),
          to: inOriginal(piece, Math.min(to, piece.toTranscription)),
        }
      : { from: piece.fromOriginal, to: piece.toOriginal },
  );
  const [first] = under;
  const last = under.at(-1);
  return first && last ? { from: first.from, to: last.to } : null;
}

/**
 * A passage without words at its edges that are not its own: where one reading takes the place of another that ends
 * beside it, a step tells the words between them as part of what has come. Null where none are its own.
 */
export function withinEdges(
  { from, to }: Pick<Target, 'from' | 'to'>,
  own: Stretch,
  map: readonly MapPiece[],
): { readonly from: number; readonly to: number } | null {
  const mine = between(map, from, to).flatMap((piece) => ownPart(piece, own));
  const [first] = mine;
  const last = mine.at(-1);
  if (!first || !last) return null;
  const within = { from: Math.max(from, first.from), to: Math.min(to, last.to) };
  return within.from < within.to ? within : null;
}

/** What of a piece of the transcription is of a stretch of the original. */
function ownPart(piece: MapPiece, own: Stretch): Stretch[] {
  const { kept, fromOriginal, toOriginal, fromTranscription, toTranscription } = piece;
  if (!kept) {
    const meets = fromOriginal <= own.to && own.from <= toOriginal;
    return meets ? [{ from: fromTranscription, to: toTranscription }] : [];
  }
  const from = Math.max(fromOriginal, own.from);
  const to = Math.min(toOriginal, own.to);
  const shift = fromTranscription - fromOriginal;
  return from < to ? [{ from: from + shift, to: to + shift }] : [];
}

function inOriginal({ fromOriginal, fromTranscription }: MapPiece, place: number): number {
  return place - fromTranscription + fromOriginal;
}

/** The pieces that a stretch of the transcription is made of. */
function between(map: readonly MapPiece[], from: number, to: number): MapPiece[] {
  let low = 0;
  let high = map.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((map[middle]?.toTranscription ?? Infinity) <= from) low = middle + 1;
    else high = middle;
  }
  const all: MapPiece[] = [];
  for (let one = map[low]; one && one.fromTranscription < to; one = map[++low]) all.push(one);
  return all;
}

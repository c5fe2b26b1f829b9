import type { Side } from '../annotation/annotation.ts';
import type { Range } from '../text/range.ts';
import type { MapPiece } from './transcription.ts';

/** The stretch a piece of the map covers on one side. */
export function sideOf(piece: MapPiece, side: Side): Range {
  return side === 'original'
    ? { from: piece.fromOriginal, to: piece.toOriginal }
    : { from: piece.fromTranscription, to: piece.toTranscription };
}

/** The other side of the workbench. */
export function otherSide(side: Side): Side {
  return side === 'original' ? 'transcription' : 'original';
}

/** The index of the first piece that ends after `position` on `side`; `pieces.length` where none does. */
function firstEndingAfter(pieces: readonly MapPiece[], side: Side, position: number): number {
  let low = 0;
  let high = pieces.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    const piece = pieces[middle];
    if (piece && sideOf(piece, side).to > position) high = middle;
    else low = middle + 1;
  }
  return low;
}

/** The pieces of the map that share at least one character with `range` on `side`, in reading order. */
export function overlapping(pieces: readonly MapPiece[], side: Side, range: Range): MapPiece[] {
  const found: MapPiece[] = [];
  for (let index = firstEndingAfter(pieces, side, range.from); index < pieces.length; index++) {
    const piece = pieces[index];
    if (!piece) break;
    const { from, to } = sideOf(piece, side);
    if (from >= range.to) break;
    if (from < to) found.push(piece);
  }
  return found;
}

/**
 * The stretches of the other side whose characters answer to those of `range` on `side`: kept
 * characters one by one, replaced ones by what they were replaced with. Stretches that touch are one;
 * what has no counterpart is left out, so the list is empty for text that left the reading text.
 */
export function counterparts(pieces: readonly MapPiece[], side: Side, range: Range): Range[] {
  const other = otherSide(side);
  const found: { from: number; to: number }[] = [];
  for (const piece of overlapping(pieces, side, range)) {
    const here = sideOf(piece, side);
    const there = sideOf(piece, other);
    const from = piece.kept ? there.from + Math.max(0, range.from - here.from) : there.from;
    const to = piece.kept ? there.to - Math.max(0, here.to - range.to) : there.to;
    const last = found.at(-1);
    if (from === to) continue;
    if (last?.to === from) last.to = to;
    else found.push({ from, to });
  }
  return found;
}

/**
 * Where `position` of `side` stands on the other side: the same character where it was kept, else the
 * beginning of what stands for it, or the place where that would be.
 */
export function acrossAt(pieces: readonly MapPiece[], side: Side, position: number): number {
  const other = otherSide(side);
  const piece = pieces[firstEndingAfter(pieces, side, position)];
  const last = pieces.at(-1);
  if (!piece) return last ? sideOf(last, other).to : 0;
  const there = sideOf(piece, other).from;
  return piece.kept ? there + position - sideOf(piece, side).from : there;
}

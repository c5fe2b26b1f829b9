import type { Range } from '../text/range.ts';
import { wordBeginAfter, wordBeginBefore, wordEndAfter, wordEndBefore } from '../text/units.ts';
import { acrossAt } from '../transcription/alignment.ts';
import type { MapPiece } from '../transcription/transcription.ts';
import { isBlank } from '../text/lines.ts';
import type { Passage } from './draft.ts';

/**
 * Passages as an annotation stands on them: those of one side that overlap or touch are one, and all
 * come in the order in which a reader of the original comes to them. `map` are the pieces of the
 * cable's map.
 */
export function united(map: readonly MapPiece[], passages: readonly Passage[]): Passage[] {
  const all: Passage[] = [];
  for (const next of passages.toSorted((a, b) => a.from - b.from)) {
    const at = all.findLastIndex(({ side }) => side === next.side);
    const last = all[at];
    if (last && next.from <= last.to) all[at] = { ...last, to: Math.max(last.to, next.to) };
    else all.push({ side: next.side, from: next.from, to: next.to });
  }
  const place = ({ side, from }: Passage) =>
    side === 'original' ? from : acrossAt(map, side, from);
  return all.toSorted((a, b) => place(a) - place(b));
}

/**
 * What is left of a range when another is cut out of it: nothing, one piece or two. No blanks stay at
 * an edge that is cut.
 */
export function without(text: string, { from, to }: Range, cut: Range): Range[] {
  if (cut.to <= from || to <= cut.from) return [{ from, to }];
  const pieces = [
    { from, to: blanksOff(text, cut.from, -1, from) },
    { from: blanksOff(text, cut.to, 1, to), to },
  ];
  return pieces.filter((piece) => piece.from < piece.to);
}

/** The position nearest to `at` in a direction (-1 or 1) with no blanks from `at` on; at most `end`. */
function blanksOff(text: string, at: number, direction: -1 | 1, end: number): number {
  let place = at;
  const next = () => (direction === 1 ? place : place - 1);
  while (
    (end - place) * direction > 0 &&
    (text[next()] === '\n' || isBlank(text.charCodeAt(next())))
  )
    place += direction;
  return (end - place) * direction > 0 ? place : end;
}

/** One of the two ends of a range, and where it is moved to. */
export interface EdgeMove {
  readonly edge: 'start' | 'end';
  readonly way: 'earlier' | 'later';
}

/**
 * A range one end of which has moved by a word: to where the next word begins, or ends. Null where
 * there is no further word, or where nothing would be left.
 */
export function withEdge(text: string, { from, to }: Range, { edge, way }: EdgeMove): Range | null {
  if (edge === 'start') {
    const begin = way === 'earlier' ? wordBeginBefore(text, from) : wordBeginAfter(text, from);
    return begin !== null && begin < to ? { from: begin, to } : null;
  }
  const end = way === 'earlier' ? wordEndBefore(text, to) : wordEndAfter(text, to);
  return end !== null && from < end ? { from, to: end } : null;
}

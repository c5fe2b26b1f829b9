import type { CharacterRange } from './iri.ts';

/** Counts the positions of a text in code points. */
export interface CodePoints {
  /** Where a position in UTF-16 code units is in code points; one within a character is where that begins. */
  at(position: number): number;
  /** A stretch in UTF-16 code units as one in code points. */
  stretch(range: CharacterRange): CharacterRange;
  /** Whether a stretch has the same numbers in both. */
  alike(range: CharacterRange): boolean;
}

/** Code points of a text. It is read once; each position is found by halving. */
export function codePointsOf(text: string): CodePoints {
  const wide = Array.from(text.matchAll(/[\u{10000}-\u{10FFFF}]/gu), ({ index }) => index);
  /** How many characters of two code units begin before a position. */
  const wideBefore = (position: number): number => {
    let [low, high] = [0, wide.length];
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((wide[middle] ?? Infinity) < position) low = middle + 1;
      else high = middle;
    }
    return low;
  };
  const at = (position: number) => position - wideBefore(position);
  return {
    at,
    stretch: ({ from, to }) => ({ from: at(from), to: at(to) }),
    alike: ({ to }) => at(to) === to,
  };
}

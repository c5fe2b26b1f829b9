import type { Range } from '../text/range.ts';

/** A stretch with a number of lines drawn under it, one below the other; 1 where it is not said. */
export interface Lined extends Range {
  readonly lines?: number;
}

/**
 * A lane for each of the ranges, so that no two that overlap share one: the line under a highlight in
 * lane 0 is drawn next to the words, the one in lane 1 below it, and so on, without an end. A range of
 * several lines has as many lanes, from the one told on. Ranges are given in any order; the answer has
 * the same order. Of ranges of one line there are as few lanes as possible (greedy by start, which is
 * optimal for intervals).
 */
export function lanes(ranges: readonly Lined[]): number[] {
  const order = ranges
    .map((range, index) => ({ range, index }))
    .toSorted((a, b) => a.range.from - b.range.from || b.range.to - a.range.to);
  const ends: number[] = [];
  const answer = ranges.map(() => 0);
  for (const { range, index } of order) {
    const { lines = 1 } = range;
    const lane = lowest(lines, (one) => (ends[one] ?? 0) <= range.from);
    for (let line = 0; line < lines; line++) ends[lane + line] = range.to;
    answer[index] = lane;
  }
  return answer;
}

/** The first of the lowest lanes side by side that are all free. */
export function lowest(lines: number, isFree: (lane: number) => boolean): number {
  let first = 0;
  for (let lane = 0; lane < first + lines; lane++) if (!isFree(lane)) first = lane + 1;
  return first;
}

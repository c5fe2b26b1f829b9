import type { Range } from '../text/range.ts';

/**
 * A lane for each of the ranges, so that no two that overlap share one: the line under a highlight in
 * lane 0 is drawn next to the words, the one in lane 1 below it, and so on. Ranges are given in any
 * order; the answer has the same order. As few lanes as possible (greedy by start, which is optimal
 * for intervals).
 */
export function lanes(ranges: readonly Range[]): number[] {
  const order = ranges
    .map((range, index) => ({ range, index }))
    .toSorted((a, b) => a.range.from - b.range.from || b.range.to - a.range.to);
  const ends: number[] = [];
  const answer = ranges.map(() => 0);
  for (const { range, index } of order) {
    const free = ends.findIndex((end) => end <= range.from);
    const lane = free === -1 ? ends.length : free;
    ends[lane] = range.to;
    answer[index] = lane;
  }
  return answer;
}

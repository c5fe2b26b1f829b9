import { finderOf } from '../alike/find.ts';
import type { Range } from '../text/range.ts';
import type { OccurrenceSearch } from './occurrence.ts';

/** A search made ready. */
export interface OccurrenceFinder {
  /** Every place of each of the words, in order, of those that begin together the longer first; they may overlap. */
  readonly every: (text: string) => Range[];
  /** The places, none overlapping another: whatever begins first, and of those the longest. */
  readonly apart: (text: string) => Range[];
}

/** Makes a search ready. Words are found as `finderOf` finds them, over the end of a line as well. */
export function occurrenceFinder({
  words,
  folded,
  wholeWords,
}: OccurrenceSearch): OccurrenceFinder {
  const finders = [...new Set(words.map(onOneLine))]
    .filter((find) => find !== '')
    .map((find) => finderOf({ find, folded, wholeWords }));
  const every = (text: string) => {
    const all = finders.flatMap((find) => find(text));
    const sorted = all.toSorted((a, b) => a.from - b.from || b.to - a.to);
    return sorted.filter(({ from, to }, at) => {
      const before = sorted[at - 1];
      return before?.from !== from || before.to !== to;
    });
  };
  return { every, apart: (text) => apart(every(text)) };
}

/** Words as they are looked for: on one line, without the blanks around them. */
export function onOneLine(words: string): string {
  return words.trim().replace(/\s*\n\s*/gu, ' ');
}

function apart(sorted: readonly Range[]): Range[] {
  let reached = 0;
  return sorted.filter(({ from, to }) => {
    if (from < reached) return false;
    reached = to;
    return true;
  });
}

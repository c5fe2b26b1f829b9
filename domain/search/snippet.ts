import type { Range } from '../text/range.ts';

/** A passage of a text on one line, with what was looked for. */
export interface Passage {
  readonly text: string;
  /** In UTF-16 code units of `text` of the passage. */
  readonly marks: readonly Range[];
  /** Where the first mark stands in the whole text; null where there is none. */
  readonly at: Range | null;
}

/**
 * A passage of about `width` UTF-16 code units around the densest group of hits (ascending and apart),
 * cut between words; blanks and line ends of any number are one blank. Where it is cut there is `…`.
 * Without hits it is the beginning of the text.
 */
export function snippetOf(text: string, hits: readonly Range[], width: number): Passage {
  const group = densest(hits, width);
  const { from, to } = cut(text, group, width);
  const within = hits.filter((hit) => hit.from >= from && hit.to <= to);
  return { ...onOneLine(text, { from, to }, within), at: within[0] ?? null };
}

/** The most hits that fit within `width`, the first of as many; a hit that is longer alone. */
function densest(hits: readonly Range[], width: number): Range {
  let best = { first: 0, last: 0 };
  let first = 0;
  for (let last = 0; last < hits.length; last++) {
    while (first < last && (hits[last]?.to ?? 0) - (hits[first]?.from ?? 0) > width) first++;
    if (last - first > best.last - best.first) best = { first, last };
  }
  return { from: hits[best.first]?.from ?? 0, to: hits[best.last]?.to ?? 0 };
}

/** A stretch of some `width` around a group, no word of it cut; nearly all of what is left goes before and after alike. */
function cut(text: string, group: Range, width: number): Range {
  const room = Math.max(0, width - (group.to - group.from));
  const before = Math.max(0, Math.min(group.from - Math.floor(room / 2), text.length - width));
  const from = Math.min(before, group.from);
  const to = Math.max(Math.min(text.length, from + width), group.to);
  return { from: wordFrom(text, from, group.from), to: wordTo(text, to, group.to) };
}

const BLANK = /\s/u;

/** The first beginning of a word from `at` on, at the latest `latest`. */
function wordFrom(text: string, at: number, latest: number): number {
  let from = at;
  if (from > 0 && !BLANK.test(text.charAt(from - 1)))
    while (from < latest && !BLANK.test(text.charAt(from))) from++;
  while (from < latest && BLANK.test(text.charAt(from))) from++;
  return from;
}

/** The last end of a word up to `at`, at the earliest `earliest`. */
function wordTo(text: string, at: number, earliest: number): number {
  let to = at;
  if (to < text.length && !BLANK.test(text.charAt(to)))
    while (to > earliest && !BLANK.test(text.charAt(to - 1))) to--;
  while (to > earliest && BLANK.test(text.charAt(to - 1))) to--;
  return to;
}

function onOneLine(
  text: string,
  { from, to }: Range,
  hits: readonly Range[],
): Pick<Passage, 'text' | 'marks'> {
  let line = text.slice(0, from).trim() === '' ? '' : '…';
  let reached = from;
  const marks: Range[] = [];
  const add = (until: number) => {
    line += text.slice(reached, until).replace(/\s+/gu, ' ');
    reached = until;
    return line.length;
  };
  for (const hit of hits) marks.push({ from: add(hit.from), to: add(hit.to) });
  add(to);
  return { text: text.slice(to).trim() === '' ? line : `${line}…`, marks };
}

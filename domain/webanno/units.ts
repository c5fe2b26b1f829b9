import type { Range } from '../text/range.ts';
import { sentencesIn, tokensOf } from '../uima/segments.ts';

/** A line of a file: a token of the text, or a part of one. `id` is `1-2` (sentence, token) or `1-2.1`. */
export interface Unit extends Range {
  readonly id: string;
  /** The ranges that reach into it, by their numbers. */
  readonly holds: readonly number[];
}

/** A sentence of a file: its text up to where the next one begins, and its lines. */
export interface Sentence {
  readonly text: string;
  readonly units: readonly Unit[];
}

/**
 * A text as sentences and lines in which every range begins and ends with a line. White space is no line,
 * so a stretch of it that a range begins or ends in becomes one, as does white space other than blanks before all words, for
 * which the format has no place.
 */
export function sentencesOf(text: string, ranges: readonly Range[]): Sentence[] {
  const tokens = withBlanks(text, ranges);
  const parts = tokens.map((): Map<string, Part> => new Map());
  for (const [number, range] of ranges.entries()) {
    for (let index = firstEndingAfter(tokens, range.from); index < tokens.length; index += 1) {
      const token = tokens[index];
      if (!token || token.from >= range.to) break;
      const from = Math.max(token.from, range.from);
      const to = Math.min(token.to, range.to);
      const known = parts[index]?.get(`${from}-${to}`);
      if (known) known.holds.push(number);
      else parts[index]?.set(`${from}-${to}`, { from, to, holds: [number] });
    }
  }
  const sentences = sentencesIn(text, tokens);
  return sentences.map(({ first, end }, index) => {
    const next = sentences[index + 1];
    const from = tokens[first]?.from ?? 0;
    const last = tokens[end - 1]?.to ?? from;
    const to = next ? (tokens[next.first]?.from ?? text.length) : text.length;
    // What reads a file ends each sentence with a line end where there is room for one.
    const isRoom = to > last && text[to - 1] === '\n';
    return {
      text: text.slice(from, isRoom ? to - 1 : to),
      units: tokens
        .slice(first, end)
        .flatMap((token, at) =>
          unitsOf(token, `${index + 1}-${at + 1}`, [...(parts[first + at]?.values() ?? [])]),
        ),
    };
  });
}

interface Part extends Range {
  readonly holds: number[];
}

/** The line of a token, and those of the parts of it that ranges begin or end in: longer ones before those within them. */
function unitsOf(token: Range, id: string, parts: readonly Part[]): Unit[] {
  const isWhole = ({ from, to }: Part) => from === token.from && to === token.to;
  const within = parts
    .filter((part) => !isWhole(part))
    .toSorted((a, b) => a.from - b.from || b.to - a.to);
  return [
    { ...token, id, holds: parts.find(isWhole)?.holds ?? [] },
    ...within.map((part, index) => ({ ...part, id: `${id}.${index + 1}` })),
  ];
}

/** The tokens of a text, with the stretches of white space that have to be some. */
function withBlanks(text: string, ranges: readonly Range[]): Range[] {
  const words = tokensOf(text);
  const marked = new Set<number>();
  const mark = (at: number, isEnd: boolean) => {
    // The stretch before the first word that ends behind the place; a range ends before a word, and begins with it.
    const index = firstEndingAfter(words, isEnd ? at - 1 : at);
    const to = words[index]?.from ?? text.length;
    const from = words[index - 1]?.to ?? 0;
    if (isEnd ? from < at && at <= to : from <= at && at < to) marked.add(index);
  };
  for (const { from, to } of ranges) {
    mark(from, false);
    mark(to, true);
  }
  if (/[^ ]/u.test(text.slice(0, words[0]?.from ?? text.length))) marked.add(0);
  const tokens: Range[] = [];
  for (let index = 0; index <= words.length; index += 1) {
    const word = words[index];
    if (marked.has(index))
      tokens.push({ from: words[index - 1]?.to ?? 0, to: word?.from ?? text.length });
    if (word) tokens.push(word);
  }
  return tokens;
}

/** The index of the first of some ranges in order that ends after a position, by halving. */
function firstEndingAfter(ranges: readonly Range[], position: number): number {
  let low = 0;
  let high = ranges.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((ranges[middle]?.to ?? Infinity) > position) high = middle;
    else low = middle + 1;
  }
  return low;
}

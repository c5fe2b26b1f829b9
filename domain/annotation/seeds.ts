import { edits } from '../text/likeness.ts';

/**
 * A text as its words and its signs, one by one: where each begins and ends (UTF-16 code units), and
 * the number its word has in the vocabulary.
 */
export interface WordList {
  readonly starts: readonly number[];
  readonly ends: readonly number[];
  readonly ids: readonly number[];
}

/** Words, whatever their case, by the numbers they have been given. */
export type Vocabulary = Map<string, number>;

const WORD = /[\p{L}\p{N}]+|[^\s\p{L}\p{N}]/gu;

/** The words of a text. Those met for the first time come into the vocabulary. */
export function wordsOf(text: string, vocabulary: Vocabulary): WordList {
  const words = { starts: [] as number[], ends: [] as number[], ids: [] as number[] };
  for (const { index, 0: written } of text.matchAll(WORD)) {
    const word = written.toLowerCase();
    const id = vocabulary.get(word) ?? vocabulary.size;
    if (id === vocabulary.size) vocabulary.set(word, id);
    words.starts.push(index);
    words.ends.push(index + written.length);
    words.ids.push(id);
  }
  return words;
}

/** The words looked for, as a quote with its context: `[first, end)` are those of the quote. */
export interface Wanted {
  readonly words: WordList;
  readonly first: number;
  readonly end: number;
}

/**
 * Where a quote may stand: the words of the text that its own words and those of its context say it
 * begins at, at most three, in reading order. They differ where words have come or gone within it.
 */
export type Seed = readonly number[];

/**
 * The likeliest places of a quote, the likeliest first, at most `count`; no two within `slack` words of
 * each other. Each word found votes for the place where the quote would then begin, a rare word more
 * than a common one; votes within `slack` go together, as words may have come and gone between them.
 * Of places equally likely that nearest to `near` (UTF-16 code units) comes first. Those with less than a `share`
 * of the votes of the likeliest are left out.
 */
export function seedsOf(
  text: WordList,
  vocabulary: Vocabulary,
  wanted: Wanted,
  { near, slack, count, share = 0 }: { near: number; slack: number; count: number; share?: number },
): Seed[] {
  const before = wanted.first;
  const votes = votesIn(text, vocabulary, wanted);
  const sums = sumsWithin(votes, slack);
  const distance = (at: number) => Math.abs((text.starts[at - before] ?? 0) - near);
  const weight = (at: number) => (sums[at] ?? 0) + (votes[at] ?? 0);
  const order = strongest(votes, weight, count * 8).toSorted(
    (a, b) => weight(b) - weight(a) || distance(a) - distance(b),
  );
  const chosen: number[] = [];
  const least = share * (order[0] === undefined ? 0 : weight(order[0]));
  for (const at of order) {
    if (chosen.length === count || weight(at) < least) break;
    if (chosen.every((other) => Math.abs(other - at) > slack)) chosen.push(at);
  }
  return chosen.map((at) =>
    beginsAround(votes, at, slack).map((begin) => Math.max(0, begin - before)),
  );
}

/** How many beginnings a seed has at most. */
const BEGINNINGS = 3;

/** The beginnings around a place that have most votes, in reading order. */
function beginsAround(votes: Float64Array, at: number, slack: number): number[] {
  const around = Array.from({ length: 2 * slack + 1 }, (_, index) => at - slack + index);
  return around
    .filter((begin) => (votes[begin] ?? 0) > 0)
    .toSorted((a, b) => (votes[b] ?? 0) - (votes[a] ?? 0))
    .slice(0, BEGINNINGS)
    .toSorted((a, b) => a - b);
}

/** The votes for each beginning of the quote; word 0 of the text is at `wanted.first`, since a context may begin before it. */
function votesIn(text: WordList, vocabulary: Vocabulary, wanted: Wanted): Float64Array {
  const votes = new Float64Array(text.ids.length + wanted.first + 1);
  const counts = new Int32Array(vocabulary.size);
  for (const id of text.ids) counts[id] = (counts[id] ?? 0) + 1;
  const offsets = offsetsOf(vocabulary, wanted);
  for (const [index, id] of text.ids.entries())
    for (const offset of offsets.get(id) ?? []) {
      const at = index + wanted.first - offset;
      if (at >= 0) votes[at] = (votes[at] ?? 0) + 1 / (counts[id] ?? 1);
    }
  return votes;
}

/** How many words of a quote are also looked for as they may be misspelt. */
const MISSPELT = 8;

/** For each word of the vocabulary that may stand for wanted ones: how many words after the quote's beginning those are. */
function offsetsOf(vocabulary: Vocabulary, { words, first, end }: Wanted): Map<number, number[]> {
  const offsets = new Map<number, number[]>();
  const add = (id: number, index: number) => {
    const known = offsets.get(id);
    if (known) known.push(index - first);
    else offsets.set(id, [index - first]);
  };
  for (const [index, id] of words.ids.entries()) add(id, index);
  const names = [...vocabulary.keys()];
  const own = [...words.ids.keys()]
    .slice(first, end)
    .map((index) => ({ index, id: words.ids[index] ?? 0 }))
    .toSorted((a, b) => (names[b.id]?.length ?? 0) - (names[a.id]?.length ?? 0))
    .slice(0, MISSPELT);
  for (const { index, id } of own)
    for (const alike of alikeTo(names, names[id] ?? '')) if (alike !== id) add(alike, index);
  return offsets;
}

/** The numbers of the words that are spelt nearly like this one. Short words are nearly like too many. */
function alikeTo(names: readonly string[], word: string): number[] {
  const limit = word.length < 4 ? 0 : word.length < 8 ? 1 : 2;
  const letters = lettersOf(word);
  const found: number[] = [];
  if (limit === 0) return found;
  for (const [id, name] of names.entries()) {
    if (Math.abs(name.length - word.length) > limit) continue;
    // Each edit changes at most two letters of the set, which is told faster than the edits.
    if (bits(letters ^ lettersOf(name)) > 2 * limit) continue;
    if (edits(word, name, limit) <= limit) found.push(id);
  }
  return found;
}

/** The set of letters of a word, as bits; some letters share one. */
function lettersOf(word: string): number {
  let set = 0;
  for (let at = 0; at < word.length; at++) set |= 1 << (word.charCodeAt(at) & 31);
  return set;
}

function bits(set: number): number {
  let count = 0;
  for (let left = set; left !== 0; left &= left - 1) count++;
  return count;
}

/** For each place the votes of all within `slack` of it. */
function sumsWithin(votes: Float64Array, slack: number): Float64Array {
  const sums = new Float64Array(votes.length);
  let sum = 0;
  for (let at = -slack; at < votes.length; at++) {
    sum += votes[at + slack] ?? 0;
    if (at > slack) sum -= votes[at - slack - 1] ?? 0;
    if (at >= 0) sums[at] = sum;
  }
  return sums;
}

/** The places with votes whose weight is among the greatest `count`. */
function strongest(votes: Float64Array, weight: (at: number) => number, count: number): number[] {
  const places = [...votes.keys()].filter((at) => (votes[at] ?? 0) > 0);
  if (places.length <= count) return places;
  const least = Float64Array.from(places, weight).toSorted().at(-count) ?? 0;
  return places.filter((at) => weight(at) >= least);
}

import type { Range } from '../text/range.ts';
import { charactersOf, nearness, reversed, type Units, weightOf } from './alike.ts';
import type { Quote } from './annotation.ts';
import {
  type Seed,
  seedsOf,
  type Vocabulary,
  type Wanted,
  type WordList,
  wordsOf,
} from './seeds.ts';

/** A place where the words of a quote may stand now, and how likely that is, from 0 to 1. */
export interface LikelyPlace extends Range {
  readonly score: number;
}

/**
 * What a score is made of. Words alone, without their context, are never enough: phrases of cables
 * come again and again, and in a third of the cases a search for the words finds others.
 */
const WEIGHT = { words: 0.6, context: 0.35, nearness: 0.05 };

/** The least score that is worth proposing. */
const LEAST = 0.4;

/** The longest quote that is compared letter by letter, in UTF-16 code units; longer ones are word by word. */
const BY_LETTERS = 120;

/** How many comparisons of units are made at most, so that the answer comes at once. */
const BUDGET = 1_500_000;

/**
 * The places of `text` where the words of a quote may stand now, the likeliest first; `near` is where
 * they stood (UTF-16 code units). An exact copy elsewhere hides no damaged one: both are scored by
 * their words and by what stands before and after them. These are proposals for a person to judge;
 * nothing is ever attached by them alone.
 */
export function placesFor(quote: Quote, text: string, near: number, limit = 5): LikelyPlace[] {
  return placesIn(readForPlaces(text), quote, { near, limit, share: 0 });
}

/** A text read once, for looking for many quotes. */
export interface ReadText {
  readonly text: string;
  readonly words: WordList;
  readonly vocabulary: Vocabulary;
}

/** Reads a text for looking for many quotes in it. */
export function readForPlaces(text: string): ReadText {
  const vocabulary: Vocabulary = new Map();
  return { text, words: wordsOf(text, vocabulary), vocabulary };
}

/**
 * The same as `placesFor`, for many quotes of one text: of where a quote may begin, only that is looked at closely
 * for which at least this `share` of the words speaks that speak for the likeliest.
 */
export function placesIn(
  { text, words, vocabulary: known }: ReadText,
  quote: Quote,
  { near, limit, share }: { readonly near: number; readonly limit: number; readonly share: number },
): LikelyPlace[] {
  const vocabulary: Vocabulary = share === 0 ? known : new Map(known);
  const wanted = wantedOf(quote, vocabulary);
  const length = wanted.end - wanted.first;
  if (length === 0 || words.ids.length === 0) return [];

  const byLetters = quote.exact.length <= BY_LETTERS;
  const slack = Math.min(50, Math.max(3, Math.ceil(length / 4)));
  const size = byLetters ? quote.exact.length : length;
  const work = size * (size * (byLetters ? 12 : 1) + 12 * slack) + 25_000;
  const count = Math.min(16, Math.max(2, Math.floor(BUDGET / work)));
  const search: Search = { quote, text, words, wanted, near, slack, byLetters, vocabulary };
  const found = seedsOf(words, vocabulary, wanted, { near, slack, count, share })
    .flatMap((seed) => placesAround(search, seed))
    .filter(({ score }) => score >= LEAST)
    .toSorted((a, b) => b.score - a.score || Math.abs(a.from - near) - Math.abs(b.from - near));
  return apart(found, limit);
}

/** What is looked for, and where. */
interface Search {
  readonly quote: Quote;
  readonly text: string;
  readonly words: WordList;
  readonly wanted: Wanted;
  readonly near: number;
  readonly slack: number;
  readonly byLetters: boolean;
  readonly vocabulary: Vocabulary;
}

function wantedOf({ prefix, exact, suffix }: Quote, vocabulary: Vocabulary): Wanted {
  const words = wordsOf(prefix + exact + suffix, vocabulary);
  const begin = prefix.length;
  const end = begin + exact.length;
  const first = words.ends.findIndex((at) => at > begin);
  const after = words.starts.findIndex((at) => at >= end);
  const to = after === -1 ? words.ids.length : after;
  return first === -1 ? { words, first: to, end: to } : { words, first, end: Math.max(first, to) };
}

/** The places around a seed, with their scores. */
function placesAround(search: Search, seed: Seed): LikelyPlace[] {
  const { quote, wanted, byLetters } = search;
  const pattern = byLetters ? charactersOf(quote.exact) : unitsOf(quotedWords(wanted));
  const region = regionOf(search, seed);
  const stretches = nearest(pattern, region).map(({ begin, end, cost }) => ({
    from: region.starts[begin] ?? 0,
    to: region.ends[end - 1] ?? 0,
    differing: cost / Math.max(weightOf(pattern), weightOf(region, begin, end)),
  }));
  if (!byLetters)
    return stretches.map(({ differing, ...place }) => scored(search, place, differing));
  const places = [
    ...stretches.map((stretch) => toWords(search, stretch)),
    ...betweenNeighbours(search, seed),
  ];
  return different(places).map((place) =>
    scored(search, place, differenceFrom(pattern, search, place)),
  );
}

/**
 * The stretches from one beginning to where the quote would end by another. Where its words were
 * changed beyond likeness, these are the words that now stand between its old neighbours.
 */
function betweenNeighbours({ words, wanted }: Search, seed: Seed): Range[] {
  const length = wanted.end - wanted.first;
  return seed.flatMap((begin) =>
    seed.flatMap((other) => {
      const from = words.starts[begin] ?? 0;
      const to = words.ends[other + length - 1] ?? 0;
      return from < to ? [{ from, to }] : [];
    }),
  );
}

function different(places: readonly Range[]): Range[] {
  return places.filter(
    ({ from, to }, index) =>
      from < to && places.findIndex((other) => other.from === from && other.to === to) === index,
  );
}

/** How many stretches around one start are looked at. */
const STRETCHES = 4;

/** The stretches of a region that come nearest to a pattern, nearest first, each nearer than its neighbours. */
function nearest(pattern: Units, region: Units) {
  const { costs, begins } = nearness(pattern, region, true);
  const bound = 0.6 * weightOf(pattern);
  const found: { begin: number; end: number; cost: number }[] = [];
  for (let end = 1; end < costs.length; end++) {
    const cost = costs[end] ?? 0;
    if (cost > bound || cost >= (costs[end - 1] ?? 0) || cost > (costs[end + 1] ?? Infinity))
      continue;
    found.push({ begin: begins[end] ?? 0, end, cost });
  }
  return found.toSorted((a, b) => a.cost - b.cost).slice(0, STRETCHES);
}

/** The part of the text in which a quote must stand if it stands at a seed at all. */
function regionOf({ text, words, wanted, slack, byLetters }: Search, seed: Seed): Units {
  const length = wanted.end - wanted.first;
  const from = Math.max(0, (seed[0] ?? 0) - slack);
  const to = Math.min(words.ids.length, (seed.at(-1) ?? 0) + length + slack);
  if (!byLetters) return unitsOf(words, from, to);
  const start = words.starts[from] ?? 0;
  return charactersOf(text.slice(start, words.ends[to - 1] ?? start), start);
}

function quotedWords({ words, first, end }: Wanted): WordList {
  return {
    starts: words.starts.slice(first, end),
    ends: words.ends.slice(first, end),
    ids: words.ids.slice(first, end),
  };
}

function unitsOf({ starts, ends, ids }: WordList, from = 0, to = ids.length): Units {
  const begins = Int32Array.from(starts.slice(from, to));
  const finishes = Int32Array.from(ends.slice(from, to));
  return {
    codes: Int32Array.from(ids.slice(from, to)),
    weights: finishes.map((end, at) => end - (begins[at] ?? 0)),
    starts: begins,
    ends: finishes,
  };
}

const LETTER = /[\p{L}\p{N}]/u;

/** A stretch that begins and ends with words, unless the quote itself begins or ends within one. */
function toWords({ quote, text }: Search, { from, to }: Range): Range {
  const { prefix, exact, suffix } = quote;
  let [begin, end] = [from, to];
  if (!within(prefix + exact, prefix.length)) while (within(text, begin)) begin--;
  if (!within(exact + suffix, exact.length)) while (within(text, end)) end++;
  while (begin < end && /\s/u.test(text[begin] ?? '') && !/^\s/u.test(exact)) begin++;
  while (begin < end && /\s/u.test(text[end - 1] ?? '') && !/\s$/u.test(exact)) end--;
  return { from: begin, to: end };
}

/** Whether a position lies within a word, or within a character. */
function within(text: string, at: number): boolean {
  if (at <= 0 || at >= text.length) return false;
  const [before, after] = [text.slice(at - 1, at), text.slice(at, at + 1)];
  return (LETTER.test(before) && LETTER.test(after)) || /[\uDC00-\uDFFF]/.test(after);
}

/** A place with its score; `differing` is the share of its words that differ from the quote. */
function scored({ quote, text, near }: Search, place: Range, differing: number): LikelyPlace {
  const before = text.slice(Math.max(0, place.from - quote.prefix.length - ROOM), place.from);
  const after = text.slice(place.to, place.to + quote.suffix.length + ROOM);
  const prefixed = besides(reversed(charactersOf(quote.prefix)), reversed(charactersOf(before)));
  const suffixed = besides(charactersOf(quote.suffix), charactersOf(after));
  const score =
    WEIGHT.words * Math.max(0, 1 - differing) +
    WEIGHT.context * ((prefixed + suffixed) / 2) +
    WEIGHT.nearness / (1 + Math.abs(place.from - near) / 1000);
  return { from: place.from, to: place.to, score };
}

/** The share of the letters of a place that differ from a pattern, from 0 to 1. */
function differenceFrom(pattern: Units, { text }: Search, { from, to }: Range): number {
  const { costs } = nearness(pattern, charactersOf(text.slice(from, to)), false);
  return (costs.at(-1) ?? 0) / Math.max(1, pattern.codes.length, to - from);
}

/** By how much a context may have grown, in UTF-16 code units. */
const ROOM = 8;

/** The likeness that two passages of one language have by chance. */
const CHANCE = 0.4;

/** How much a context is what it was, from 0 to 1; `now` may go on beyond it. Where there was none, there is none. */
function besides(context: Units, now: Units): number {
  const { length } = context.codes;
  if (length === 0) return now.codes.length === 0 ? 1 : 0;
  const likeness = 1 - Math.min(...nearness(context, now, false).costs) / length;
  return Math.max(0, (likeness - CHANCE) / (1 - CHANCE));
}

/** The first places that have no character in common with a better one. */
function apart(places: readonly LikelyPlace[], limit: number): LikelyPlace[] {
  const kept: LikelyPlace[] = [];
  for (const place of places) {
    if (kept.length === limit) break;
    if (kept.every(({ from, to }) => place.to <= from || to <= place.from)) kept.push(place);
  }
  return kept;
}

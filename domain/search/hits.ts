import type { Side } from '../annotation/annotation.ts';
import type { Range } from '../text/range.ts';
import { firstFrom, indexedLazily, inWord, type IndexedWords, type LazilyIndexed } from './fold.ts';
import type { NearQuery, Query, WordsQuery } from './query.ts';
import { misreadingsOf } from './tolerant.ts';

/** The places of a query's words in a text, in order, none overlapping another. */
export type Finder = (text: string) => Range[];

/**
 * The places of a query's words in a text of one side, exactly where the index finds them; words under
 * NOT do not count, nor those of other fields. For many texts make a `finderOf` once and use it for all.
 */
export function hitsIn(text: string, query: Query | null, side: Side): Range[] {
  return finderOf(query, side)(text);
}

/** What words, or words near each other, cover of a text: places among its words, `[first, last]`. */
interface Found {
  readonly first: number;
  readonly last: number;
}

/** Finds one condition in a text. */
type Look = (looked: LazilyIndexed) => Found[];

/** A query made ready for many texts of one side: fifty cables of 4 kB take a few milliseconds. */
export function finderOf(query: Query | null, side: Side): Finder {
  const looks = query ? leavesOf(query, side).map(lookFor) : [];
  if (looks.length === 0) return () => [];
  return (text) => {
    const looked = indexedLazily(text);
    const found = looks.flatMap((look) => look(looked));
    return found.length === 0 ? [] : placesOf(found, looked.words());
  };
}

/** The conditions that words of a side can meet, but for those under NOT. */
function leavesOf(query: Query, side: Side): (WordsQuery | NearQuery)[] {
  if (query.type === 'and' || query.type === 'or')
    return query.parts.flatMap((part) => leavesOf(part, side));
  if (query.type !== 'words' && query.type !== 'near') return [];
  const { field } = query;
  return field === null || field === 'text' || field === side ? [query] : [];
}

function lookFor(query: WordsQuery | NearQuery): Look {
  return query.type === 'words' ? lookForWords(query) : lookForNear(query);
}

/** Finds a phrase. Its longest word is looked for first, and the others only beside it. */
function lookForWords({ words, prefix, tolerant }: WordsQuery): Look {
  const tests = words.map((word, index) =>
    wordTest(word, { prefix: prefix && index === words.length - 1, tolerant }),
  );
  const anchor = words.reduce(
    (best, word, at) => (word.length > (words[best] ?? '').length ? at : best),
    0,
  );
  const seek = tests[anchor];
  if (!seek) return () => [];
  return (looked) => {
    const found: Found[] = [];
    for (const at of seek.all(looked)) {
      const first = at - anchor;
      const text = looked.words();
      if (first < 0 || first + words.length > text.starts.length) continue;
      if (tests.every((test, index) => index === anchor || test.is(text, first + index)))
        found.push({ first, last: first + words.length - 1 });
    }
    return found;
  };
}

/** One word of a query against the words of texts. */
interface WordTest {
  /** Whether word number `index` is it. */
  is(text: IndexedWords, index: number): boolean;
  /** The numbers of all words that are it, ascending. */
  all(looked: LazilyIndexed): number[];
}

function wordTest(word: string, how: { prefix: boolean; tolerant: boolean }): WordTest {
  return how.tolerant ? tolerantTest(word) : exactTest(word, how.prefix);
}

function exactTest(word: string, prefix: boolean): WordTest {
  return {
    is: ({ text, starts, ends }, index) => {
      const start = starts[index] ?? 0;
      const length = (ends[index] ?? 0) - start;
      return (
        (prefix ? length >= word.length : length === word.length) && text.startsWith(word, start)
      );
    },
    all(looked) {
      const { text } = looked;
      const all: number[] = [];
      for (let at = text.indexOf(word); at >= 0; at = text.indexOf(word, at + 1)) {
        const begins = at === 0 || !inWord(text.charCodeAt(at - 1));
        const after = at + word.length;
        const ends = prefix || after === text.length || !inWord(text.charCodeAt(after));
        if (begins && ends) all.push(firstFrom(looked.words().starts, at));
      }
      return all;
    },
  };
}

function tolerantTest(word: string): WordTest {
  const readings = new Set([word, ...misreadingsOf(word)]);
  const is = ({ text, starts, ends }: IndexedWords, index: number) =>
    readings.has(text.slice(starts[index], ends[index]));
  return {
    is,
    all(looked) {
      const words = looked.words();
      return Array.from(words.starts, (_, index) => index).filter((index) => is(words, index));
    },
  };
}

/**
 * Finds phrases near each other as FTS5 does: from the end of each to the beginning of that which
 * begins last there are at most `distance` words. Each of the phrases is a place of its own.
 */
function lookForNear({ parts, distance }: NearQuery): Look {
  const looks = parts.map(lookForWords);
  return (looked) => {
    const all: Part[] = [];
    for (const look of looks) {
      const found = look(looked);
      if (found.length === 0) return [];
      all.push({ found, begins: 0, ends: 0, steps: new Int32Array(found.length + 1) });
    }
    const latest = all.flatMap(({ found }) => found.map(({ first }) => first));
    for (const first of latest.toSorted((a, b) => a - b)) takeTogether(all, first, distance);
    return all.flatMap(taken);
  };
}

/** The places of one phrase of a NEAR, ascending, and which of them are near the others. */
interface Part {
  readonly found: readonly Found[];
  /** The places `[begins, ends)` that are near the phrase that is looked at. */
  begins: number;
  ends: number;
  /** At a place one more where places that are taken begin, one less after their end. */
  readonly steps: Int32Array;
}

/** Takes what is near a phrase that begins at `latest`, if something of every part is; none begins later. */
function takeTogether(all: readonly Part[], latest: number, distance: number): void {
  for (const part of all) {
    const { found } = part;
    while (isAt(found, part.ends, ({ first }) => first <= latest)) part.ends++;
    while (isAt(found, part.begins, ({ last }) => latest - last - 1 > distance)) part.begins++;
  }
  if (all.some(({ begins, ends }) => begins >= ends)) return;
  for (const { begins, ends, steps } of all) {
    steps[begins] = (steps[begins] ?? 0) + 1;
    steps[ends] = (steps[ends] ?? 0) - 1;
  }
}

function isAt(found: readonly Found[], index: number, test: (one: Found) => boolean): boolean {
  const one = found[index];
  return one !== undefined && test(one);
}

function taken({ found, steps }: Part): Found[] {
  let open = 0;
  return found.filter((_, index) => {
    open += steps[index] ?? 0;
    return open > 0;
  });
}

/** Places among words as places in the text, in order, those that overlap made one. */
function placesOf(found: readonly Found[], { at, starts, ends }: IndexedWords): Range[] {
  const place = (position: number) => at?.[position] ?? position;
  const ranges = found
    .map(({ first, last }) => ({ from: place(starts[first] ?? 0), to: place(ends[last] ?? 0) }))
    .toSorted((a, b) => a.from - b.from || b.to - a.to);
  const places: { from: number; to: number }[] = [];
  for (const { from, to } of ranges) {
    const last = places.at(-1);
    if (last && from < last.to) last.to = Math.max(last.to, to);
    else places.push({ from, to });
  }
  return places;
}

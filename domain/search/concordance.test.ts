import fc from 'fast-check';
import { expect, test } from 'vitest';
import {
  asksForWords,
  CONTEXT,
  cutLine,
  keysOf,
  markOf,
  ofOriginal,
  standingNow,
} from './concordance.ts';
import type { Query, WordField } from './query.ts';
import { sorting } from './sorting.ts';

/** The place of what stands in `[]`, and the text without them. */
function marked(text: string) {
  const from = text.indexOf('[');
  return { text: text.replace(/[[\]]/gu, ''), range: { from, to: text.indexOf(']') - 1 } };
}

function keys(words: string) {
  const { text, range } = marked(words);
  return keysOf(text, range);
}

test.each([
  ['He told [Castro] so.', 'He told |Castro| so.'],
  ['He\ntold\n\n  [Castro], who', 'He told |Castro|, who'],
  ['[Fidel\nCastro]', '|Fidel Castro|'],
  [`${'word '.repeat(40)}[x]`, `${'word '.repeat(16)}|x|`],
  [`[x]${' word'.repeat(40)}`, `|x|${' word'.repeat(16)}`],
  [`ab ${'c'.repeat(78)} [x]`, `${'c'.repeat(78)} |x|`],
  [`${'c'.repeat(300)} [x]`, `${'c'.repeat(79)} |x|`],
  [`[x] ${'c'.repeat(300)}`, `|x| ${'c'.repeat(79)}`],
])('%j is read as %j', (text, line) => {
  const { text: whole, range } = marked(text);
  const { before, hit, after } = cutLine(whole, range);
  expect(`${before}|${hit}|${after}`).toBe(line);
});

/** Half of a character beyond U+FFFF. */
const HALF = /\p{Surrogate}/u;
const text = fc.string({
  unit: fc.constantFrom('a', 'é', '🚢', ' ', '\n', ',', '’'),
  maxLength: 400,
});

test('a line is on one line, no longer than it may be, of whole characters, and stands in its text', () => {
  fc.assert(
    fc.property(text, fc.nat(400), fc.nat(8), (whole, a, length) => {
      const from = Math.min(a, whole.length);
      const to = Math.min(from + length, whole.length);
      fc.pre(!HALF.test(whole.slice(0, from)) && !HALF.test(whole.slice(0, to)));
      const { before, hit, after } = cutLine(whole, { from, to });
      const one = (part: string) => part.replace(/\s+/gu, ' ');
      expect(`${before}${hit}${after}`).not.toMatch(/[\n\r\t]/u);
      expect(before.length).toBeLessThanOrEqual(CONTEXT);
      expect(after.length).toBeLessThanOrEqual(CONTEXT);
      for (const part of [before, hit, after]) expect(part).not.toMatch(HALF);
      expect(one(whole.slice(0, from)).endsWith(before)).toBe(true);
      expect(one(whole.slice(to)).startsWith(after)).toBe(true);
    }),
  );
});

test.each([
  ['In Havana, Fidel [Castro] said: “No.”', 'fidel havana in', 'castro\tsaid no', 'said no'],
  ['Señor\nKhrushchevʼs [Ambassador]', 's khrushchev senor', 'ambassador\t', ''],
  ['1 2 3 4 5 6 7 [x] 1 2 3 4 5 6 7', '7 6 5 4 3 2', 'x\t1 2 3 4 5 6', '1 2 3 4 5 6'],
])('%j is put in order by %j, %j and %j', (words, left, hit, right) =>
  expect(keys(words)).toEqual({ left, hit, right }),
);

test('the words before a hit are read from the hit outwards', () => {
  const word = fc.stringMatching(/^[a-z]{1,6}$/u);
  fc.assert(
    fc.property(fc.array(word, { maxLength: 6 }), (words) => {
      const before = words.map((each) => `${each} `).join('');
      const { left } = keysOf(`${before}x`, { from: before.length, to: before.length + 1 });
      expect(left).toBe(words.toReversed().join(' '));
    }),
  );
});

function ordered(strings: readonly string[]): readonly number[] {
  const running = sorting(strings);
  for (;;) {
    const step = running.next();
    if (step.done) return [...step.value];
  }
}

test('an order is total and stable, at any length', () => {
  const few = fc.array(fc.string({ maxLength: 3 }), { maxLength: 60 });
  fc.assert(
    fc.property(few, fc.integer({ min: 1, max: 400 }), (some, times) => {
      const strings = Array.from({ length: times }).flatMap(() => some);
      const wanted = strings
        .map((key, place) => ({ key, place }))
        .toSorted((a, b) => (a.key < b.key ? -1 : a.key > b.key ? 1 : a.place - b.place));
      expect(ordered(strings)).toEqual(wanted.map(({ place }) => place));
    }),
    { numRuns: 40 },
  );
});

test('putting many in order halts often', () => {
  const strings = Array.from({ length: 50_000 }, (_, at) => String((at * 7919) % 50_000));
  expect([...sorting(strings)].length).toBeGreaterThan(50);
});

test.each([
  ['and so Fidel [Castro] said he was', 'Long before, and so Fidel [Castro] said he was not', true],
  ['Fidel [Castro] said', 'FIDEL  [castro], said', true],
  ['Fidel [Castro] said', 'Raúl [Castro] said', false],
  ['Fidel [Castro] said', 'Fidel [Castro] says', false],
  ['a b [c] d', 'a [b c] d', false],
])('%j and %j are the same line: %s', (one, other, same) =>
  expect(markOf(keys(one)).near === markOf(keys(other)).near).toBe(same),
);

test('lines stand where the same words do, first among the same words, then next to the same', () => {
  const mark = (near: number, next = near) => ({ near, next });
  const places = [
    { ...mark(2), from: 5 },
    { ...mark(1), from: 9 },
    { ...mark(8, 1), from: 14 },
    { ...mark(1), from: 20 },
  ];
  const lines = [mark(1), mark(2), mark(1), mark(1), mark(1), mark(7)];
  expect(standingNow(lines, places).map((place) => place?.from ?? null)).toEqual([
    ...[9, 5, 20, 14, null, null],
  ]);
});

const at = { from: 0, to: 1 };
const words = (field: WordField | null): Query => ({
  ...{ type: 'words', field, words: ['x'], prefix: false, tolerant: false, at },
});
const both = (type: 'and' | 'or', ...parts: Query[]): Query => ({ type, parts, at });
const secret: Query = { type: 'is', field: 'class', value: 'secret', at };

test('words of the original are looked for only where the query names it', () => {
  const original = words('original');
  expect(ofOriginal(words(null))).toBeNull();
  expect(ofOriginal({ type: 'not', part: original, at })).toBeNull();
  expect(ofOriginal(both('and', words(null), secret, original))).toEqual(both('or', original));
});

test.each([
  [words(null), true],
  [words('note'), false],
  [secret, false],
  [{ type: 'not', part: words(null), at } as const, false],
  [both('and', secret, words('text')), true],
])('%j asks for words of texts: %s', (query, does) => expect(asksForWords(query)).toBe(does));

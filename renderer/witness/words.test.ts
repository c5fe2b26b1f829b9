import { expect, it } from 'vitest';
import { againWords, isNamed, shareWords, wordsOf } from './words.ts';

const NBSP = '\u00a0';

it.each([
  [0.1, `10${NBSP}% of its runs of words`],
  [0.8449, `84${NBSP}% of its runs of words`],
  [0.999, `99${NBSP}% of its runs of words`],
  [1, `100${NBSP}% of its runs of words`],
])('%d is told as %s', (share, words) => expect(shareWords(share)).toBe(words));

it.each([
  [true, /^Imported again from the same file on 22 Nov 2025/u],
  [false, /^Imported before from the same file on 22 Nov 2025/u],
])('what came from the same file is told: later %s', (later, words) =>
  expect(againWords({ importedAt: '2025-11-22T12:00:00.000Z', later })).toMatch(words),
);

const cable = { number: '357', title: 'Telegram From Bogotá on Khrushchev’s Note' };

it.each([
  ['', true],
  ['  ', true],
  ['357', true],
  ['note bogota', true],
  ["khrushchev's 357", true],
  ['tele', true],
  ['telegram havana', false],
  ['358', false],
])('"%s" finds it: %s', (typed, found) => expect(isNamed(cable, wordsOf(typed))).toBe(found));

it('finds a cable without a number', () =>
  expect(isNamed({ number: null, title: 'Memorandum' }, ['memo'])).toBe(true));

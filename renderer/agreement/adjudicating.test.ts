import { describe, expect, test } from 'vitest';
import type { Pair } from '../../domain/agreement/pairing.ts';
import type { Annotation, Verdict } from '../../domain/annotation/annotation.ts';
import { deeds, isPossible, keyOf, nextOpen, undecidedSame } from './adjudicating.ts';

const TIME = '2026-01-01T00:00:00.000Z';

/** An annotation by the letter of its verdict, `.` for none and `-` for no annotation. */
function annotation(id: string, letter: string): Annotation | null {
  if (letter === '-') return null;
  const values = { a: 'accepted', r: 'rejected', m: 'merged' } as const;
  const value: Verdict['value'] | undefined = values[letter as keyof typeof values];
  const verdict = value ? { value, by: 'ed', time: TIME } : null;
  const times = { created: TIME, modified: TIME };
  return { id, cableId: 'x', targets: [], tagIds: [], note: '', creator: id, ...times, verdict };
}

/** Pairs from notation: `.. a- mm`; the verdict on the first before that on the second. */
function pairs(notation: string): Pair[] {
  return notation.split(' ').map(([first = '-', second = '-'], at) => ({
    first: annotation(`kay${at}`, first),
    second: annotation(`lee${at}`, second),
    likeness: first === '-' || second === '-' ? 'only' : at % 2 === 0 ? 'same' : 'overlap',
    overlap: 0,
  }));
}

describe('what can be said of a pair', () => {
  test.each([
    ['..', 'first second both reject merge'],
    ['.-', 'first reject'],
    ['-.', 'second reject'],
    ['ar', 'first second both reject merge back'],
    ['a.', 'first second both reject merge back'],
    ['mm', 'first second both reject back'],
    ['r-', 'first reject back'],
  ])('%s: %s', (notation, possible) => {
    const [pair] = pairs(notation);
    expect(pair && deeds.filter((deed) => isPossible(deed, pair)).join(' ')).toBe(possible);
  });
});

test.each([
  ['.. .. ..', 0, 1],
  ['.. ar ..', 0, 2],
  ['.. ar ..', 2, 0],
  ['aa .. rr', 1, null],
  ['a. ar mm', 1, 0],
  ['aa rr mm', 1, null],
])('of %s, after the one at %i comes %s', (notation, at, next) => {
  expect(nextOpen(pairs(notation), at)).toBe(next);
});

test('those that say the same are accepted at once, but for those decided', () => {
  expect(undecidedSame(pairs('.. .. aa .. .- .. a.')).map(keyOf)).toEqual([
    'kay0 lee0',
    'kay6 lee6',
  ]);
});

import { expect, it } from 'vitest';
import { emendation } from '../testing/emendations.ts';
import { pieces, transcribe } from '../transcription/transcription.ts';
import { standsFor, withinEdges } from './edges.ts';

/** `one two three four` with `TWO` for `two ` and ` IV` for ` four`. */
const map = pieces(
  transcribe('one two three four', [], [emendation(4, 8, 'TWO'), emendation(13, 18, ' IV')]),
);

it.each([
  ['kept words', 0, 3, { from: 0, to: 3 }],
  ['a part of what has taken their place', 5, 6, { from: 4, to: 8 }],
  ['both', 2, 9, { from: 2, to: 10 }],
] as const)('what a passage stands for: %s', (_what, from, to, stretch) => {
  expect(standsFor(map, from, to)).toEqual(stretch);
});

it.each([
  ['all its own', 0, 12, { from: 0, to: 13 }, { from: 0, to: 12 }],
  ['words before it', 0, 9, { from: 4, to: 13 }, { from: 4, to: 9 }],
  ['words behind it', 0, 9, { from: 0, to: 3 }, { from: 0, to: 3 }],
  ['a reading that took its place', 0, 9, { from: 5, to: 6 }, { from: 4, to: 7 }],
  ['none of its own', 0, 3, { from: 9, to: 12 }, null],
] as const)('a passage keeps to its words: %s', (_what, from, to, own, within) => {
  expect(withinEdges({ from, to }, own, map)).toEqual(within);
});

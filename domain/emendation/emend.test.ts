import { ChangeSet } from '@codemirror/state';
import fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import { emendationSet, textOf } from '../transcription/transcription.ts';
import { emended } from './emend.ts';
import type { Emendation } from './emendation.ts';
import { emendation, newId, replacements } from '../testing/emendations.ts';

const editor = { author: 'A. Reader', time: '2026-11-21T10:00:00.000Z', witness: null, newId };
const cleaned = textOf('to Havna in May');

/** What has become of the emendations after typing: `Havana ] Havna | …`. */
function told(emendations: readonly Emendation[]): string {
  return emendations
    .map(({ from, to, insert }) => `${insert} ] ${cleaned.sliceString(from, to)}`)
    .join(' | ');
}

/** Types: each edit puts words in the place of words of the transcription of then. */
function typed(...edits: (readonly [from: number, to: number, insert: string])[]): Emendation[] {
  return edits.reduce<Emendation[]>((emendations, [from, to, insert]) => {
    const text = emendationSet(cleaned, emendations).apply(cleaned);
    const step = ChangeSet.of({ from, to, insert }, text.length);
    return emended(emendations, cleaned, step, editor);
  }, []);
}

describe('an editor', () => {
  it.each<[string, Parameters<typeof typed>, string]>([
    ['puts a letter in', [[6, 6, 'a']], 'a ] '],
    ['replaces a word', [[3, 8, 'Cuba']], 'Cuba ] Havna'],
    ['takes a word out', [[0, 3, '']], ' ] to '],
    [
      'goes on where the last edit ended',
      [
        [3, 8, 'C'],
        [4, 4, 'u'],
        [5, 5, 'ba'],
      ],
      'Cuba ] Havna',
    ],
    [
      'widens an emendation to both sides',
      [
        [6, 6, 'a'],
        [5, 8, 'XY'],
      ],
      'XY ] vn',
    ],
    [
      'joins two emendations',
      [
        [0, 2, 'at'],
        [3, 4, 'h'],
        [1, 4, '-'],
      ],
      'a- ] to H',
    ],
    [
      'types back what stood there',
      [
        [3, 8, 'Cuba'],
        [3, 7, 'Havna'],
      ],
      '',
    ],
    [
      'works at two places',
      [
        [0, 2, 'at'],
        [9, 11, 'on'],
      ],
      'at ] to | on ] in',
    ],
  ])('%s', (_, edits, expected) => {
    expect(told(typed(...edits))).toBe(expected);
  });
});

test('an emendation that is changed keeps its id, reason and note, and gets the new name and time', () => {
  const known = { ...emendation(3, 8, 'Cuba'), reason: 'machine', note: 'cf. 2' } as const;
  const step = ChangeSet.of({ from: 7, to: 7, insert: '!' }, 14);
  const [after] = emended([known], cleaned, step, editor);
  expect(after).toEqual({ ...known, insert: 'Cuba!', author: editor.author, time: editor.time });
});

test('a lost emendation is left alone', () => {
  const quote = { exact: 'x', prefix: '', suffix: '' };
  const lost = { ...emendation(4, 4, 'Cuba'), lost: { reason: 'It left.', quote } };
  const step = ChangeSet.of({ from: 4, to: 4, insert: '!' }, cleaned.length);
  expect(emended([lost], cleaned, step, editor)).toContainEqual(lost);
});

test('emendations always say what the text says, whatever is typed', () => {
  const text = textOf('abcdefghij klmnop');
  const typing = fc.array(
    fc.tuple(fc.double({ min: 0, max: 1, noNaN: true }), fc.nat(6), fc.string({ maxLength: 3 })),
    { maxLength: 12 },
  );
  fc.assert(
    fc.property(replacements(text.length), typing, (first, edits) => {
      let shown = text;
      let emendations: Emendation[] = [];
      const steps = [
        () => ChangeSet.of(first, text.length),
        ...edits.map(([where, length, insert]) => () => {
          const from = Math.floor(where * shown.length);
          return ChangeSet.of(
            { from, to: Math.min(shown.length, from + length), insert },
            shown.length,
          );
        }),
      ];
      for (const make of steps) {
        const step = make();
        shown = step.apply(shown);
        emendations = emended(emendations, text, step, editor);
        expect(emendationSet(text, emendations).apply(text).toString()).toBe(shown.toString());
        for (const { from, to, insert } of emendations)
          expect(insert).not.toBe(text.sliceString(from, to));
      }
    }),
    { numRuns: 1000 },
  );
});

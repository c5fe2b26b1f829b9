import { ChangeSet } from '@codemirror/state';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Change } from '../change/change.ts';
import type { Emendation } from '../emendation/emendation.ts';
import { applied, counterpart, pieces, textOf, transcribe, UnfitError } from './transcription.ts';

const emendation = (from: number, to: number, insert: string): Emendation => ({
  id: '00000000-0000-7000-8000-000000000001',
  from,
  to,
  insert,
  author: 'editor',
  time: '2026-01-01T00:00:00.000Z',
  reason: null,
  note: '',
  rank: 0,
  witness: null,
  lost: null,
});

/** An accepted change of `[from, to)`. */
function change(from: number, to: number, insert = ''): Change {
  return { from, to, insert, rule: 'test', certainty: 'certain', status: 'accepted', reason: null };
}

describe('transcribe', () => {
  test('applies what is accepted and nothing else', () => {
    const changes = [change(7, 18), { ...change(0, 2), status: 'proposed' as const }];
    expect(transcribe('US not [Page 864] involved', changes).text.toString()).toBe(
      'US not nvolved'.replace('nvolved', 'involved'),
    );
  });

  test('takes changes in any order and refuses those that overlap', () => {
    expect(transcribe('abcdef', [change(4, 5), change(0, 1)]).text.toString()).toBe('bcdf');
    expect(() => transcribe('abcdef', [change(0, 3), change(2, 4)])).toThrow(
      'two changes overlap at 2: one begins before 3',
    );
  });

  test('refuses what lies beyond its text', () => {
    expect(() => transcribe('abc', [change(2, 4)])).toThrow(UnfitError);
    expect(() => transcribe('abc', [change(0, 1)], [emendation(1, 3, 'B')])).toThrow(
      'one of the emendations runs from 1 to 3 in 2',
    );
    expect(() => transcribe('abc', [], [emendation(0, 2, 'B'), emendation(1, 3, 'C')])).toThrow(
      'two emendations overlap at 1: one begins before 2',
    );
  });

  test('sets emendations upon the changes', () => {
    const transcription = transcribe('abcdef', [change(0, 1)], [emendation(0, 1, 'B')]);
    expect(transcription.text.toString()).toBe('Bcdef');
    expect(transcription.map.apply(transcription.original).toString()).toBe('Bcdef');
  });

  test('divides lines at \\n only', () => {
    expect(textOf('a\r\nb\rc').toString()).toBe('a\r\nb\rc');
    expect(textOf('a\r\nb\rc').lines).toBe(2);
  });
});

describe('applied', () => {
  const length = 40;
  const spots = fc.uniqueArray(fc.nat(length), { minLength: 2, maxLength: 12 });
  const insert = fc.string({ unit: fc.constantFrom('a', '\n', '\u{1F600}', ''), maxLength: 4 });

  test('one walk gives what the changes give one by one', () => {
    fc.assert(
      fc.property(spots, fc.array(insert, { minLength: 6, maxLength: 6 }), (places, inserts) => {
        const text = textOf('0123456789\n'.repeat(4).slice(0, length));
        const ends = places.toSorted((a, b) => a - b);
        const changes = inserts.slice(0, Math.floor(ends.length / 2)).map((words, at) => ({
          from: ends[at * 2] ?? 0,
          to: ends[at * 2 + 1] ?? 0,
          insert: textOf(words),
        }));
        const set = ChangeSet.of(changes, length);
        expect(applied(set, text).toString()).toBe(set.apply(text).toString());
      }),
    );
  });

  test('without changes it is the text itself', () => {
    const text = textOf('a\nb');
    expect(applied(ChangeSet.empty(3), text)).toBe(text);
  });
});

describe('counterpart', () => {
  const transcription = transcribe('US not [Page 864] involved', [change(7, 18)]);

  test.each([
    ['original', 'before', [0, 2], [0, 2]],
    ['original', 'after', [18, 26], [7, 15]],
    ['original', 'over', [3, 26], [3, 15]],
    ['original', 'inside what left', [8, 12], [7, 7]],
    ['transcription', 'after', [7, 15], [18, 26]],
    ['transcription', 'over', [3, 9], [3, 20]],
    ['transcription', 'up to what left', [0, 7], [0, 7]],
  ] as const)('from the %s: %s', (side, _where, [from, to], [a, b]) => {
    expect(counterpart(transcription, side, { from, to })).toEqual({ from: a, to: b });
  });
});

test('the pieces cover both sides without a gap, whatever the changes', () => {
  const text = 'abcdefghijklmnopqrstuvwxyz';
  const cuts = fc.uniqueArray(fc.integer({ min: 0, max: text.length }), { maxLength: 12 });
  fc.assert(
    fc.property(cuts, fc.array(fc.constantFrom('', 'X', 'YZ'), { minLength: 6 }), (at, inserts) => {
      const sorted = at.toSorted((a, b) => a - b);
      const changes: Change[] = [];
      for (let i = 0; i + 1 < sorted.length; i += 2)
        changes.push(change(sorted[i] ?? 0, sorted[i + 1] ?? 0, inserts[i / 2] ?? ''));
      const transcription = transcribe(text, changes);
      const result = transcription.text.toString();
      let rebuilt = '';
      let original = 0;
      let copy = 0;
      for (const piece of pieces(transcription)) {
        expect([piece.fromOriginal, piece.fromTranscription]).toEqual([original, copy]);
        original = piece.toOriginal;
        copy = piece.toTranscription;
        if (piece.kept)
          expect(text.slice(piece.fromOriginal, original)).toBe(
            result.slice(piece.fromTranscription, copy),
          );
        rebuilt += result.slice(piece.fromTranscription, copy);
      }
      expect([original, copy, rebuilt]).toEqual([text.length, result.length, result]);
      const back = transcription.map.invert(transcription.original).apply(transcription.text);
      expect(back.toString()).toBe(text);
    }),
  );
});

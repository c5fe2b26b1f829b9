import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Change } from '../../domain/change/change.ts';
import { annotatedRecords } from '../../domain/testing/exported.ts';
import { pieces, transcribe } from '../../domain/transcription/transcription.ts';
import { rowsOf } from './rows.ts';

/** The rows of a text from which what stands in braces is taken out: `original | transcription`. */
function rows(original: string): string[] {
  const changes = [...original.matchAll(/\{[^}]*\}/gu)].map(({ index, 0: found }) =>
    out(index, found),
  );
  const transcription = transcribe(original, changes);
  const text = transcription.text.toString();
  return rowsOf({ original, text, map: pieces(transcription) }).map((row) => {
    const left = original.slice(row.original.from, row.original.to);
    const right = text.slice(row.transcription.from, row.transcription.to);
    return `${row.number ?? '–'}: ${left} | ${right}`.replaceAll('\n', '/');
  });
}

function out(from: number, found: string): Change {
  const rest = { rule: 'test', certainty: 'certain', status: 'accepted', reason: null } as const;
  return { from, to: from + found.length, insert: '', ...rest };
}

test('a paragraph stands beside what it was made of', () => {
  expect(rows('One.\n\nTwo.\nstill two.\n\n\nThree.')).toEqual([
    '1: One.// | One.//',
    '2: Two./still two./// | Two./still two.///',
    '3: Three. | Three.',
  ]);
});

test('lines that left the text between two paragraphs have a row of their own', () => {
  expect(rows('{SECRET\n\n}One.\n\n{SECRET\n052\n\n}Two.\n{SECRET\n}')).toEqual([
    '–: {SECRET// | ',
    '1: }One.// | One.//',
    '–: {SECRET/052// | ',
    '2: }Two./ | Two./',
    '–: {SECRET/} | ',
  ]);
});

test('what a page turn cuts stays one row', () => {
  expect(rows('One goes {\n\nSECRET\n\n}on.\n\nTwo.')).toEqual([
    '1: One goes {//SECRET//}on.// | One goes on.//',
    '2: Two. | Two.',
  ]);
});

test('two paragraphs of one line of the original share a row', () => {
  const transcription = transcribe('One. Two.', [
    {
      from: 4,
      to: 5,
      insert: '\n\n',
      rule: 'r',
      certainty: 'certain',
      status: 'accepted',
      reason: null,
    },
  ]);
  const text = transcription.text.toString();
  expect(rowsOf({ original: 'One. Two.', text, map: pieces(transcription) })).toEqual([
    { original: { from: 0, to: 9 }, transcription: { from: 0, to: 10 }, number: 1 },
  ]);
});

test('rows leave no gap on either side, and begin with lines', () => {
  fc.assert(
    fc.property(annotatedRecords([]), ({ cable }) => {
      const original = cable.original.text;
      const transcription = transcribe(original, cable.changes);
      const text = transcription.text.toString();
      const found = rowsOf({ original, text, map: pieces(transcription) });
      for (const [side, whole] of [
        ['original', original],
        ['transcription', text],
      ] as const) {
        expect(found.map((row) => whole.slice(row[side].from, row[side].to)).join('')).toBe(whole);
        for (const row of found)
          expect(
            row[side].from === 0 ||
              row[side].from === whole.length ||
              whole[row[side].from - 1] === '\n',
          ).toBe(true);
      }
    }),
  );
});

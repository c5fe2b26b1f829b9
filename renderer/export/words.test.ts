import { expect, test } from 'vitest';
import { buttonWords, facesWords, formatOrder, lookedWords, writtenWords } from './words.ts';

test('what was written is told with its folder', () => {
  const written = { folder: 'Cuba tei', files: 6, cables: 5, losses: [] };
  expect(writtenWords(written)).toBe('5 cables are in the folder “Cuba tei”: 6 files.');
  expect(writtenWords({ ...written, cables: 1, files: 1 })).toBe(
    '1 cable is in the folder “Cuba tei”: 1 file.',
  );
});

test('what was looked through is told', () => {
  expect(lookedWords({ cables: 1, annotations: 0, losses: [] })).toBe(
    '1 cable with no annotations.',
  );
  expect(lookedWords({ cables: 5, annotations: 12, losses: [] })).toBe(
    '5 cables with 12 annotations.',
  );
});

test('the weight of faces is told where it is felt', () => {
  expect(facesWords(5)).toBe('some 165 kB a page');
  expect(facesWords(100_000)).toBe('some 165 kB a page, 16,500 MB in all');
});

test('the button says how many', () => {
  expect(buttonWords(1)).toBe('Export 1 cable…');
  expect(buttonWords(null)).toBe('Export…');
});

test('every format is offered once', () => {
  expect(new Set(formatOrder).size).toBe(7);
});

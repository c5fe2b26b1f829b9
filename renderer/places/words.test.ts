import { expect, test } from 'vitest';
import { cutWords, nowhereWords, sumWords } from './words.ts';

const found = { total: 14, cables: 3, places: [] };

test.each([
  [sumWords(found, 'library'), '14 places in 3 cables'],
  [sumWords({ ...found, total: 1, cables: 1 }, 'cable'), '1 place'],
  [nowhereWords('Habana', 'library'), '“Habana” stands in no transcription of this library.'],
  [nowhereWords('  ', 'cable'), '“··” does not stand in the transcription of this cable.'],
])('%s', (words, expected) => expect(words).toBe(expected));

test('what is cut is said', () => {
  expect(cutWords({ ...found, total: 0 })).toBeNull();
  expect(cutWords(found)).toMatch(/^Only the first 0 are shown/u);
});

import fc from 'fast-check';
import { expect, test } from 'vitest';
import { indexedText } from './fold.ts';
import { tokensOf, wordsOf } from './tokens.ts';

/** What stands in a text, and the words that are read in it. */
for (const [text, words] of [
  ['US not involved.', 'us not involved'],
  ["Khrushchevʼs, Khrushchev’s and Khrushchev's", 'khrushchev s khrushchev s and khrushchev s'],
  ['Bogotá Peña Señor', 'bogota pena senor'],
  ['Pen\u0303a', 'pena'],
  ['oﬃce ﬁle', 'office file'],
  ['HAVАNA SHIРMENT', 'havana shipment'],
  ['Москва СССР', 'москва ссср'],
  ['USʼА а½А', 'us а а а'],
  ['1662.1 737.00/4-2361', '1662 1 737 00 4 2361'],
  ['Republics² see³', 'republics see'],
  ['diplo\u00admatic', 'diplomatic'],
  ['diplo-\nmatic', 'diplomatic'],
  ['diplo-  \n   matic note', 'diplomatic note'],
  ['diplo¬\nmatic', 'diplomatic'],
  ['diplo\u00ad\nmatic', 'diplomatic'],
  ['DIPLO-\nMATIC', 'diplomatic'],
  ['anti-\nCommunist', 'anti communist'],
  ['anti-communist', 'anti communist'],
  ['1962-\n63', '1962 63'],
  ['end --\nnext', 'end next'],
  ['end-\n\nnext', 'end next'],
  ['', ''],
] as const)
  test(`${JSON.stringify(text)} has the words ${words}`, () =>
    expect(wordsOf(text).join(' ')).toBe(words));

/** The words that the index has beside those of the running text. */
const others = (text: string) =>
  tokensOf(text)
    .slice(wordsOf(text).length)
    .map(({ word }) => word)
    .filter((word) => word !== '\ue000')
    .join(' ');

test('a hyphen at the end of a line is read the other way as well, with some words around', () => {
  expect(others('in the diplo-\nmatic note')).toBe('in the diplo matic note');
  expect(others('the anti-\nCommunist party')).toBe('the anticommunist party');
  expect(others('a b c d e f diplo-\nmatic g h i j k l')).toBe('c d e f diplo matic g h i j');
  expect(others('no hyphen')).toBe('');
});

test('a word that ends a line stands in the text from its first half to its second', () => {
  const text = 'the diplo-\nmatic note';
  const place = ({ from, to }: { from: number; to: number }) => text.slice(from, to);
  expect(tokensOf(text).slice(0, 3).map(place)).toEqual(['the', 'diplo-\nmatic', 'note']);
  const other = tokensOf(text).filter(({ word }) => word === 'diplo' || word === 'matic');
  expect(other.map(place)).toEqual(['diplo', 'matic']);
});

test('a text without hyphens at line ends is indexed as it stands', () => {
  expect(indexedText('The “US” is\nnot-involved')).toBe('the  us  is\nnot-involved');
});

test('words of words are the same words', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), (text) => {
      const words = wordsOf(text);
      expect(wordsOf(words.join(' '))).toEqual(words);
    }),
    { numRuns: 500 },
  );
});

import fc from 'fast-check';
import { expect, test } from 'vitest';
import { finderOf } from './hits.ts';
import { parseQuery } from './parse.ts';
import { quickFinderOf } from './quick.ts';

const marked = (text: string, typed: string) => {
  const find = quickFinderOf(parseQuery(typed).query, 'transcription');
  return find(text)
    .map(({ from, to }) => text.slice(from, to))
    .join('|');
};

test.for([
  ['Missiles in Cuba, missiles', 'missiles', 'Missiles|missiles'],
  ['Missiles in Cuba', 'missile', ''],
  ['Missiles in Cuba', 'missile*', 'Missiles'],
  ['in\n  Cuba in, Cuba', '"in cuba"', 'in\n  Cuba|in, Cuba'],
  ['no no no', '"no no"', 'no no no'],
  ['Khrushchev’s men', "khrushchev's", 'Khrushchev’s'],
  ['the diplo-\nmatic bag', 'diplomatic', 'diplo-\nmatic'],
  ['Réunion', 'reunion', 'Réunion'],
  ['a b c a', 'a OR "a b"', 'a b|a'],
] as const)('in “%s” the query %s finds %s', ([text, typed, found]) => {
  expect(marked(text, typed)).toBe(found);
});

const word = fc.constantFrom(
  'cuba',
  'Cuba',
  'cub',
  'in',
  'IN',
  'a',
  '1',
  'x9',
  'é',
  'ÇUBA',
  'ÿß',
  'Ø',
  'diplo',
);
const between = fc.constantFrom(' ', ', ', '-', '- \n', '_', '’', 'ʼ', '“', '—', '\u00a0', '½', '');
const text = fc
  .array(fc.tuple(word, between), { maxLength: 30 })
  .map((pairs) => pairs.flat().join(''));
const query = fc.constantFrom(
  ...['cuba', 'cu*', '"cuba in"', '"in in"', 'a OR 1', '"a 1 x9"', 'cub*', '-cuba in', 'x9'],
  ...['original:cuba', 'transcription:"cuba cub*"', 'in NEAR/2 a', '~cuba'],
);

test('it finds what is found word by word', () => {
  fc.assert(
    fc.property(text, query, (each, typed) => {
      const { query: read } = parseQuery(typed);
      expect(quickFinderOf(read, 'transcription')(each)).toEqual(
        finderOf(read, 'transcription')(each),
      );
    }),
    { numRuns: 2000 },
  );
});

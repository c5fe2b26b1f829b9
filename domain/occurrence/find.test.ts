import fc from 'fast-check';
import { expect, test } from 'vitest';
import { occurrenceFinder } from './find.ts';
import { variantsOf } from './variants.ts';

const FOLDED = { folded: true, wholeWords: true };

/** The text with every place in brackets. */
function marked(text: string, words: string[], how = FOLDED): string {
  return occurrenceFinder({ words, ...how })
    .apart(text)
    .toReversed()
    .reduce(
      (all, { from, to }) => `${all.slice(0, from)}[${all.slice(from, to)}]${all.slice(to)}`,
      text,
    );
}

/** Variants as `words (places)`. */
function variants(text: string | string[], words: string | string[], how = FOLDED): string[] {
  const count = variantsOf({ words: [words].flat(), ...how });
  for (const one of [text].flat()) count.read(one);
  return count.list().map((variant) => `${variant.words} (${variant.places})`);
}

test.each([
  ['Castro and CASTRO’s', ['Castro'], '[Castro] and [CASTRO]’s'],
  ['Castroʼs Castro’s', ["Castro's"], '[Castroʼs] [Castro’s]'],
  ['United\nStates, Castroism', ['United States', 'Castro'], '[United\nStates], Castroism'],
  ['United States Army', ['United States', 'United States Army'], '[United States Army]'],
  ['a b c', ['b c', 'a b'], '[a b] c'],
  ['United States', [' United\n States\n'], '[United States]'],
  ['United States', ['united states', 'United States'], '[United States]'],
])('in %j %j are found', (text, words, places) => expect(marked(text, words)).toBe(places));

test('every place is told, overlapping ones too, but none twice', () => {
  const { every } = occurrenceFinder({ words: ['a b', 'b c', 'A b'], ...FOLDED });
  expect(every('a b c')).toEqual([
    { from: 0, to: 3 },
    { from: 2, to: 5 },
  ]);
});

test('places stand apart, and each is one of all places', () => {
  const text = fc.array(fc.constantFrom('a', 'b', 'c', 'ab')).map((all) => all.join(' '));
  const words = fc.array(fc.constantFrom('a', 'b', 'a b', 'b c a', 'ab', 'c'), { minLength: 1 });
  fc.assert(
    fc.property(text, words, (searched, sought) => {
      const { every, apart } = occurrenceFinder({ words: sought, ...FOLDED });
      const all = new Set(every(searched).map(({ from, to }) => `${from} ${to}`));
      let reached = 0;
      for (const { from, to } of apart(searched)) {
        expect(from).toBeGreaterThanOrEqual(reached);
        expect(all.has(`${from} ${to}`)).toBe(true);
        reached = to;
      }
    }),
  );
});

test.each([
  ['Khrushchev, Khruschev, Krushchev, KHRUSCHEV', 'Khrushchev', ['Khruschev (2)', 'Krushchev (1)']],
  ['Khrushchev’s Krushchevs', 'Khrushchev', ['Krushchevs (1)']],
  ['Castro Castor Castros Cast', 'Castro', ['Castros (1)']],
  ['Havana, Habana, Habanas', 'Habana', ['Havana (1)', 'Habanas (1)']],
  ['havana', 'Habana', []],
  ['embassies', 'embassy', ['embassies (1)']],
  ['missile', 'missiles', ['missile (1)']],
  ['Tito Tita Titos', 'Tito', ['Titos (1)']],
  ['12346 Deptel1', '12345', []],
  [
    'United State, Unites\nStates, United, States',
    'United States',
    ['United State (1)', 'Unites States (1)'],
  ],
  ['United\n\nState', 'United States', []],
  ['U.S. Goverment', 'U.S. Government', ['U.S. Goverment (1)']],
  ['Khrushchеv', 'Khrushchev', []],
  ['one two three four five six sevens', 'one two three four five six seven', []],
])('%j has of %j the variants %j', (text, words, all) =>
  expect(variants(text, words)).toEqual(all),
);

test('what the search finds already is no variant', () => {
  expect(variants('Havana Habana', ['Habana', 'Havana'])).toEqual([]);
  expect(variants('Habanas', 'Habana', { folded: true, wholeWords: false })).toEqual([]);
  expect(variants('HABANA', 'Habana', { folded: false, wholeWords: true })).toEqual(['HABANA (1)']);
});

test('variants are counted over all texts, the nearest first', () => {
  const texts = ['Krushchov Krushchev', 'Khruschev Krushchov', 'Khruschev Krushchov'];
  expect(variants(texts, 'Khrushchev')).toEqual([
    'Khruschev (2)',
    'Krushchev (1)',
    'Krushchov (3)',
  ]);
});

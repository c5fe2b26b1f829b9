import fc from 'fast-check';
import { expect, test } from 'vitest';
import { parseQuery } from './parse.ts';
import { printQuery } from './print.ts';
import { havings, valueFields, wordFields, type Query, type WordsQuery } from './query.ts';

const at = { from: 0, to: 0 };

/** A query without the places of its parts. */
function placeless(query: Query | null): unknown {
  return JSON.parse(JSON.stringify(query, (key, value: unknown) => (key === 'at' ? 0 : value)));
}

const word = fc.oneof(
  fc.constantFrom('cuba', 'and', 'or', 'not', 'near', '1962', 'none', 'ж', 'ß', '𐐨'),
  fc.stringMatching(/^[a-z0-9]{1,6}$/u),
);
const words = (field: WordsQuery['field']) =>
  fc
    .record({
      words: fc.array(word, { minLength: 1, maxLength: 3 }),
      how: fc.constantFrom('', 'prefix', 'tolerant'),
    })
    .map((said): WordsQuery => ({
      type: 'words',
      field,
      words: said.words,
      prefix: said.how === 'prefix',
      tolerant: said.how === 'tolerant',
      at,
    }));
const wordField = fc.option(fc.constantFrom(...wordFields));
const value = fc
  .oneof(
    fc.string({ unit: 'grapheme', minLength: 1, maxLength: 12 }),
    fc.constantFrom(
      'AND',
      'say "yes"',
      'a)',
      '-x',
      '~x',
      'x*',
      'NEAR(',
      'top secret',
      'V/170',
      '“',
    ),
  )
  .map((text) => text.trim().replace(/\s+/gu, ' '))
  .filter((text) => text !== '');
const is = fc
  .record({ field: fc.constantFrom(...valueFields), value })
  .map(({ field, value: said }): Query => {
    if (field === 'has') return { type: 'is', field, value: havings[0], at };
    if (field === 'state') return { type: 'is', field, value: 'corrected', at };
    return { type: 'is', field, value: said, at };
  });
const date = fc.constantFrom('1961', '1962-02', '1962-10-16', '1962-11-01');
const dates = fc.oneof(
  fc.constant<Query>({ type: 'dates', from: null, to: null, undated: true, at }),
  date.map((one): Query => ({ type: 'dates', from: one, to: one, undated: false, at })),
  date.map((one): Query => ({ type: 'dates', from: one, to: null, undated: false, at })),
  date.map((one): Query => ({ type: 'dates', from: null, to: one, undated: false, at })),
  fc.constant<Query>({ type: 'dates', from: '1961', to: '1962-11', undated: false, at }),
);
const near = fc
  .tuple(wordField, fc.nat(1000))
  .chain(([field, distance]) =>
    fc
      .array(words(field), { minLength: 2, maxLength: 3 })
      .map((parts): Query => ({ type: 'near', field, parts, distance, at })),
  );
const { query: queries } = fc.letrec<{ query: Query }>((tie) => ({
  query: fc.oneof(
    { depthSize: 'small', withCrossShrink: true },
    wordField.chain(words),
    is,
    dates,
    near,
    tie('query').map((part): Query => ({ type: 'not', part, at })),
    fc
      .record({
        type: fc.constantFrom('and' as const, 'or' as const),
        parts: fc.array(tie('query'), { minLength: 2, maxLength: 4 }),
      })
      .map((joined): Query => ({ ...joined, at })),
  ),
}));

test('what is printed is read as the same query', () => {
  fc.assert(
    fc.property(queries, (query) => {
      const { query: again, problems } = parseQuery(printQuery(query));
      expect(problems).toEqual([]);
      expect(placeless(again)).toEqual(placeless(query));
    }),
    { numRuns: 400 },
  );
});

test('whatever is typed is read without failing, and printed it is read without problems', () => {
  const pieces = fc.constantFrom(
    ...[
      'a',
      'b c',
      'from:',
      'foo:',
      'class:',
      'date:',
      '1962',
      '..',
      '>=',
      'AND',
      'OR',
      'NOT',
      'NEAR',
    ],
    ...[
      'NEAR/3',
      'NEAR(',
      ',',
      '5',
      '(',
      ')',
      '"',
      '“',
      '”',
      '*',
      '~',
      '-',
      ' ',
      ' ',
      ' ',
      'state:',
      'has:note',
    ],
  );
  const typed = fc.oneof(
    fc.array(pieces, { maxLength: 14 }).map((all) => all.join('')),
    fc.string(),
  );
  fc.assert(
    fc.property(typed, (text) => {
      const { query, problems } = parseQuery(text);
      for (const { at: place, instead } of problems) {
        expect(0 <= place.from && place.from <= place.to && place.to <= text.length).toBe(true);
        if (instead !== null) expect(instead).not.toBe(text);
      }
      const again = parseQuery(printQuery(query));
      expect(again.problems).toEqual([]);
      expect(placeless(again.query)).toEqual(placeless(query));
    }),
    { numRuns: 600 },
  );
});

for (const [typed, printed] of [
  ['a AND (b OR c)', 'a (b OR c)'],
  ['NOT a', '-a'],
  ['NOT (a b)', '-(a b)'],
  ['a NEAR/5 "B c"', 'NEAR(a "b c", 5)'],
  ['class:secret OR class:"top secret"', 'class:(secret OR "top secret")'],
  ['date:>1962', 'date:>=1963'],
  ['date:..1962', 'date:<=1962'],
  ["Khrushchev's", '"khrushchev s"'],
] as const)
  test(`${typed} is printed as ${printed}`, () => {
    expect(printQuery(parseQuery(typed).query)).toBe(printed);
  });

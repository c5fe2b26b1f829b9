import fc from 'fast-check';
import { expect, test } from 'vitest';
import { chipsOf, conditionsIn, turnedChip, withAnother, withChip, withoutChip } from './chips.ts';
import { parseQuery } from './parse.ts';
import { printQuery } from './print.ts';

const shown = (typed: string) =>
  chipsOf(typed).map(({ negated, label }) => (negated ? `not ${label}` : label));

for (const [typed, labels] of [
  ['', []],
  ['cuba missiles', ['cuba', 'missiles']],
  ['cuba AND "missile bases"', ['cuba', '“missile bases”']],
  ['a OR b', ['a or b']],
  ['a (b OR c d)', ['a', 'b or (c and d)']],
  ['from:rusk -class:secret', ['from: rusk', 'not class: secret']],
  ['NOT (a b)', ['not a and b']],
  ['class:(secret OR "top secret")', ['class: secret or top secret']],
  ['diplom* ~rusk', ['diplom…', 'rusk (or misread)']],
  ['a NEAR/5 "b c"', ['a within 5 words of “b c”']],
  ['title:NEAR(a b c, 3)', ['title: a, b, c within 3 words']],
  ['date:1962-10..1962-11', ['date: 1962-10 to 1962-11']],
  ['date:>=1962 date:<1963', ['date: from 1962', 'date: until 1962']],
  ['date:(1962 OR none)', ['date: 1962 or none']],
  ['from:"rusk', ['from: rusk']],
  ['a state:x', ['a']],
] as const)
  test(`${typed} has the chips ${labels.join(', ')}`, () => expect(shown(typed)).toEqual(labels));

test('a chip tells where it stands, with what negates it', () => {
  const typed = 'cuba AND -from:"dean rusk" NOT (a b)';
  const places = chipsOf(typed).map(({ at }) => typed.slice(at.from, at.to));
  expect(places).toEqual(['cuba', '-from:"dean rusk"', 'NOT (a b)']);
});

/** Each: what is typed, the number of the chip, and what is left without it. */
for (const [typed, index, left] of [
  ['cuba', 0, ''],
  ['cuba AND missiles', 0, 'missiles'],
  ['a (b OR c)', 0, 'b OR c'],
  ['a (b OR c) d', 1, 'a d'],
  ['a -b c', 1, 'a c'],
  ['a from:"dean', 0, 'from:dean'],
  ['a state:x b', 1, 'a'],
] as const)
  test(`${typed} without chip ${index} is ${left}`, () =>
    expect(withoutChip(typed, { index })).toBe(left));

/** Each: what is typed, the number of the chip, what it becomes, and the whole. */
for (const [typed, index, condition, whole] of [
  ['a b', 0, 'c', 'c b'],
  ['a b', 0, 'c OR d', '(c OR d) b'],
  ['a b', 0, 'c d', 'c d b'],
  ['a', 0, 'c OR d', 'c OR d'],
  ['a -b', 1, 'c d', 'a -(c d)'],
  ['a -b', 1, 'c', 'a -c'],
  ['a b', 1, ' ', 'a'],
] as const)
  test(`chip ${index} of ${typed} as “${condition}” makes ${whole}`, () => {
    const chip = chipsOf(typed)[index];
    expect(chip && withChip(typed, chip, condition)).toBe(whole);
  });

for (const [typed, index, whole] of [
  ['a b', 1, 'a -b'],
  ['a -b', 1, 'a b'],
  ['a OR b', 0, '-(a OR b)'],
  ['-(a OR b) c', 0, '(a OR b) c'],
  ['class:(secret OR confidential)', 0, '-class:(secret OR confidential)'],
  ['a NEAR/3 b', 0, '-(a NEAR/3 b)'],
] as const)
  test(`chip ${index} of ${typed} turned makes ${whole}`, () => {
    const chip = chipsOf(typed)[index];
    expect(chip && turnedChip(typed, chip)).toBe(whole);
  });

test('another condition comes after the others, which stay together', () => {
  expect(withAnother('', 'a')).toBe('a');
  expect(withAnother('a OR b', 'class:secret')).toBe('(a OR b) class:secret');
  expect(withAnother('"a', 'b')).toBe('a b');
});

const condition = fc.constantFrom(
  ...[
    'a',
    '-b',
    '"c d"',
    'from:rusk',
    '-class:"top secret"',
    '(e OR f)',
    'NOT (g h)',
    'class:(x OR y)',
  ],
  ...['i NEAR/3 j', 'NEAR(k l, 2)', 'date:1962..', '~m', 'n*', '(o p)', 'AND', 'state:x', '""'],
);
const queries = fc.array(condition, { maxLength: 6 }).map((all) => all.join(' '));
const conditions = (typed: string) => conditionsIn(parseQuery(typed).query).map(printQuery);

test('taking a chip out leaves all others as they were', () => {
  fc.assert(
    fc.property(queries, (typed) => {
      const all = conditions(typed);
      for (const chip of chipsOf(typed)) {
        const left = all.toSpliced(chip.index, 1);
        const alone = left.length === 1 ? conditions(left.join(' ')) : left;
        expect(conditions(withoutChip(typed, chip))).toEqual(alone);
      }
    }),
  );
});

test('a chip turned twice asks for what it asked for', () => {
  fc.assert(
    fc.property(queries, (others) => {
      // One condition alone has no parentheses; what stands in them then is several.
      const typed = `z y ${others}`;
      for (const { index } of chipsOf(typed)) {
        const once = turnedAt(typed, index);
        expect(chipsOf(once)).toHaveLength(chipsOf(typed).length);
        expect(conditions(turnedAt(once, index))).toEqual(conditions(printedAnew(typed)));
      }
    }),
  );
});

function turnedAt(typed: string, index: number): string {
  const chip = chipsOf(typed)[index];
  return chip ? turnedChip(typed, chip) : typed;
}

/** What is typed, without what cannot be read and with no parentheses around one condition alone. */
function printedAnew(typed: string): string {
  return chipsOf(typed).reduce((query, chip) => withChip(query, chip, chip.typed), typed);
}

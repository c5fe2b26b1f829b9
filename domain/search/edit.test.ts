import fc from 'fast-check';
import { expect, test } from 'vitest';
import {
  conditionsOf,
  datesOf,
  phraseOf,
  withCondition,
  withDates,
  withoutCondition,
  withoutValue,
} from './edit.ts';
import { fieldNames, type FieldName } from './fields.ts';
import { parseQuery } from './parse.ts';
import { wordsOf } from './tokens.ts';

type Asked = readonly [typed: string, field: FieldName, value: string, whole: string];

const asked: readonly Asked[] = [
  ['', 'class', 'Secret', 'class:Secret'],
  ['cuba', 'class', 'Top Secret', 'cuba class:"Top Secret"'],
  ['class:secret', 'class', 'Secret', 'class:secret'],
  ['class:secret cuba', 'class', 'confidential', 'class:(secret OR confidential) cuba'],
  ['class:(a OR b) cuba', 'class', 'c', 'class:(a OR b OR c) cuba'],
  ['-class:secret', 'class', 'secret', 'class:secret'],
  ['class:a', 'class', 'OR', 'class:(a OR "OR")'],
  ['tag:a', 'tag', 'b', 'tag:a tag:b'],
  ['has:note', 'has', 'proposal', 'has:note has:proposal'],
  ['from:rusk', 'from', 'Department of State', 'from:(rusk OR "Department of State")'],
  ['', 'from', 'Dean Rusk *', 'from:"Dean Rusk"'],
  ['from:rusk*', 'from', 'ball', 'from:rusk* from:ball'],
  ['a OR b', 'class', 'secret', '(a OR b) class:secret'],
  ['date:1962', 'date', '1963', 'date:(1962 OR 1963)'],
  ['"cuba', 'state', 'corrected', 'cuba state:corrected'],
];
for (const [typed, field, value, whole] of asked)
  test(`${typed} and ${field}: ${value} is ${whole}`, () =>
    expect(withCondition(typed, field, value)).toBe(whole));

const taken: readonly Asked[] = [
  ['class:secret', 'class', 'Secret', ''],
  ['cuba class:(secret OR "Top Secret")', 'class', 'top secret', 'cuba class:secret'],
  ['class:(a OR b OR c)', 'class', 'b', 'class:(a OR c)'],
  ['cuba -class:secret', 'class', 'secret', 'cuba'],
  ['cuba -class:(a OR b)', 'class', 'a', 'cuba -class:b'],
  ['from:"Department of State" a', 'from', 'department of state', 'a'],
  ['a', 'class', 'secret', 'a'],
  ['tag:a tag:b tag:a', 'tag', 'a', 'tag:b'],
];
for (const [typed, field, value, whole] of taken)
  test(`${typed} without ${field}: ${value} is ${whole}`, () =>
    expect(withoutCondition(typed, field, value)).toBe(whole));

test('a value that is ruled out is not asked for any more', () => {
  expect(withoutValue('cuba class:secret', 'class', 'secret')).toBe('cuba -class:secret');
  expect(withoutValue('-class:secret', 'class', 'secret')).toBe('-class:secret');
});

test('the conditions of a query are those that all found must meet', () => {
  expect(conditionsOf('cuba class:(a OR b) -state:imported date:1962 from:"Dean Rusk" x*')).toEqual(
    [
      { field: 'class', value: 'a', negated: false },
      { field: 'class', value: 'b', negated: false },
      { field: 'state', value: 'imported', negated: true },
      { field: 'date', value: '1962', negated: false },
      { field: 'from', value: 'dean rusk', negated: false },
    ],
  );
  expect(conditionsOf('class:a OR from:b')).toEqual([]);
});

for (const [typed, from, to, whole] of [
  ['', '1962-10', '1962-11', 'date:1962-10..1962-11'],
  ['cuba date:1962 -class:secret', '1962-10', '1962-10', 'cuba -class:secret date:1962-10'],
  ['date:(1962 OR 1963) cuba', null, null, 'cuba'],
  ['date:>=1962 date:<=1963', null, '1962', 'date:<=1962'],
  ['a OR b', '1962', null, '(a OR b) date:>=1962'],
  ['-date:1962', '1962', null, '-date:1962 date:>=1962'],
] as const)
  test(`${typed} between ${from} and ${to} is ${whole}`, () => {
    expect(withDates(typed, from, to)).toBe(whole);
    if (from !== null || to !== null) expect(datesOf(whole)).toEqual({ from, to, undated: false });
  });

test('words of a text are looked for as a phrase', () => {
  expect(phraseOf(' US not\ninvolved. ')).toBe('"us not involved"');
  expect(phraseOf('diplo-\nmatic')).toBe('diplomatic');
  expect(phraseOf('anti-\nCommunist')).toBe('"anti communist"');
  expect(phraseOf(' — ')).toBe('');
});

const values = fc.oneof(
  fc.constantFrom('secret', 'Top Secret', 'say "yes"', 'a)', 'OR', '-x'),
  fc.string({ unit: 'grapheme', maxLength: 8 }),
);
const others = fc.constantFrom(
  '',
  'cuba',
  'a OR b',
  '-class:x',
  'class:(x OR y)',
  'tag:z',
  '"open',
  'state:',
);

test('a value that is asked for stands in the query once, and is gone when it is taken out', () => {
  const fields = fc.constantFrom(
    ...fieldNames.filter((name) => !['date', 'state', 'has'].includes(name)),
  );
  fc.assert(
    fc.property(others, fields, values, (typed, field, value) => {
      if (wordsOf(value).length === 0) return;
      const once = withCondition(typed, field, value);
      expect(parseQuery(once).problems).toEqual([]);
      expect(withCondition(once, field, value)).toBe(once);
      const without = withoutCondition(once, field, value);
      const left = conditionsOf(without).filter((one) => one.field === field).length;
      expect(left).toBe(conditionsOf(once).filter((one) => one.field === field).length - 1);
    }),
  );
});

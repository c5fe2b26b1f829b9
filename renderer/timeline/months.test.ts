import fc from 'fast-check';
import { expect, test } from 'vitest';
import { brushed, brushOf, countsIn, datesIn, placeAfter, sumOf, timeRow } from './months.ts';
import { datesWords, periodCount } from './words.ts';

const MONTHS = [
  { value: '1962-11', cables: 4 },
  { value: '1962-08', cables: 1 },
  { value: '1963-01', cables: 2 },
  { value: '1962', cables: 3 },
];
const row = timeRow(MONTHS, 'month');

test('months without cables are there as well, and dates that are less exact are counted', () => {
  expect(row.periods).toEqual(['1962-08', '1962-09', '1962-10', '1962-11', '1962-12', '1963-01']);
  expect(row.counts).toEqual([1, 0, 0, 4, 0, 2]);
  expect(row.lessExact).toBe(3);
});

test('too many months are years, and years count all that is in them', () => {
  const years = timeRow(MONTHS, 'month', 5);
  expect([years.span, years.periods, years.counts, years.lessExact]).toEqual([
    ...['year', ['1962', '1963'], [8, 2], 0],
  ]);
});

test('a date misread by centuries leaves the years that have any', () => {
  const odd = [...MONTHS, { value: '0162-11', cables: 1 }];
  expect(timeRow(odd, 'month').periods).toEqual(['0162', '1962', '1963']);
});

test.each([
  ['1962-10', '1962-11', 2, 3],
  ['1962-10-16', '1962-10-28', 2, 2],
  ['1962', '1962', 0, 4],
  [null, '1962-09', 0, 1],
  ['1962-12', null, 4, 5],
])('dates from %s to %s touch periods %i to %i', (from, to, first, last) =>
  expect(brushOf(row.periods, { from, to })).toEqual({ from: first, to: last }),
);

test.each([
  [null, null],
  ['1970', '1971'],
])('dates from %s to %s choose nothing', (from, to) =>
  expect(brushOf(row.periods, { from, to })).toBeNull(),
);

test('what is chosen is said as dates, and read from them again', () => {
  const place = fc.integer({ min: -3, max: 9 });
  fc.assert(
    fc.property(place, place, (a, b) => {
      const brush = brushed(a, b, row.periods.length);
      expect(brush.from).toBeLessThanOrEqual(brush.to);
      expect(brushOf(row.periods, datesIn(row.periods, brush))).toEqual(brush);
    }),
  );
});

test('the cables of what is chosen are counted', () => {
  expect(sumOf(row, { from: 0, to: 3 })).toBe(5);
  expect(countsIn(MONTHS, ['1962', '1963'], 'year').counts).toEqual([8, 2]);
});

test.each([
  ['ArrowRight', 1, 2],
  ['ArrowLeft', 0, 0],
  ['PageUp', 1, 5],
  ['Home', 3, 0],
  ['End', 3, 5],
  ['x', 3, null],
])('%s leads from %i to %s', (key, from, to) => expect(placeAfter(key, from, row)).toBe(to));

test.each([
  [{ from: '1962-10', to: '1963-01' }, 'Oct 1962 to Jan 1963'],
  [{ from: '1962-10-16', to: '1962-10-16' }, '16 Oct 1962'],
  [{ from: null, to: '1963' }, 'until 1963'],
  [{ from: '1961', to: null }, 'from 1961'],
  [{ from: null, to: null }, 'all dates'],
])('%j is %s', (dates, words) => expect(datesWords(dates)).toBe(words));

test('a period is told with its cables', () => {
  expect(periodCount(row, 0)).toBe('Aug 1962: 1 cable');
  expect(periodCount(row, 99)).toBe('');
});

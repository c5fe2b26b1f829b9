import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Tag } from '../tag/tag.ts';
import { MOST_PERIODS, periodOf, periodsBetween, type Unit, unitFor } from './periods.ts';
import { chosenAtFirst, counted, seriesOf } from './series.ts';
import { cableTable, tableCsv, tagTable, timeTable } from './table.ts';
import type { TagUse } from './tag-use.ts';
import { byCable, mostUsed, overTime } from './views.ts';

const tag = (id: string, parentId: string | null): Tag => ({
  id,
  name: id.toUpperCase(),
  colour: 'sky',
  description: '',
  parentId,
  key: null,
  iri: null,
});
const tags = [tag('b', null), tag('a', null), tag('ab', 'a'), tag('aa', 'a'), tag('c', null)];

/** Uses in the notation `tag cable date uses`, `-` for no date. */
const uses = [
  ['a', '1', '1961-04-23', 2],
  ['aa', '1', '1961-04-23', 1],
  ['aa', '2', '1961-07', 4],
  ['b', '2', '1961-07', 1],
  ['ab', '3', '1962', 3],
  ['b', '4', null, 5],
].map(([tagId, cableId, date, count]): TagUse => ({
  tagId: String(tagId),
  cableId: String(cableId),
  title: `=Cable ${cableId}`,
  date: date as string | null,
  uses: Number(count),
}));
const vocabulary = counted(tags, uses);
const series = (below: boolean, ...ids: readonly string[]) =>
  seriesOf(vocabulary, new Set(ids), below);

describe('the unit of', () => {
  it.each<[string, Unit]>([
    ['1962-10-16 1962-11-20', 'day'],
    ['1962-10-16 1962-10-16', 'day'],
    ['1962-10-16 1962-12-20', 'month'],
    ['1962-10 1962-11', 'month'],
    ['1962-10-16 1962-10-17 1962-10', 'day'],
    ['1962-10-16 1962-10 1962-10', 'month'],
    ['1962 1962 1962-10-16', 'year'],
    ['1960-01-01 1966-01-01', 'year'],
    ['', 'day'],
  ])('%s is the %s', (dates, unit) => {
    expect(unitFor(dates.split(' ').filter(Boolean))).toBe(unit);
  });
});

it.each<[string, string, Unit, string]>([
  ['1961', '1963', 'year', '1961 1962 1963'],
  ['1961-11', '1962-02', 'month', '1961-11 1961-12 1962-01 1962-02'],
  ['1964-02-28', '1964-03-01', 'day', '1964-02-28 1964-02-29 1964-03-01'],
  ['0099', '0100', 'year', '0099 0100'],
  ['1962', '1961', 'year', ''],
])('from %s to %s by %s there are %s', (first, last, unit, all) => {
  expect(periodsBetween(first, last, unit)?.join(' ')).toBe(all);
});

it('does not count more periods than can be shown', () => {
  expect(periodsBetween('1500', '1899', 'year')).toHaveLength(MOST_PERIODS);
  expect(periodsBetween('1500', '1900', 'year')).toBeNull();
});

it('the first period and all between are those that dates lie in', () => {
  const days = fc
    .date({ min: new Date('1800-01-01'), max: new Date('1801-01-01'), noInvalidDate: true })
    .map((date) => date.toISOString().slice(0, 10));
  fc.assert(
    fc.property(days, days, fc.constantFrom<Unit>('year', 'month', 'day'), (one, other, unit) => {
      const [first, last] = [one, other].toSorted().map((day) => periodOf(day, unit) ?? '');
      const all = periodsBetween(first ?? '', last ?? '', unit) ?? [];
      expect(all.at(0)).toBe(first);
      expect(all.at(-1)).toBe(last);
      expect(all.toSorted()).toEqual(all);
    }),
  );
});

it('tags at the top that are used are shown at first, else those most used', () => {
  expect([...chosenAtFirst(vocabulary)]).toEqual(['a', 'b']);
  const below = uses.filter(({ tagId }) => tagId !== 'b');
  expect([...chosenAtFirst(counted(tags, below))]).toEqual(['aa', 'ab', 'a']);
});

it('counts tags in the order of the tree, alone and with those below them', () => {
  expect(tagTable(series(true, 'b', 'a', 'aa', 'c')).rows).toEqual([
    { key: 'a', words: ['A'], counts: [2, 10] },
    { key: 'aa', words: ['A › AA'], counts: [5, 5] },
    { key: 'b', words: ['B'], counts: [6, 6] },
    { key: 'c', words: ['C'], counts: [0, 0] },
  ]);
});

/** The numbers of a table, a line each. */
const shown = (all: ReturnType<typeof timeTable>) =>
  all.rows.map(({ words, counts }) => `${words.join(' ')}: ${counts.join(' ')}`);

it.each<[Unit, boolean, string[]]>([
  ['year', true, ['1961: 7 1', '1962: 3 0', 'undated: 0 5']],
  ['year', false, ['1961: 2 1', 'undated: 0 5']],
  [
    'month',
    true,
    [
      '1961-04: 3 0',
      '1961-05: 0 0',
      '1961-06: 0 0',
      '1961-07: 4 1',
      'no month known: 3 0',
      'undated: 0 5',
    ],
  ],
  ['day', true, ['1961-04-23: 3 0', 'no day known: 7 1', 'undated: 0 5']],
])('counts by %s, with tags below: %s', (unit, below, lines) => {
  const times = overTime(series(below, 'a', 'b'), unit);
  expect(times && shown(timeTable(times))).toEqual(lines);
});

it('counts by cable, in the order of the list, and keeps that where only the most used are shown', () => {
  const chosen = series(true, 'a', 'b');
  const rows = byCable(chosen, uses);
  expect(shown(cableTable(chosen, rows))).toEqual([
    '=Cable 1 1961-04-23: 3 0',
    '=Cable 2 1961-07: 4 1',
    '=Cable 3 1962: 3 0',
    '=Cable 4 undated: 0 5',
  ]);
  expect(mostUsed(rows, 2).map(({ cableId }) => cableId)).toEqual(['2', '4']);
  expect(byCable(series(true, 'c'), uses)).toEqual([]);
});

it('a table is saved so that no spreadsheet takes a title for a formula', () => {
  const chosen = series(false, 'b');
  expect(tableCsv(cableTable(chosen, byCable(chosen, uses)))).toBe(
    "\uFEFFCable,Date,B\r\n'=Cable 2,1961-07,1\r\n'=Cable 4,undated,5\r\n",
  );
});

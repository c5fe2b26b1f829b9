import { expect, test } from 'vitest';
import type { ReferenceGraph } from '../../domain/reference/reference.ts';
import { arcPath, linkWords, yearsOf } from './picture.ts';

const cable = (number: string, date: string | null) => ({
  ...{ id: number, number, date, title: 'Telegram' },
});
const cables = [
  cable('1', '1961-04-22'),
  cable('2', '1961-04-23'),
  cable('3', '1962'),
  cable('4', null),
];
const graph: ReferenceGraph = {
  cables,
  links: [
    { from: '2', to: '1', times: 2, sure: true },
    { from: '3', to: '1', times: 1, sure: false },
  ],
  left: { cables: 0, links: 0, unseen: 0 },
};

test.each([
  ['1', 'is referred to by No. 2 (twice), No. 3 (perhaps)'],
  ['2', 'refers to No. 1 (twice)'],
  ['3', 'refers to No. 1 (perhaps)'],
  ['4', ''],
])('what is said of No. %s: %s', (id, words) => {
  expect(linkWords(id, graph)).toBe(words);
});

test('years stand where they begin', () => {
  expect(yearsOf(cables)).toEqual([
    { year: '1961', at: 0 },
    { year: '1962', at: 2 },
    { year: 'undated', at: 3 },
  ]);
});

test('an arc that looks back lies above the axis, one that looks on below', () => {
  expect(arcPath(100, 20, 50, 200)).toBe('M 20 50 A 40 40 0 0 1 100 50');
  expect(arcPath(20, 100, 50, 200)).toBe('M 20 50 A 40 40 0 0 0 100 50');
  expect(arcPath(500, 0, 50, 100)).toBe('M 0 50 A 250 100 0 0 1 500 50');
});

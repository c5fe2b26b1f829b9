import { expect, test } from 'vitest';
import { byDate, SortColumn } from '../../domain/search/order.ts';
import { cellOf, columnTitles, orderBy, sortOf, statedWords } from './words.ts';

const cable = {
  ...{ id: '0195a000-0000-7000-8000-000000000001', title: 'Telegram', number: null },
  ...{ telegramNumber: '978', kind: null, date: '1962-10-16', from: 'Rusk', to: null },
  ...{ signatory: null, classification: 'Secret', annotations: 1200, proposals: 0 },
  imported: '2026-01-02T03:04:05.678Z',
  review: { state: 'corrected' as const, author: 'kay', time: '2026-01-02T03:04:05.678Z' },
};

test.for<[SortColumn, string]>([
  ['number', ''],
  ['title', 'Telegram'],
  ['date', '16 Oct 1962'],
  ['from', 'Rusk'],
  ['to', ''],
  ['state', 'corrected'],
  ['annotations', '1,200'],
  ['proposals', ''],
])('the column %s says %j', ([column, words]) => {
  expect(cellOf(cable, column)).toBe(words);
});

test('every column has its own title', () => {
  const titles = SortColumn.options.map((column) => columnTitles[column]);
  expect(new Set(titles).size).toBe(titles.length);
});

test('the head of a column sorts by it, and then turns the order round', () => {
  const byTitle = orderBy(byDate, 'title');
  expect(byTitle).toEqual({ by: 'title', descending: false });
  expect(orderBy(byTitle, 'title')).toEqual({ by: 'title', descending: true });
  expect(orderBy(byDate, 'annotations').descending).toBe(true);
  expect([sortOf(byTitle, 'title'), sortOf(byTitle, 'date')]).toEqual(['ascending', 'none']);
});

test.for([
  [1, 'corrected', '1 cable marked as corrected'],
  [12000, 'proofread', '12,000 cables marked as proofread'],
  [2, null, 'The state of 2 cables is left to the cleaning'],
  [0, 'corrected', 'Nothing to change: all of them are in this state.'],
] as const)('%i cables marked as %s are told', ([cables, state, words]) => {
  expect(statedWords(cables, state)).toBe(words);
});

import { expect } from 'vitest';
import type { ReviewState } from '../../domain/review/review.ts';
import { byDate } from '../../domain/search/order.ts';
import { test } from '../testing/folder.ts';
import { idOf, storeWith } from '../testing/store.ts';
import type { Store } from './face.ts';

const TEXTS = {
  'a.txt': 'No. 1\nTitle Circular 938\nplain',
  'b.txt': 'No. 2\nTitle Telegram\n{?one} and {?two}',
  'c.txt': 'No. 3\nTitle Despatch\nplain too',
};

const titles = async (store: Store, ...states: ReviewState[]) => {
  const { total, cables } = await store.listCables({
    offset: 0,
    limit: 10,
    query: queryOf(states),
    order: byDate,
  });
  expect(cables).toHaveLength(total);
  return cables.map(({ title }) => title);
};
const reviewOf = async (store: Store, file: string) =>
  (await store.openCable(await idOf(store, file))).summary.review;
const mark = async (store: Store, file: string, state: ReviewState | null, author = 'miller') =>
  store.setReview({ cableId: await idOf(store, file), state }, author);
/** The query that finds cables in these states; without any, all. */
const queryOf = (states: readonly ReviewState[]) =>
  states.length === 0 ? '' : `state:(${states.join(' OR ')})`;
const unsigned = { author: null, time: null };

test('without a word of a person the cleaning tells the state', async ({ folder }) => {
  const store = await storeWith(folder, TEXTS);
  expect(await reviewOf(store, 'a.txt')).toEqual({ state: 'cleaned', ...unsigned });
  expect(await reviewOf(store, 'b.txt')).toEqual({ state: 'imported', ...unsigned });
  expect(await store.countReviews()).toEqual({
    ...{ imported: 1, cleaned: 2 },
    ...{ corrected: 0, proofread: 0 },
  });
});

test('a state follows the decisions on proposals, there and back', async ({ folder }) => {
  const store = await storeWith(folder, TEXTS);
  const cableId = await idOf(store, 'b.txt');
  const all = { rule: 'braces', cableId };
  const { changes } = await store.openCable(cableId);
  const keys = changes.map(({ from, to, rule }) => ({ from, to, rule }));
  await store.decideChanges({ cableId, changes: keys.slice(0, 1), status: 'rejected' }, 'miller');
  expect(await reviewOf(store, 'b.txt')).toMatchObject({ state: 'imported' });
  await store.decideRule({ ...all, status: 'accepted' }, 'miller');
  expect(await reviewOf(store, 'b.txt')).toMatchObject({ state: 'cleaned' });
  expect(await titles(store, 'imported')).toEqual([]);
  await store.undo('miller');
  expect(await titles(store, 'imported')).toEqual(['Telegram']);
});

test('a person’s word is kept with name and time, taken back and told anew', async ({ folder }) => {
  let store = await storeWith(folder, TEXTS);
  await mark(store, 'a.txt', 'proofread');
  const said = await reviewOf(store, 'a.txt');
  expect(said).toMatchObject({ state: 'proofread', author: 'miller' });
  expect(Date.parse(said.time ?? '')).toBeGreaterThan(Date.now() - 60_000);
  expect(await store.state()).toMatchObject({
    undo: { undo: 'mark “Circular 938” as proofread', redo: null },
  });
  await mark(store, 'a.txt', null);
  expect(await reviewOf(store, 'a.txt')).toEqual({ state: 'cleaned', ...unsigned });
  expect(await store.state()).toMatchObject({
    undo: { undo: 'leave the state of “Circular 938” to the cleaning' },
  });
  await store.close();
  store = await storeWith(folder);
  expect(await store.undo('reader')).toMatchObject({ text: true });
  expect(await reviewOf(store, 'a.txt')).toEqual(said);
  await store.undo('reader');
  expect(await reviewOf(store, 'a.txt')).toEqual({ state: 'cleaned', ...unsigned });
  await store.redo('reader');
  expect(await reviewOf(store, 'a.txt')).toEqual(said);
});

test('a word outweighs the proposals that wait', async ({ folder }) => {
  const store = await storeWith(folder, TEXTS);
  await mark(store, 'b.txt', 'corrected');
  expect(await titles(store, 'corrected')).toEqual(['Telegram']);
  expect(await store.countReviews()).toMatchObject({ imported: 0, corrected: 1 });
  await mark(store, 'b.txt', null);
  expect(await titles(store, 'imported')).toEqual(['Telegram']);
});

test('saying the same again is nothing done; somebody else saying it is', async ({ folder }) => {
  const store = await storeWith(folder, TEXTS);
  await mark(store, 'a.txt', null);
  expect(await store.state()).toMatchObject({ undo: { undo: null } });
  await mark(store, 'a.txt', 'proofread');
  await mark(store, 'a.txt', 'proofread');
  await mark(store, 'a.txt', 'proofread', 'hale');
  expect(await reviewOf(store, 'a.txt')).toMatchObject({ author: 'hale' });
  await store.undo('miller');
  expect(await reviewOf(store, 'a.txt')).toMatchObject({ author: 'miller' });
  await store.undo('miller');
  expect(await store.state()).toMatchObject({ undo: { undo: null } });
});

test('the list is chosen by states, and keeps its order', async ({ folder }) => {
  const store = await storeWith(folder, TEXTS);
  await mark(store, 'c.txt', 'proofread');
  expect(await titles(store)).toEqual(['Circular 938', 'Telegram', 'Despatch']);
  expect(await titles(store, 'cleaned')).toEqual(['Circular 938']);
  expect(await titles(store, 'proofread', 'imported')).toEqual(['Telegram', 'Despatch']);
  expect(await titles(store, 'proofread', 'proofread')).toEqual(['Despatch']);
  expect(await titles(store, 'corrected')).toEqual([]);
  const query = queryOf(['proofread', 'imported']);
  const page = { offset: 1, limit: 1, query, order: byDate };
  expect(await store.listCables(page)).toMatchObject({ total: 2, cables: [{ title: 'Despatch' }] });
});

test('a cable’s place is counted among those chosen, null where it is none of them', async ({
  folder,
}) => {
  const store = await storeWith(folder, TEXTS);
  const id = await idOf(store, 'c.txt');
  expect(await store.positionOf({ id, query: '', order: byDate })).toBe(2);
  expect(await store.positionOf({ id, query: queryOf(['cleaned']), order: byDate })).toBe(1);
  expect(
    await store.positionOf({ id, query: queryOf(['imported', 'proofread']), order: byDate }),
  ).toBeNull();
  const missing = { id: '0195a000-0000-7000-8000-000000000001', query: '', order: byDate };
  await expect(store.positionOf(missing)).rejects.toMatchObject({ code: 'not-found' });
});

test('a cable that is not there cannot be vouched for', async ({ folder }) => {
  const store = await storeWith(folder, TEXTS);
  await expect(
    store.setReview({ cableId: '0195a000-0000-7000-8000-000000000001', state: 'corrected' }, 'x'),
  ).rejects.toMatchObject({ code: 'not-found' });
});

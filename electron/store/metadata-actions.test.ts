import { expect } from 'vitest';
import type { MetadataField } from '../../domain/metadata/metadata.ts';
import { byDate } from '../../domain/search/order.ts';
import { test } from '../testing/folder.ts';
import { idOf, storeWith } from '../testing/store.ts';
import type { Store } from './face.ts';

const TEXTS = {
  'a.txt': 'No. 1\nTitle Circular 938\nDate 1962\nInfo Havana\nInfo Lima',
  'b.txt': 'No. 2\nTitle Telegram\nDate 1961-04-23',
  'c.txt': 'plain',
};

const order = async (store: Store) =>
  (await store.listCables({ offset: 0, limit: 10, query: '', order: byDate })).cables.map(
    ({ title }) => title,
  );
const cable = async (store: Store, file: string) => store.openCable(await idOf(store, file));
const read = async (store: Store, file: string, field: MetadataField, values: string[] | null) =>
  store.emendField({ cableId: await idOf(store, file), field, values }, 'miller');
const undone = async (store: Store) => (await store.state()).undo.undo;

test('an editor’s date orders the list; what cleaning found stays with its evidence', async ({
  folder,
}) => {
  let store = await storeWith(folder, TEXTS);
  expect(await order(store)).toEqual(['Telegram', 'Circular 938', 'c.txt']);
  const before = await cable(store, 'a.txt');
  await read(store, 'a.txt', 'date', ['1960-07-11']);
  expect(await order(store)).toEqual(['Circular 938', 'Telegram', 'c.txt']);
  expect(await undone(store)).toBe('change the date of “Circular 938”');
  const after = await cable(store, 'a.txt');
  expect(after.metadata).toEqual(before.metadata);
  expect(after.summary.date).toBe('1960-07-11');
  expect(after.version).toBe(before.version);
  expect(after.fieldEmendations).toMatchObject([
    { field: 'date', values: ['1960-07-11'], author: 'miller' },
  ]);
  await store.close();
  store = await storeWith(folder);
  await store.undo('reader');
  expect(await order(store)).toEqual(['Telegram', 'Circular 938', 'c.txt']);
  expect(await cable(store, 'a.txt')).toEqual(before);
  await store.redo('reader');
  expect(await cable(store, 'a.txt')).toEqual(after);
});

test('number and title order the list as well, and a title can be missing', async ({ folder }) => {
  const store = await storeWith(folder, TEXTS);
  await read(store, 'b.txt', 'date', ['1962']);
  expect(await order(store)).toEqual(['Circular 938', 'Telegram', 'c.txt']);
  await read(store, 'a.txt', 'number', ['12']);
  expect(await order(store)).toEqual(['Telegram', 'Circular 938', 'c.txt']);
  await read(store, 'b.txt', 'number', []);
  expect(await undone(store)).toBe('say that “Telegram” has no document number');
  expect((await cable(store, 'b.txt')).summary.number).toBeNull();
  expect(await order(store)).toEqual(['Circular 938', 'Telegram', 'c.txt']);
  await read(store, 'c.txt', 'date', ['1959']);
  await read(store, 'c.txt', 'title', ['Memorandum']);
  expect(await undone(store)).toBe('change the title of “c.txt”');
  await read(store, 'a.txt', 'title', []);
  expect(await order(store)).toEqual(['Memorandum', 'a.txt', 'Telegram']);
});

test('fields keep all their values, in the editor’s order', async ({ folder }) => {
  const store = await storeWith(folder, TEXTS);
  await read(store, 'a.txt', 'info', ['Lima', 'Havana', 'Quito']);
  await read(store, 'a.txt', 'signatory', ['Rusk']);
  const { fieldEmendations, summary } = await cable(store, 'a.txt');
  expect(fieldEmendations.map(({ field, values }) => [field, values])).toEqual([
    ['info', ['Lima', 'Havana', 'Quito']],
    ['signatory', ['Rusk']],
  ]);
  expect(summary.signatory).toBe('Rusk');
});

test('taken back, or read as cleaning did, a field is the cleaning’s again', async ({ folder }) => {
  const store = await storeWith(folder, TEXTS);
  const before = await cable(store, 'a.txt');
  await read(store, 'a.txt', 'info', ['Lima']);
  await read(store, 'a.txt', 'info', ['Havana', 'Lima']);
  expect(await undone(store)).toBe('take back the information addressee of “Circular 938”');
  expect(await cable(store, 'a.txt')).toEqual(before);
  await store.undo('miller');
  expect((await cable(store, 'a.txt')).fieldEmendations).toMatchObject([{ values: ['Lima'] }]);
  await read(store, 'a.txt', 'info', null);
  expect(await cable(store, 'a.txt')).toEqual(before);
});

test('what changes nothing is no action', async ({ folder }) => {
  const store = await storeWith(folder, TEXTS);
  await read(store, 'a.txt', 'date', ['1962']);
  await read(store, 'a.txt', 'date', null);
  await read(store, 'a.txt', 'signatory', []);
  expect(await undone(store)).toBeNull();
  await read(store, 'a.txt', 'signatory', ['Rusk']);
  await read(store, 'a.txt', 'signatory', ['Rusk']);
  await store.undo('miller');
  expect(await undone(store)).toBeNull();
});

test.for(['1962', '1962-11', '1962-11-19', '1962-11-19T17:18', '1960-02-29'])(
  '%s is a date',
  async (date, { folder }) => {
    const store = await storeWith(folder, TEXTS);
    await read(store, 'b.txt', 'date', [date]);
    expect((await cable(store, 'b.txt')).summary.date).toBe(date);
  },
);

test.for(['11/19/62', 'Nov 19', '1962-13', '1962-11-31', '1962-11-19T25:00', '1962-11-19 17:18'])(
  '%s is refused with the form to write, and nothing is stored',
  async (date, { folder }) => {
    const store = await storeWith(folder, TEXTS);
    for (const field of ['date', 'received'] as const)
      await expect(read(store, 'b.txt', field, [date])).rejects.toMatchObject({
        code: 'bad-input',
        message: expect.stringMatching(
          /^“.+” is no date.+1962-11-19, or 1962-11-19T17:18/u,
        ) as string,
      });
    expect(await undone(store)).toBeNull();
  },
);

test('what an editor reads holds when a cable is cleaned anew', async ({ folder }) => {
  const store = await storeWith(folder, { ...TEXTS, 'd.txt': 'Title <x> D\nDate 1950' });
  await read(store, 'd.txt', 'date', ['1970']);
  await store.switchRule({ rule: 'brackets', on: false }, 'miller');
  const { summary, fieldEmendations } = await cable(store, 'd.txt');
  expect([summary.date, fieldEmendations.length]).toEqual(['1970', 1]);
  expect((await order(store)).at(-2)).toMatch(/D$/u);
});

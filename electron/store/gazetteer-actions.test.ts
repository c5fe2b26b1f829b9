import { expect } from 'vitest';
import { broughtAlong } from '../../domain/gazetteer/brought.ts';
import { testEntry } from '../../domain/testing/entries.ts';
import { test } from '../testing/folder.ts';
import { storeWith, type TestStore } from '../testing/store.ts';

const castro = testEntry({ name: 'Castro, Fidel', forms: ['Castro', 'Castro, Fidel'] });

function brought() {
  const [first] = broughtAlong;
  if (!first) throw new Error('nothing is brought along');
  return first;
}

async function own(store: TestStore) {
  const all = await store.listGazetteer();
  return all.filter((each) => each.own).map(({ entry }) => entry);
}

const find = async (store: TestStore, id: string) =>
  (await store.listGazetteer()).find(({ entry }) => entry.id === id);

const nextUndo = async (store: TestStore) => (await store.state()).undo.undo;

test('a library begins with what the program brings along, by name', async ({ folder }) => {
  const store = await storeWith(folder);
  const all = await store.listGazetteer();
  expect(all).toHaveLength(broughtAlong.length);
  expect(all.every((each) => !each.own)).toBe(true);
  const names = all.map(({ entry }) => entry.name);
  expect(names).toEqual(names.toSorted(new Intl.Collator('en', { numeric: true }).compare));
});

test('an entry is made, changed and deleted, each as one action', async ({ folder }) => {
  const store = await storeWith(folder);
  await store.putEntry(castro, 'kay');
  expect(await own(store)).toEqual([{ ...castro, forms: ['Castro'] }]);
  expect(await nextUndo(store)).toBe('put “Castro, Fidel” into the gazetteer');
  await store.putEntry({ ...castro, description: 'Premier.' }, 'kay');
  expect(await nextUndo(store)).toBe('change the gazetteer’s entry “Castro, Fidel”');
  await store.removeEntry(castro.id, 'kay');
  expect(await own(store)).toEqual([]);
  expect(await nextUndo(store)).toBe('delete the gazetteer’s entry “Castro, Fidel”');
  await store.undo('kay');
  expect((await own(store))[0]?.description).toBe('Premier.');
  await store.undo('kay');
  expect((await own(store))[0]?.description).toBe('');
  await store.undo('kay');
  expect(await own(store)).toEqual([]);
});

test('what says the same does nothing', async ({ folder }) => {
  const store = await storeWith(folder);
  await store.putEntry(castro, 'kay');
  const before = await nextUndo(store);
  await store.putEntry(castro, 'kay');
  await store.putEntry(brought(), 'kay');
  await store.undo('kay');
  expect(before).toContain('Castro');
  expect(await nextUndo(store)).toBeNull();
});

test('the library has its own of what was brought along, and takes back the program’s', async ({
  folder,
}) => {
  const store = await storeWith(folder);
  const entry = brought();
  const mine = { ...entry, description: 'As we have it.' };
  await store.putEntry(mine, 'kay');
  expect(await find(store, entry.id)).toEqual({ entry: mine, own: true });
  await store.putEntry(entry, 'kay');
  expect(await find(store, entry.id)).toEqual({ entry, own: false });
  await store.undo('kay');
  expect(await find(store, entry.id)).toEqual({ entry: mine, own: true });
});

test('what was brought along is gone once it is deleted, until it is taken or undone', async ({
  folder,
}) => {
  const store = await storeWith(folder);
  const entry = brought();
  await store.putEntry({ ...entry, description: 'As we have it.' }, 'kay');
  await store.removeEntry(entry.id, 'kay');
  expect(await find(store, entry.id)).toBeUndefined();
  await expect(store.removeEntry(entry.id, 'kay')).rejects.toMatchObject({ code: 'not-found' });
  await store.undo('kay');
  expect((await find(store, entry.id))?.entry.description).toBe('As we have it.');
  await store.redo('kay');
  expect(await store.takeEntries([entry], 'kay')).toEqual({ made: 1, changed: 0 });
  expect(await find(store, entry.id)).toEqual({ entry, own: false });
  await store.undo('kay');
  expect(await find(store, entry.id)).toBeUndefined();
});

test('entries are taken over as one action, and joined with those of the same name', async ({
  folder,
}) => {
  const store = await storeWith(folder);
  await store.putEntry(castro, 'kay');
  const rusk = testEntry({ name: 'Rusk, Dean' });
  const more = testEntry({
    name: 'CASTRO, FIDEL',
    forms: ['Fidel Castro'],
    description: 'Premier.',
  });
  expect(await store.takeEntries([rusk, more], 'kay')).toEqual({ made: 1, changed: 1 });
  expect(await own(store)).toEqual([
    { ...castro, forms: ['Castro', 'CASTRO, FIDEL', 'Fidel Castro'], description: 'Premier.' },
    rusk,
  ]);
  expect(await nextUndo(store)).toBe('take 2 entries into the gazetteer');
  expect(await store.takeEntries([rusk, more], 'kay')).toEqual({ made: 0, changed: 0 });
  await store.undo('kay');
  expect(await own(store)).toEqual([{ ...castro, forms: ['Castro'] }]);
  expect(await store.takeEntries([rusk], 'kay')).toEqual({ made: 1, changed: 0 });
  expect(await nextUndo(store)).toBe('take “Rusk, Dean” into the gazetteer');
});

test('the library’s own survive its being closed', async ({ folder }) => {
  const store = await storeWith(folder);
  await store.putEntry(castro, 'kay');
  await store.removeEntry(brought().id, 'kay');
  await store.close();
  const again = await storeWith(folder);
  expect((await own(again)).map(({ name }) => name)).toEqual(['Castro, Fidel']);
  expect(await find(again, brought().id)).toBeUndefined();
});

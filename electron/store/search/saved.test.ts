import { expect } from 'vitest';
import { test } from '../../testing/folder.ts';
import { storeWith } from '../../testing/store.ts';

test('searches are kept in the order of the alphabet, and are there when the library is opened again', async ({
  folder,
}) => {
  const store = await storeWith(folder);
  await store.saveSearch({ name: 'tray 10', query: 'has:tray' }, 'miller');
  await store.saveSearch({ name: 'Tray 2', query: 'b' }, 'miller');
  await store.saveSearch({ name: 'Élysée', query: 'c' }, 'miller');
  await store.close();
  const again = await storeWith(folder);
  const kept = await again.listSavedSearches();
  expect(kept.map(({ name, query }) => `${name}: ${query}`)).toEqual([
    'Élysée: c',
    'Tray 2: b',
    'tray 10: has:tray',
  ]);
});

test('a search that is kept under a name that there is takes its place', async ({ folder }) => {
  const store = await storeWith(folder);
  const first = await store.saveSearch({ name: 'Cuba', query: 'a' }, 'miller');
  const second = await store.saveSearch({ name: 'cuba', query: 'b' }, 'miller');
  expect(second).toEqual({ ...first, name: 'cuba', query: 'b' });
  expect(await store.listSavedSearches()).toEqual([second]);
  await store.undo('miller');
  expect(await store.listSavedSearches()).toEqual([first]);
});

test('what is kept already makes no step of undo', async ({ folder }) => {
  const store = await storeWith(folder);
  const { id } = await store.saveSearch({ name: 'Cuba', query: 'a' }, 'miller');
  await store.renameSearch({ id, name: 'Havana' }, 'miller');
  await store.saveSearch({ name: 'Havana', query: 'a' }, 'miller');
  await store.renameSearch({ id, name: 'Havana' }, 'miller');
  expect((await store.state()).undo.undo).toBe('rename the search “Cuba”');
});

test('a search is renamed unless another has the name, however it is written', async ({
  folder,
}) => {
  const store = await storeWith(folder);
  const { id } = await store.saveSearch({ name: 'Cuba', query: 'a' }, 'miller');
  await store.saveSearch({ name: 'Berlin', query: 'b' }, 'miller');
  await expect(store.renameSearch({ id, name: 'BERLIN' }, 'miller')).rejects.toMatchObject({
    code: 'bad-input',
    message: expect.stringMatching(/“Berlin” already/u) as string,
  });
  await store.renameSearch({ id, name: 'CUBA' }, 'miller');
  const names = (await store.listSavedSearches()).map(({ name }) => name);
  expect(names).toEqual(['Berlin', 'CUBA']);
});

test('a search that is deleted comes back by undo, and goes again by redo', async ({ folder }) => {
  const store = await storeWith(folder);
  const search = await store.saveSearch({ name: 'Cuba', query: 'a' }, 'miller');
  await store.forgetSearch(search.id, 'miller');
  expect(await store.listSavedSearches()).toEqual([]);
  await store.close();
  const again = await storeWith(folder);
  await again.undo('miller');
  expect(await again.listSavedSearches()).toEqual([search]);
  await again.redo('miller');
  expect(await again.listSavedSearches()).toEqual([]);
  await expect(again.forgetSearch(search.id, 'miller')).rejects.toMatchObject({
    code: 'not-found',
  });
});

test('nothing is no search', async ({ folder }) => {
  const store = await storeWith(folder);
  await expect(store.saveSearch({ name: 'All', query: ' ' }, 'miller')).rejects.toMatchObject({
    code: 'bad-input',
  });
});

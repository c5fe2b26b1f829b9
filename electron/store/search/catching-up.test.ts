import { setTimeout } from 'node:timers/promises';
import { join } from 'node:path';
import { expect } from 'vitest';
import { test } from '../../testing/folder.ts';
import { fileIn, idOf, storeWith, testStore, type TestStore } from '../../testing/store.ts';
import { forgetIndex, indexOf } from '../../testing/indexed.ts';

const found = async (store: TestStore, query: string) => {
  const order = { by: 'relevance', descending: true } as const;
  const input = { query, order, offset: 0, limit: 50, whole: false };
  return (await store.searchResults(input)).results.length;
};

test('a library without an index gets it when it is opened', async ({ folder }) => {
  const path = join(folder, 'test.cablewright');
  const store = await storeWith(folder, {
    'a.txt': 'Title One\nInfo Bonn\n{gone} raids',
    'b.txt': 'raid',
  });
  const cableId = await idOf(store, 'a.txt');
  const draft = { cableId, ranges: [], version: 0, tagIds: [], note: 'Mongoose' };
  await store.createAnnotation(draft, 'kay');
  await store.close();
  const before = indexOf(path);
  forgetIndex(path);
  const again = testStore();
  await again.open(path);
  expect(await found(again, 'raid* OR mongoose')).toBe(2);
  expect(await found(again, 'mongoose to:bonn')).toBe(1);
  await again.close();
  expect(indexOf(path)).toEqual(before);
});

test('a large one is indexed in the background, while others are answered', async ({ folder }) => {
  const path = join(folder, 'test.cablewright');
  const texts = Array.from({ length: 230 }, (_, at) => [`${at}.txt`, `raid number ${at}`] as const);
  const store = await storeWith(folder, Object.fromEntries(texts));
  await store.close();
  forgetIndex(path);
  const again = testStore();
  expect(await again.open(path)).toMatchObject({ cables: 230 });
  expect(await found(again, '229')).toBe(0);
  await again.importFiles([fileIn(folder, 'new.txt', 'a raid of today')]);
  expect(await found(again, 'today')).toBe(1);
  while (again.log.every((sentence) => !sentence.startsWith('All words'))) await setTimeout(5);
  expect(await found(again, '229')).toBe(1);
  const { total } = await again.countSearch('raid');
  expect(total).toBe(231);
});

test('indexing that was cut short goes on where it was', async ({ folder }) => {
  const path = join(folder, 'test.cablewright');
  const texts = Array.from({ length: 230 }, (_, at) => [`${at}.txt`, `raid number ${at}`] as const);
  const store = await storeWith(folder, Object.fromEntries(texts));
  await store.close();
  const before = indexOf(path);
  forgetIndex(path);
  const cut = testStore();
  await cut.open(path);
  await cut.state();
  await cut.close();
  const again = testStore();
  await again.open(path);
  while (again.log.every((sentence) => !sentence.startsWith('All words'))) await setTimeout(5);
  await again.close();
  expect(indexOf(path)).toEqual(before);
});

import { expect } from 'vitest';
import { test } from '../testing/folder.ts';
import { idOf, storeWith } from '../testing/store.ts';

const TEXTS = {
  'a.txt': 'No. 938\nTitle Circular Telegram\nDate 1962-11-19\nIt says so.',
  'b.txt': 'No. 12\nTitle Khrushchevʼs Reply\nDate 1961-04-23\nHe replies.',
  'c.txt': 'Nothing is known of it.',
};

test('cables are found by number and title, in the order of the list', async ({ folder }) => {
  const store = await storeWith(folder, TEXTS);
  const found = async (words: string, limit = 10) =>
    (await store.findCables({ words, limit })).map(({ title }) => title);
  for (const [words, titles] of [
    ['', ['Khrushchevʼs Reply', 'Circular Telegram', 'c.txt']],
    ["KHRUSHCHEV'S", ['Khrushchevʼs Reply']],
    ['telegram 938', ['Circular Telegram']],
    ['938 reply', []],
    ['%', []],
  ] as const)
    expect(await found(words), words).toEqual(titles);
  expect(await found('', 1)).toEqual(['Khrushchevʼs Reply']);
});

test('a cable is known by its name', async ({ folder }) => {
  const store = await storeWith(folder, TEXTS);
  const id = await idOf(store, 'a.txt');
  expect(await store.cableName(id)).toEqual({
    ...{ id, title: 'Circular Telegram', number: '938', date: '1962-11-19' },
  });
  await expect(store.cableName('0195a000-0000-7000-8000-000000000001')).rejects.toThrow(/cable/u);
});

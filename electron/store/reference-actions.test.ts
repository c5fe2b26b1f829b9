import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { expect } from 'vitest';
import { clean } from '../../domain/clean/clean.ts';
import { test } from '../testing/folder.ts';
import { fileIn, idOf, testStore, type TestStore } from '../testing/store.ts';

const EDITION = 'domain/clean/fixtures/edition';
const SEEDS = 'seeds';

/** Texts as the library holds them: a few of Israel and Egypt, of which some refer to others. */
const CABLES = {
  'a.txt':
    '111. Telegram From the Embassy in Israel to the Department of State⏎⏎Tel Aviv, February 17, 1957.⏎⏎978. He came.',
  'b.txt':
    '113. Telegram From the Embassy in Israel to the Department of State⏎⏎Tel Aviv, February 18, 1957.⏎⏎980. Re Embtel 978. He went, as Embtel 978 said he would. See Deptel 640.',
  'c.txt':
    '115. Telegram From the Department of State to the Embassy in Israel⏎⏎Washington, February 20, 1957.⏎⏎702. Re urtel 980, urtel 979. See Depcirtel 14.',
  'd.txt':
    '116. Telegram From the Embassy in Egypt to the Department of State⏎⏎Cairo, February 1, 1957.⏎⏎978. He came here too. See Depcirtel 14 and Tel Aviv telegram 980.',
} as const;

async function libraryWith(
  folder: string,
  texts: Readonly<Record<string, string>>,
): Promise<TestStore> {
  const store = testStore(clean);
  const path = join(folder, 'test.cablewright');
  await store.create(path);
  await store.open(path);
  await store.importFiles(
    Object.entries(texts).map(([name, text]) => fileIn(folder, name, text.replaceAll('⏎', '\n'))),
  );
  return store;
}

const cited = async (store: TestStore, id: string) =>
  (await store.listReferences(id)).references.map(
    ({ words, side, cables }) =>
      `${words} ${side === 'original' ? '(note) ' : ''}→ ${cables.map(({ number, sure }) => `${number}${sure ? '!' : ''}`).join(' ') || '–'}`,
  );

const missed = async (store: TestStore, words = '') =>
  (await store.listMissing({ words, offset: 0, limit: 50 })).missing.map(
    ({ name, times, cables, citing }) =>
      `${name} ${times} in ${cables}: ${citing.map(({ number }) => number).join(' ')}`,
  );

test('a cable tells what it refers to, and which cables refer to it', async ({ folder }) => {
  const store = await libraryWith(folder, CABLES);
  expect(await cited(store, await idOf(store, 'b.txt'))).toEqual([
    'Embtel 978 → 111!',
    'Embtel 978 → 111!',
    'Deptel 640 → –',
  ]);
  const { citing } = await store.listReferences(await idOf(store, 'a.txt'));
  expect(citing.map(({ number, times, sure }) => [number, times, sure])).toEqual([
    ['113', 2, true],
  ]);
});

test('what is missing is counted, those referred to most first, and found by words', async ({
  folder,
}) => {
  const store = await libraryWith(folder, CABLES);
  expect(await missed(store)).toEqual([
    'Circular telegram 14 2 in 2: 115 116',
    'Telegram 640 to Israel 1 in 1: 113',
    'Telegram 979 from Israel 1 in 1: 115',
    'Telegram 980 from Israel 1 in 1: 116',
  ]);
  expect(await missed(store, 'israel 640')).toEqual(['Telegram 640 to Israel 1 in 1: 113']);
  expect(await missed(store, 'egypt')).toEqual([
    'Circular telegram 14 2 in 2: 115 116',
    'Telegram 980 from Israel 1 in 1: 116',
  ]);
  expect((await store.listMissing({ words: '', offset: 1, limit: 1 })).total).toBe(4);
});

test('a query finds the cables that refer to others, and those that refer to what is missing', async ({
  folder,
}) => {
  const store = await libraryWith(folder, CABLES);
  const found = async (query: string) => {
    await store.listReferences(await idOf(store, 'a.txt'));
    const order = { by: 'date', descending: false } as const;
    const { cables } = await store.listCables({ offset: 0, limit: 10, query, order });
    return cables.map(({ number }) => number);
  };
  expect(await found('has:reference')).toEqual(['116', '113', '115']);
  expect(await found('has:missing')).toEqual(['116', '113', '115']);
  await store.discardCables({ ids: [await idOf(store, 'c.txt')] }, 'miller');
  expect(await found('has:missing')).toEqual(['116', '113']);
});

test('a text that changes, and a cable that is deleted, change what is referred to', async ({
  folder,
}) => {
  const store = await libraryWith(folder, CABLES);
  const [a, b] = [await idOf(store, 'a.txt'), await idOf(store, 'b.txt')];
  await store.discardCables({ ids: [a] }, 'miller');
  expect((await cited(store, b))[0]).toBe('Embtel 978 → –');
  expect(await missed(store)).toContain('Telegram 978 from Israel 2 in 1: 113');
  await store.undo('miller');
  expect((await cited(store, b))[0]).toBe('Embtel 978 → 111!');
  const field = { cableId: a, field: 'telegramNumber' as const, values: ['979'] };
  await store.emendField(field, 'miller');
  expect((await cited(store, b))[0]).toBe('Embtel 978 → –');
});

test('the picture shows who cites whom around a cable, and among what is found', async ({
  folder,
}) => {
  const store = await libraryWith(folder, CABLES);
  const told = async (cableId: string | null, query = '') => {
    const { cables, links, left } = await store.referenceGraph({ cableId, query });
    const numbers = new Map(cables.map(({ id, number }) => [id, number]));
    return {
      cables: cables.map(({ number }) => number),
      links: links.map(({ from, to, times }) => `${numbers.get(from)} ${numbers.get(to)} ${times}`),
      left,
    };
  };
  const none = { cables: 0, links: 0, unseen: 0 };
  const chain = { cables: ['111', '113', '115'], links: ['113 111 2', '115 113 1'], left: none };
  const around = await told(await idOf(store, 'a.txt'));
  expect({ ...around, links: around.links.toSorted() }).toEqual(chain);
  expect(await told(null)).toEqual(chain);
  expect(await told(await idOf(store, 'd.txt'))).toEqual({
    cables: ['116'],
    links: [],
    left: none,
  });
});

test('the references of the seeds and of the edition are found, with those of their notes', async ({
  folder,
}) => {
  const texts = [EDITION, SEEDS].flatMap((from) =>
    readdirSync(from)
      .filter((name) => name.endsWith('.txt'))
      .map((name) => [name, readFileSync(join(from, name), 'utf8')] as const),
  );
  const store = await libraryWith(folder, Object.fromEntries(texts));
  const of = async (name: string) => cited(store, await idOf(store, name));
  expect(await of('001_6db84158b3e08867.txt')).toEqual([
    'Depcirtel 1662 → –',
    'circular telegram 1662 (note) → –',
    'Document 170 (note) → –',
  ]);
  expect(await of('frus1961-63v12-d154.txt')).toContain('Secto 21 → 153');
  expect(await of('frus1961-63v12-d154.txt')).toContain('Document 153 (note) → 153');
  expect(await of('frus1958-60v11-d64.txt')).toContain('Cairo’s 3244 → –');
  expect(await of('003_8f2b16b0e8636977.txt')).toEqual(['Secto 41 (note) → –']);
  expect(await missed(store, 'depcirtel 1662')).toEqual(['Circular telegram 1662 2 in 1: 171']);
});

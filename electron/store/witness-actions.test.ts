import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { setImmediate } from 'node:timers/promises';
import { expect } from 'vitest';
import { clean } from '../../domain/clean/clean.ts';
import { byDate } from '../../domain/search/order.ts';
import { test } from '../testing/folder.ts';
import { fileIn, idOf, testStore, type TestStore } from '../testing/store.ts';
import { connect } from './database.ts';

/** The seeds and the documents of the cleaning's fixtures, each by its file name. */
function documents(): Record<string, string> {
  const found: Record<string, string> = {};
  for (const folder of ['seeds', 'domain/clean/fixtures/edition'])
    for (const name of readdirSync(folder).filter((each) => each.endsWith('.txt')))
      found[name] = readFileSync(join(folder, name), 'utf8');
  return found;
}

const SEED = '004_a7bca620c5cd76cf.txt';

/** The text of another scan of the same paper: other banners and line ends, and every 12th word misread. */
function damaged(text: string): string {
  const words = text.split(/\s+/u).map((word, at) => (at % 12 === 11 ? `${word}rn` : word));
  const lines = words.map((word, at) => (at % 9 === 8 ? `${word}\n` : `${word} `)).join('');
  return `TOP SECRET\n\nNO FOREIGN DISSEM\n\n${lines}\n\nTOP SECRET\n`;
}

async function storeOf(folder: string, texts: Record<string, string>): Promise<TestStore> {
  const store = testStore(clean);
  await store.create(join(folder, 'test.cablewright'));
  await store.open(join(folder, 'test.cablewright'));
  await store.importFiles(Object.entries(texts).map(([name, text]) => fileIn(folder, name, text)));
  return store;
}

test('a damaged copy is proposed, both ways round, and nothing else', async ({ folder }) => {
  const texts = documents();
  const store = await storeOf(folder, { ...texts, 'copy.txt': damaged(texts[SEED] ?? '') });
  const [seed, copy] = [await idOf(store, SEED), await idOf(store, 'copy.txt')];
  const found = await store.proposeWitnesses(seed);
  expect(found.map(({ cableId }) => cableId)).toEqual([copy]);
  expect(found[0]?.share).toBeGreaterThan(0.4);
  expect(found[0]?.share).toBeLessThan(0.9);
  expect(found[0]?.title).toBe((await store.readCable(copy)).title);
  expect(await store.proposeWitnesses(copy)).toMatchObject([{ cableId: seed }]);
});

test('unrelated cables are no witnesses of one another', async ({ folder }) => {
  const store = await storeOf(folder, documents());
  const { cables } = await store.listCables({ offset: 0, limit: 500, query: '', order: byDate });
  expect(cables.length).toBeGreaterThan(8);
  for (const { id } of cables) expect(await store.proposeWitnesses(id)).toEqual([]);
});

test('the likest come first, at most twenty', async ({ folder }) => {
  const body = Array.from({ length: 200 }, (_, at) => `word${at}`);
  const texts: Record<string, string> = { 'a.txt': body.join(' ') };
  for (let copy = 1; copy <= 24; copy++)
    texts[`copy ${copy}.txt`] = body
      .slice(0, 200 - copy * 3)
      .concat(`end${copy}`, 'of', 'it')
      .join(' ');
  const store = await storeOf(folder, texts);
  const found = await store.proposeWitnesses(await idOf(store, 'a.txt'));
  expect(found).toHaveLength(20);
  const shares = found.map(({ share }) => share);
  expect(shares).toEqual(shares.toSorted((a, b) => b - a));
  expect(found[0]?.cableId).toBe(await idOf(store, 'copy 1.txt'));
});

test('short texts have no witnesses; a cable that is not there is told', async ({ folder }) => {
  const store = await storeOf(folder, { 'a.txt': 'Thanks for this.', 'b.txt': 'Thanks for this!' });
  expect(await store.proposeWitnesses(await idOf(store, 'a.txt'))).toEqual([]);
  const nobody = '01890000-0000-7000-8000-000000000000';
  await expect(store.proposeWitnesses(nobody)).rejects.toMatchObject({ code: 'not-found' });
});

test('cables from before there were sketches are sketched when they are asked about', async ({
  folder,
}) => {
  const texts = documents();
  const store = await storeOf(folder, { ...texts, 'copy.txt': damaged(texts[SEED] ?? '') });
  const [seed, copy] = [await idOf(store, SEED), await idOf(store, 'copy.txt')];
  const before = await store.proposeWitnesses(seed);
  await store.close();
  const db = connect(join(folder, 'test.cablewright'), 'must-be-there');
  const sketches = db.prepare('SELECT * FROM witness_sketch ORDER BY cable_id').all();
  expect(sketches).toHaveLength(Object.keys(texts).length + 1);
  db.exec('DELETE FROM witness_sketch');
  db.close();

  await store.open(join(folder, 'test.cablewright'));
  const both = await Promise.all([store.proposeWitnesses(seed), store.proposeWitnesses(copy)]);
  expect(both).toMatchObject([before, [{ cableId: seed }]]);
  await store.close();
  const after = connect(join(folder, 'test.cablewright'), 'must-be-there');
  expect(after.prepare('SELECT * FROM witness_sketch ORDER BY cable_id').all()).toEqual(sketches);
  after.close();
});

test('others are answered meanwhile, and a library that is closed meanwhile says so', async ({
  folder,
}) => {
  const store = await storeOf(folder, documents());
  const seed = await idOf(store, SEED);
  let answered = false;
  const asked = store.proposeWitnesses(seed).finally(() => {
    answered = true;
  });
  await store.state();
  expect(answered).toBe(false);
  await asked;

  const again = store.proposeWitnesses(seed);
  await setImmediate();
  await store.close();
  await expect(again).rejects.toMatchObject({ code: 'no-library' });
});

import { closeSync, copyFileSync, openSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect } from 'vitest';
import { test } from '../../testing/folder.ts';
import { storeWith, testStore } from '../../testing/store.ts';
import { connect } from '../database.ts';
import { checkSeal, writeSeal } from './seal.ts';

/** A sealed library, at rest. */
async function sealed(folder: string): Promise<string> {
  const store = await storeWith(folder, { 'a.txt': 'Title A\nThe quarantine. '.repeat(50) });
  await store.createTag({ name: 'Cuba' }, 'miller');
  await store.close();
  return join(folder, 'test.cablewright');
}

/** What SQLite takes for the length of a library, in bytes. */
function told(path: string): number {
  return readFileSync(path).readUInt32BE(28) * 4096;
}

function sql(path: string, statement: string): void {
  const db = connect(path, 'must-be-there');
  db.exec(statement);
  db.close();
}

test('a library that was closed is sealed, and the seal is gone while it is open', async ({
  folder,
}) => {
  const path = await sealed(folder);
  expect(checkSeal(path)).toMatchObject({ state: 'whole' });
  expect(statSync(path).size).toBeGreaterThan(told(path));
  expect(statSync(path).size % 512).not.toBe(0);
  const store = testStore();
  await store.open(path);
  expect(statSync(path).size).toBe(told(path));
  expect(checkSeal(path)).toEqual({ state: 'none' });
  await store.close();
  expect(checkSeal(path)).toMatchObject({ state: 'whole' });
});

test('a new library that was never open has no seal, which is no fault', async ({ folder }) => {
  const path = join(folder, 'new.cablewright');
  await testStore().create(path);
  expect(checkSeal(path)).toEqual({ state: 'none' });
  expect(await testStore().open(path)).toMatchObject({ cables: 0 });
});

test('another program reads a sealed library as if there were no seal, and leaves it', async ({
  folder,
}) => {
  const path = await sealed(folder);
  const before = readFileSync(path);
  const db = connect(path, 'must-be-there');
  expect(db.pragma('integrity_check', { simple: true })).toBe('ok');
  expect(db.prepare('SELECT count(*) FROM tag').pluck().get()).toBe(1);
  db.close();
  expect(readFileSync(path).equals(before)).toBe(true);
});

// Whatever another program does, what it leaves of the seal never says that its work is damage.
test.for<[string, string]>([
  ['a row is changed', "UPDATE tag SET name = 'Kuba'"],
  ['much is added', 'CREATE TABLE x (y); INSERT INTO x SELECT zeroblob(9000) FROM cable_line'],
  ['much goes', 'DELETE FROM reading; DELETE FROM witness_sketch'],
  ['it is packed anew', 'VACUUM'],
  [
    'its journal is of the older kind',
    "PRAGMA journal_mode = DELETE; UPDATE tag SET name = 'Kuba'",
  ],
  ['it is packed anew with a journal of the older kind', 'PRAGMA journal_mode = DELETE; VACUUM'],
])('another program writes: %s', async ([, statement], { folder }) => {
  const path = await sealed(folder);
  sql(path, statement);
  expect(['none', 'outdated']).toContain(checkSeal(path).state);
  const db = connect(path, 'must-be-there');
  expect(db.pragma('integrity_check', { simple: true })).toBe('ok');
  db.close();
});

test('an earlier program that knew no seals opens, writes and closes; the next seal is right', async ({
  folder,
}) => {
  const path = await sealed(folder);
  const db = connect(path, 'must-be-there');
  for (const pragma of ['locking_mode = EXCLUSIVE', 'synchronous = FULL', 'journal_mode = WAL'])
    db.pragma(pragma);
  db.exec("UPDATE tag SET name = 'Kuba'");
  db.close();
  expect(checkSeal(path)).toEqual({ state: 'outdated' });
  const store = testStore();
  await store.open(path);
  expect((await store.listTags()).map(({ tag }) => tag.name)).toEqual(['Kuba']);
  await store.close();
  expect(checkSeal(path)).toMatchObject({ state: 'whole' });
});

test('a backup by SQLite leaves the seal out', async ({ folder }) => {
  const path = await sealed(folder);
  const db = connect(path, 'must-be-there');
  await db.backup(join(folder, 'copy'));
  db.close();
  expect(statSync(join(folder, 'copy')).size).toBe(told(path));
});

test('after a crash the seal is gone, and the library opens', async ({ folder }) => {
  const path = await sealed(folder);
  const store = testStore();
  await store.open(path);
  await store.createTag({ name: 'Berlin' }, 'miller');
  const crashed = join(folder, 'crashed.cablewright');
  for (const end of ['', '-wal']) copyFileSync(path + end, crashed + end);
  expect(checkSeal(crashed)).toEqual({ state: 'none' });
  const again = testStore();
  await again.open(crashed);
  expect((await again.listTags()).length).toBe(2);
});

test('a damaged seal is no damage of the library: it opens, and is sealed anew', async ({
  folder,
}) => {
  const path = await sealed(folder);
  const bytes = readFileSync(path);
  for (const at of [told(path), told(path) + 40, bytes.length - 40, bytes.length - 1]) {
    const hurt = Buffer.from(bytes);
    hurt.writeUInt8((hurt[at] ?? 0) ^ 0x20, at);
    writeFileSync(path, hurt);
    expect(checkSeal(path)).toEqual({ state: 'unreadable' });
    const store = testStore();
    expect(await store.open(path)).toMatchObject({ cables: 1 });
    await store.close();
    expect(checkSeal(path)).toMatchObject({ state: 'whole' });
  }
});

test('a page that holds nothing harms nobody', async ({ folder }) => {
  const path = await sealed(folder);
  sql(path, 'CREATE TABLE x (y); INSERT INTO x VALUES (zeroblob(40000)); DROP TABLE x');
  const first = testStore();
  await first.open(path);
  await first.close();
  const bytes = readFileSync(path);
  const free = bytes.readUInt32BE(36);
  expect(free).toBeGreaterThan(5);
  // The first free page lists the others; the last page of the file is one of those.
  bytes.writeUInt8(0x77, told(path) - 100);
  writeFileSync(path, bytes);
  expect(checkSeal(path)).toMatchObject({ state: 'broken', wrong: [told(path) / 4096] });
  const store = testStore();
  expect(await store.open(path)).toMatchObject({ cables: 1 });
  expect(store.log.join()).toMatch(/hold nothing are damaged/u);
});

test('what would take too long is not sealed', async ({ folder }) => {
  const path = await sealed(folder);
  const file = openSync(path, 'r+');
  expect(writeSeal(file, -1)).toBe(false);
  closeSync(file);
  expect(checkSeal(path)).toEqual({ state: 'none' });
});

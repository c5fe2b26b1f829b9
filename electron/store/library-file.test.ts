import {
  chmodSync,
  copyFileSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { expect } from 'vitest';
import { test } from '../testing/folder.ts';
import { fileIn, storeWith, testStore } from '../testing/store.ts';
import { connect } from './database.ts';
import { readHeader } from './header.ts';
import { APPLICATION_ID, NEWEST } from './migrate.ts';

/** Makes a library with a few hundred cables in it, so that it has pages to damage. */
async function library(folder: string): Promise<string> {
  const text = 'The Department of State informs all posts. '.repeat(200);
  const texts = Object.fromEntries(
    Array.from({ length: 30 }, (_, at) => [`${at}.txt`, `${at} ${text}`]),
  );
  await (await storeWith(folder, texts)).close();
  return join(folder, 'test.cablewright');
}

/** Changes a library behind the program's back. */
function tamper(path: string, sql: string): void {
  const db = connect(path, 'must-be-there');
  db.exec(sql);
  db.close();
}

/** What opening `path` is refused with; proves that the file and its folder are as they were. */
async function refusal(folder: string, path: string) {
  const before = snapshot(folder);
  const refused: unknown = await testStore()
    .open(path)
    .catch((error: unknown) => error);
  expect(snapshot(folder)).toEqual(before);
  return refused;
}

function snapshot(folder: string) {
  return readdirSync(folder, { withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => [entry.name, readFileSync(join(folder, entry.name)).toString('base64')]);
}

test('a new library carries its mark and its form', async ({ folder }) => {
  const path = await library(folder);
  expect(readHeader(path)).toEqual({ applicationId: APPLICATION_ID, migration: NEWEST });
  expect(readdirSync(folder).toSorted()).toEqual(['files', 'test.cablewright']);
});

test('a new library is never written over a file', async ({ folder }) => {
  const path = fileIn(folder, 'thesis.txt', 'years of work');
  const made = testStore().create(path);
  await expect(made).rejects.toMatchObject({
    code: 'bad-input',
    message: expect.stringContaining(path) as string,
  });
  expect(readFileSync(path, 'utf8')).toBe('years of work');
});

test('a new library in a folder that is not there is refused, and leaves nothing behind', async ({
  folder,
}) => {
  const made = testStore().create(join(folder, 'no', 'x.cablewright'));
  await expect(made).rejects.toMatchObject({
    code: 'file-missing',
    message: expect.stringMatching(/The folder .*no is not there/u) as string,
  });
  expect(readdirSync(folder)).toEqual([]);
});

test('a missing file, a folder, a text, an empty file and a foreign database are no libraries', async ({
  folder,
}) => {
  const foreign = join(folder, 'foreign.db');
  const db = connect(foreign, 'make');
  db.exec('CREATE TABLE x (y)');
  db.close();
  mkdirSync(join(folder, 'is-folder'));
  for (const name of ['no', 'x'.repeat(300)])
    expect(await refusal(folder, join(folder, `${name}.cablewright`))).toMatchObject({
      code: 'file-missing',
    });
  expect(await refusal(folder, join(folder, 'is-folder'))).toMatchObject({ code: 'not-a-library' });
  expect(await refusal(folder, fileIn(folder, 'a', 'x'.repeat(500)))).toMatchObject({
    code: 'not-a-library',
  });
  expect(await refusal(folder, fileIn(folder, 'b', ''))).toMatchObject({ code: 'not-a-library' });
  expect(await refusal(folder, foreign)).toMatchObject({
    code: 'not-a-library',
    message: expect.stringContaining(foreign) as string,
  });
});

test('a library from the future is refused and left as it is', async ({ folder }) => {
  const path = await library(folder);
  tamper(path, `PRAGMA user_version = ${NEWEST + 1}`);
  expect(await refusal(folder, path)).toMatchObject({
    code: 'library-from-future',
    message: expect.stringContaining(
      `newer Cablewright (form ${NEWEST + 1}; this one knows forms up to ${NEWEST})`,
    ) as string,
  });
});

test('a library from the future is refused even while its last change waits in the log beside it', async ({
  folder,
}) => {
  const path = await library(folder);
  const db = connect(path, 'must-be-there');
  db.pragma('journal_mode = WAL');
  db.pragma('wal_autocheckpoint = 0');
  db.pragma(`user_version = ${NEWEST + 1}`);
  // Copied while open: as if the other program had crashed.
  const crashed = join(folder, 'crashed.cablewright');
  for (const ending of ['', '-wal']) copyFileSync(path + ending, crashed + ending);
  db.close();
  expect(readHeader(crashed)?.migration).toBe(NEWEST);
  await expect(testStore().open(crashed)).rejects.toMatchObject({ code: 'library-from-future' });
});

for (const [where, at] of [
  ['its schema', 100],
  ['the middle', 0.5],
  ['the end', 0.98],
] as const)
  test(`a library damaged at ${where} is refused and left as it is`, async ({ folder }) => {
    const path = await library(folder);
    const bytes = readFileSync(path);
    const from = at < 1 ? Math.floor((bytes.length * at) / 4096) * 4096 : at;
    bytes.fill(0xa5, from, from + 2048);
    writeFileSync(path, bytes);
    expect(await refusal(folder, path)).toMatchObject({
      code: 'library-damaged',
      message: expect.stringMatching(/test\.cablewright is damaged.*backup/u) as string,
    });
  });

test('a library cut short is refused and left as it is', async ({ folder }) => {
  const path = await library(folder);
  writeFileSync(path, readFileSync(path).subarray(0, 40_000));
  expect(await refusal(folder, path)).toMatchObject({ code: 'library-damaged' });
});

test('a library in use elsewhere is refused, and free again when that is closed', async ({
  folder,
}) => {
  const path = await library(folder);
  const [first, second] = [testStore(), testStore()];
  await first.open(path);
  await expect(second.open(path)).rejects.toMatchObject({
    code: 'library-in-use',
    message: expect.stringMatching(/in use by another program/u) as string,
  });
  await first.close();
  expect(await second.open(path)).toMatchObject({ cables: 30 });
});

test('when another library cannot be opened, the one on the desk stays there', async ({
  folder,
}) => {
  const path = await library(folder);
  const store = testStore();
  await store.open(path);
  await expect(store.open(join(folder, 'no.cablewright'))).rejects.toMatchObject({
    code: 'file-missing',
  });
  expect(await store.state()).toMatchObject({ path, cables: 30 });
  expect(await store.open(path)).toMatchObject({ path, cables: 30 });
});

test('closed, a library is one file that can be copied, mailed and opened elsewhere', async ({
  folder,
}) => {
  const path = await library(folder);
  const elsewhere = join(folder, 'elsewhere.cablewright');
  copyFileSync(path, elsewhere);
  const state = await testStore().open(elsewhere);
  expect(state).toMatchObject({ name: 'elsewhere', cables: 30 });
});

test('a library that may only be read is refused, with what to do', async ({ folder }) => {
  const path = await library(folder);
  chmodSync(path, 0o444);
  await asNobody(folder, async () => {
    await expect(testStore().open(path)).rejects.toMatchObject({
      code: 'no-permission',
      message: expect.stringMatching(/may only be read.*Change their permissions/u) as string,
    });
  });
});

test('a library in a folder that may not be written to is refused, and none can be made there', async ({
  folder,
}) => {
  const path = await library(folder);
  chmodSync(path, 0o666);
  chmodSync(folder, 0o555);
  await asNobody(folder, async () => {
    await expect(testStore().open(path)).rejects.toMatchObject({ code: 'no-permission' });
    await expect(testStore().create(join(folder, 'new.cablewright'))).rejects.toMatchObject({
      code: 'no-permission',
    });
  });
  chmodSync(folder, 0o755);
});

/** Permissions do not bind root, so as root this is done as the user nobody. */
async function asNobody(folder: string, work: () => Promise<void>): Promise<void> {
  const root = process.geteuid?.() === 0;
  if (root) {
    chmodSync(folder, 0o555);
    process.seteuid?.(65_534);
  }
  try {
    await work();
  } finally {
    if (root) process.seteuid?.(0);
  }
}

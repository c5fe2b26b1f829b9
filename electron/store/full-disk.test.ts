import { randomUUID } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { expect } from 'vitest';
import type { Failure } from '../../domain/failure.ts';
import { openLog } from '../log.ts';
import { openSettingsFile } from '../settings-file.ts';
import { editingIn } from '../testing/editing.ts';
import { test as onDisk } from '../testing/on-small-disk.ts';
import type { SmallDisk } from '../testing/small-disk.ts';
import { fileIn, idOf, storeWith, testStore, type TestStore } from '../testing/store.ts';
import { connect } from './database.ts';
import { migrate, NEWEST } from './migrate.ts';
import { checkSeal } from './safety/seal.ts';

// A tmpfs is mounted, which only Linux has.
const test = onDisk.skipIf(process.platform !== 'linux');

/** What is said where there is no room: of what, and what to do. */
const noRoom = (what: RegExp) => ({
  code: 'disk-full',
  message: expect.stringMatching(
    new RegExp(`no room.*${what.source}.*Make room, then try again`, 'u'),
  ) as string,
});

/** A library with a cable on a disk that has just become full, open. */
async function filled(disk: SmallDisk): Promise<{ store: TestStore; path: string; id: string }> {
  const store = await storeWith(disk.path, {
    'a.txt': 'Title Cuba\nRusk told him that raids end.',
  });
  const id = await idOf(store, 'a.txt');
  await store.settle();
  disk.fill();
  return { store, path: join(disk.path, 'test.cablewright'), id };
}

const words = 'a word or two, again and again '.repeat(8_000);

test('typing on a full disk is refused with a sentence, and saved when there is room again', async ({
  disk,
}) => {
  const { store, id } = await filled(disk);
  const desk = editingIn(store, id);
  await expect(desk.type('raids', words.slice(0, 60_000))).rejects.toMatchObject(
    noRoom(/test\.cablewright/u),
  );
  expect(await desk.text()).toContain('Rusk told him that raids end.');
  await expect(store.createTag({ name: words.slice(0, 80) }, 'kay')).rejects.toMatchObject({
    code: 'disk-full',
  });
  // Reading goes on.
  await store.rememberPlace(id, 3);
  expect(await store.openCable(id)).toMatchObject({ version: 0 });
  disk.free();
  await desk.type('raids', 'raids and more');
  expect(await desk.text()).toContain('raids and more');
});

test('an import into a full disk stops with a sentence, and goes on where it was when there is room', async ({
  disk,
  folder,
}) => {
  const { store } = await filled(disk);
  const files = ['b', 'c', 'd'].map((name) => fileIn(folder, `${name}.txt`, `${name} ${words}`));
  await expect(store.importFiles(files)).rejects.toMatchObject(noRoom(/test\.cablewright/u));
  const left = await store.unfinishedImport();
  disk.free();
  // What could not even be begun is begun again.
  const report = left ? await store.resumeImport(left.runId, '') : await store.importFiles(files);
  expect(report.counts).toMatchObject({ imported: 3, failed: 0 });
  expect(await store.state()).toMatchObject({ cables: 4 });
});

test('what is written beside a library on a full disk leaves nothing half done: backup, export, table, package, copy', async ({
  disk,
  folder,
}) => {
  const store = testStore(undefined, join(disk.path, 'backups'));
  await store.create(join(folder, 'test.cablewright'));
  await store.open(join(folder, 'test.cablewright'));
  await store.importFiles([fileIn(folder, 'a.txt', words)]);
  const all = { query: '', except: [] };
  const place = join(disk.path, 'saved');
  mkdirSync(place);
  disk.fill();
  await expect(store.makeBackup('asked')).rejects.toMatchObject(noRoom(/a backup in/u));
  await expect(
    store.exportCables({ choice: all, format: 'tei', options: {} } as never, place),
  ).rejects.toMatchObject(noRoom(/saved/u));
  for (const format of ['transcriptions', 'originals'] as const)
    await expect(
      store.saveCables({ choice: all, order: { by: 'date', descending: false }, format }, place),
    ).rejects.toMatchObject(noRoom(/saved/u));
  await expect(
    store.saveCables(
      { choice: all, order: { by: 'date', descending: false }, format: 'table' },
      join(place, 'table.csv'),
    ),
  ).rejects.toMatchObject(noRoom(/table\.csv/u));
  await expect(store.savePackage(all, join(place, 'p.cablewright'))).rejects.toMatchObject(
    noRoom(/p\.cablewright/u),
  );
  await expect(store.saveAs(join(place, 'copy.cablewright'))).rejects.toMatchObject(
    noRoom(/copy\.cablewright/u),
  );
  expect(readdirSync(place)).toEqual([]);
  // The library itself lies elsewhere, and work on it goes on.
  await store.createTag({ name: 'Cuba' }, 'kay');
  disk.free();
  await store.saveAs(join(place, 'copy.cablewright'));
  expect((await store.listTags()).length).toBe(1);
});

test('merging into a library on a full disk changes nothing, and is done when there is room', async ({
  disk,
  folder,
}) => {
  const other = await storeWith(folder, { 'x.txt': words, 'y.txt': `y ${words}` });
  await other.close();
  const { store } = await filled(disk);
  disk.free();
  const read = await store.readMerge(join(folder, 'test.cablewright'));
  disk.fill();
  await expect(store.runMerge(read?.id ?? '', 'kay')).rejects.toMatchObject({ code: 'disk-full' });
  expect(await store.state()).toMatchObject({ cables: 1 });
  disk.free();
  const again = await store.readMerge(join(folder, 'test.cablewright'));
  await store.runMerge(again?.id ?? '', 'kay');
  expect(await store.state()).toMatchObject({ cables: 3 });
});

test('a library on a full disk can be closed and opened, and holds all that was acknowledged', async ({
  disk,
}) => {
  const store = await storeWith(disk.path, { 'a.txt': 'Title Cuba\nRusk told him.' });
  const path = join(disk.path, 'test.cablewright');
  // The log beside the library holds more than the file has room for.
  for (const name of ['b', 'c'])
    await store.importFiles([fileIn(disk.path, name, `${name} ${words}`)]);
  await store.createTag({ name: 'Cuba' }, 'kay');
  disk.fill();
  await store.close();
  const again = testStore();
  await again.open(path);
  expect((await again.listTags()).map(({ tag }) => tag.name)).toEqual(['Cuba']);
  expect(await again.state()).toMatchObject({ cables: 3 });
  disk.free();
  await again.createTag({ name: 'Laos' }, 'kay');
  await again.close();
  expect(existsSync(`${path}-wal`)).toBe(false);
  expect(checkSeal(path)).toMatchObject({ state: 'whole' });
});

test('a library of an earlier form is not migrated on a full disk, and left as it is', async ({
  disk,
}) => {
  const path = join(disk.path, 'old.cablewright');
  const db = connect(path, 'make');
  migrate(db, path, NEWEST - 1);
  db.exec(
    `INSERT INTO library (one, id, created_at) VALUES (1, '${randomUUID()}', '2026-01-02T03:04:05.678Z')`,
  );
  db.close();
  const before = readFileSync(path);
  disk.fill();
  await expect(testStore().open(path)).rejects.toMatchObject(noRoom(/old\.cablewright/u));
  expect(readFileSync(path).equals(before)).toBe(true);
  expect(readdirSync(disk.path).toSorted()).toEqual(['filler', 'old.cablewright']);
  disk.free();
  expect(await testStore().open(path)).toMatchObject({ cables: 0 });
});

test('a new library that has no room is told, and nothing of it is left', async ({ disk }) => {
  disk.fill();
  const path = join(disk.path, 'new.cablewright');
  await expect(testStore().create(path)).rejects.toMatchObject(noRoom(/new\.cablewright/u));
  expect(readdirSync(disk.path)).toEqual(['filler']);
});

test('settings that cannot be written are told, hold while the program runs, and are written when there is room', async ({
  disk,
}) => {
  const said: Failure[] = [];
  const path = join(disk.path, 'desk.json');
  const quiet = () => undefined;
  const file = openSettingsFile(path, 'miller', quiet, (failure) => said.push(failure));
  file.change({ creator: 'kay' });
  const before = statSync(path).size;
  disk.fill();
  expect(file.change({ creator: words.slice(0, 100) }).creator).toBe(words.slice(0, 100));
  expect(said).toMatchObject([noRoom(/desk\.json/u)]);
  expect(said[0]?.message).toMatch(/^Your choice could not be kept: it holds until/u);
  expect([statSync(path).size, readdirSync(disk.path).toSorted()]).toEqual([
    before,
    ['desk.json', 'filler'],
  ]);
  disk.free();
  file.rememberLibrary('/a.cablewright');
  expect(openSettingsFile(path, '', () => undefined).settings.creator).toBe(words.slice(0, 100));
});

test('a log that cannot be written stops nobody, and goes on when there is room', async ({
  disk,
}) => {
  const log = openLog(disk.path);
  log.info('The first.');
  disk.fill();
  log.error(`For this there is no room: ${words.slice(0, 10_000)}`);
  log.error('Nor for this.');
  disk.free();
  log.info('The last.');
  await expect.poll(() => readFileSync(log.path, 'utf8')).toMatch(/The first\.[^]*The last\./u);
});

test('a library on a disk that may only be read is refused with what to do, and left as it is', async ({
  disk,
}) => {
  const store = await storeWith(disk.path, { 'a.txt': 'Title Cuba\nRusk told him.' });
  await store.close();
  const path = join(disk.path, 'test.cablewright');
  const before = readFileSync(path);
  await disk.readOnly();
  await expect(testStore().open(path)).rejects.toMatchObject({
    code: 'no-permission',
    message: expect.stringMatching(/may only be read.*copy the library to a folder/u) as string,
  });
  await expect(testStore().create(join(disk.path, 'new.cablewright'))).rejects.toMatchObject({
    code: 'no-permission',
  });
  expect(readFileSync(path).equals(before)).toBe(true);
});

test('a drive pulled out while its library is open: nothing is taken for saved, and all is there when it is back', async ({
  disk,
  folder,
}) => {
  const store = await storeWith(disk.path, { 'a.txt': 'Title Cuba\nRusk told him.' });
  await store.createTag({ name: 'Cuba' }, 'kay');
  await disk.pull();
  await expect(store.createTag({ name: 'Laos' }, 'kay')).rejects.toMatchObject({
    code: 'library-lost',
    message: expect.stringMatching(
      /is out of reach: its drive or its folder is not there any more/u,
    ) as string,
  });
  expect(await store.lookAgain()).toMatchObject({ why: 'out-of-reach' });
  await disk.connect();
  expect(await store.lookAgain()).toBeNull();
  await store.createTag({ name: 'Berlin' }, 'kay');
  await disk.pull();
  // What can still be read goes to a new file, and work goes on there.
  await store.saveAs(join(folder, 'kept.cablewright'));
  await store.createTag({ name: 'Laos' }, 'kay');
  expect((await store.listTags()).map(({ tag }) => tag.name).toSorted()).toEqual([
    ...['Berlin', 'Cuba', 'Laos'],
  ]);
});

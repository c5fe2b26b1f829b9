import { mkdirSync, readdirSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect } from 'vitest';
import type { LibraryState } from '../domain/library/library.ts';
import type { Unopened } from '../domain/safety/backup.ts';
import { libraryDesk } from './library-desk.ts';
import { openSettingsFile } from './settings-file.ts';
import { test } from './testing/folder.ts';
import { fileIn, testStore } from './testing/store.ts';

/** A start of the program with its data in `folder`. */
function start(folder: string) {
  const store = testStore(undefined, join(folder, 'backups'));
  const settings = openSettingsFile(join(folder, 'desk.json'), 'miller', () => undefined);
  const switched: LibraryState[] = [];
  const offered: Unopened[] = [];
  const moved: LibraryState[] = [];
  const desk = libraryDesk({
    store,
    settings,
    switched: (state) => switched.push(state),
    moved: (state) => moved.push(state),
    offered: (unopened) => offered.push(unopened),
  });
  const first = {
    paths: [join(folder, 'documents', 'Cuba.cablewright'), join(folder, 'own', 'Cuba.cablewright')],
    seeds: [fileIn(folder, '000.txt', 'No. 357'), fileIn(folder, '001.txt', 'No. 171')],
  };
  return { desk, store, first, switched, offered, moved };
}

const libraries = (folder: string) =>
  readdirSync(folder).filter((name) => name.includes('.cablewright'));

test('the very first start makes a library of the seeds among the documents', async ({
  folder,
}) => {
  const { desk, first, switched } = start(folder);
  expect(await desk.begin(null, first)).toBeNull();
  expect(await desk.state()).toMatchObject({ path: first.paths[0], name: 'Cuba', cables: 2 });
  expect(desk.recent()).toEqual([{ path: first.paths[0], name: 'Cuba' }]);
  expect(switched).toHaveLength(1);
});

test('a library that was moved is opened where it lies now, and all that is shown of it holds', async ({
  folder,
}) => {
  const { desk, first, store, switched, moved } = start(folder);
  await desk.begin(null, first);
  const [path = ''] = first.paths;
  const now = join(folder, 'Moved.cablewright');
  expect(await desk.openThere()).toBeNull();
  renameSync(path, now);
  await expect(store.createTag({ name: 'Cuba' }, 'kay')).rejects.toThrow('was moved or renamed');
  // Only where the system tells the new name; else it is moved back.
  if (process.platform === 'linux') await desk.openThere();
  else {
    renameSync(now, path);
    expect(await desk.lookAgain()).toBeNull();
  }
  await store.createTag({ name: 'Cuba' }, 'kay');
  expect([moved.length, switched.length]).toEqual([1, 1]);
  const there = process.platform === 'linux' ? now : path;
  expect(desk.recent()[0]?.path).toBe(there);
});

test('what was put in the place of a library is opened as another one, and what was deleted goes on as a new file', async ({
  folder,
}) => {
  const { desk, first, store, switched, moved } = start(folder);
  await desk.begin(null, first);
  const [path = ''] = first.paths;
  await store.create(join(folder, 'other.cablewright'));
  renameSync(join(folder, 'other.cablewright'), path);
  await expect(store.createTag({ name: 'Cuba' }, 'kay')).rejects.toThrow('Another file was put');
  expect(await desk.openThere()).toMatchObject({ path, cables: 0 });
  expect([moved.length, switched.length]).toEqual([0, 2]);
  rmSync(path);
  expect(await desk.lookAgain()).toMatchObject({ why: 'deleted' });
  const kept = join(folder, 'Kept.cablewright');
  expect(await desk.saveAs(kept)).toMatchObject({ path: kept });
  expect(await desk.lookAgain()).toBeNull();
  expect(desk.recent()[0]?.path).toBe(kept);
  expect(moved[0]).toMatchObject({ path: kept, cables: 0 });
});

test('where the documents cannot be written to, it lies with the data of the program', async ({
  folder,
}) => {
  const { desk, first } = start(folder);
  writeFileSync(join(folder, 'documents'), 'a file where the folder should be');
  expect(await desk.begin(null, first)).toBeNull();
  expect(await desk.state()).toMatchObject({ path: first.paths[1], cables: 2 });
});

test('the first library is never made over one that is there', async ({ folder }) => {
  const earlier = start(folder);
  await earlier.desk.begin(null, earlier.first);
  await earlier.store.importFiles([fileIn(folder, 'mine.txt', 'mine')]);
  await earlier.store.close();
  renameSync(join(folder, 'desk.json'), join(folder, 'lost.json'));
  const { desk, first } = start(folder);
  await desk.begin(null, first);
  expect(await desk.state()).toMatchObject({ path: first.paths[0], cables: 3 });
});

test('a first start that was cut short begins anew', async ({ folder }) => {
  mkdirSync(join(folder, 'documents'));
  writeFileSync(join(folder, 'documents', 'Cuba.cablewright.first'), 'half a library');
  writeFileSync(join(folder, 'documents', 'Cuba.cablewright.first-wal'), 'half a log');
  const { desk, first } = start(folder);
  expect(await desk.begin(null, first)).toBeNull();
  expect(await desk.state()).toMatchObject({ cables: 2 });
  expect(libraries(join(folder, 'documents'))).toEqual([
    'Cuba.cablewright',
    'Cuba.cablewright-wal',
  ]);
});

test('later starts open the last library, or the one asked for', async ({ folder }) => {
  const once = start(folder);
  await once.desk.begin(null, once.first);
  const mine = join(folder, 'mine.cablewright');
  expect(await once.desk.create(mine)).toMatchObject({ path: mine, cables: 0 });
  await once.store.close();

  const again = start(folder);
  await again.desk.begin(null, again.first);
  expect(await again.desk.state()).toMatchObject({ path: mine });
  await again.store.close();

  const asked = start(folder);
  await asked.desk.begin(asked.first.paths[0] ?? '', asked.first);
  expect(await asked.desk.state()).toMatchObject({ name: 'Cuba' });
  expect(asked.desk.recent().map(({ name }) => name)).toEqual(['Cuba', 'mine']);
});

test('when the last library is gone the program starts without one, and says so', async ({
  folder,
}) => {
  const once = start(folder);
  await once.desk.begin(null, once.first);
  await once.store.close();
  renameSync(once.first.paths[0] ?? '', join(folder, 'moved.cablewright'));

  const { desk, first, switched } = start(folder);
  expect(await desk.begin(null, first)).toMatchObject({
    code: 'file-missing',
    message: expect.stringContaining('Cuba.cablewright. If it was moved') as string,
  });
  expect(await desk.state()).toBeNull();
  expect(switched).toEqual([]);
  // It is still offered, should its disk come back.
  expect(desk.recent()).toMatchObject([{ name: 'Cuba' }]);
  await expect(desk.open(first.paths[0] ?? '')).rejects.toMatchObject({ code: 'file-missing' });
  expect(await desk.open(join(folder, 'moved.cablewright'))).toMatchObject({
    name: 'moved',
    cables: 2,
  });
});

test('a library that cannot be opened is offered with its backups, and restored to the desk', async ({
  folder,
}) => {
  const { desk, store, first, offered } = start(folder);
  await desk.begin(null, first);
  const path = first.paths[0] ?? '';
  await store.makeBackup('asked');
  await store.close();
  writeFileSync(path, 'nothing of it is left');
  await expect(desk.open(path)).rejects.toMatchObject({ code: 'not-a-library' });
  const unopened = { path, name: 'Cuba', sentence: expect.stringContaining(path) as string };
  expect(offered).toEqual([unopened]);
  expect(await desk.unopened()).toEqual(unopened);
  expect([desk.knows(path), desk.knows(join(folder, 'x'))]).toEqual([true, false]);
  const [{ name } = { name: '' }] = (await store.listBackups(path)).backups;
  expect(await desk.restore({ name, path })).toMatchObject({ state: { path, cables: 2 } });
  expect(await desk.unopened()).toBeNull();
});

test('nothing is offered where there is no backup', async ({ folder }) => {
  const { desk, offered } = start(folder);
  await expect(desk.open(fileIn(folder, 'x.cablewright', 'x'))).rejects.toThrow();
  expect(offered).toEqual([]);
  expect(await desk.unopened()).toBeNull();
});

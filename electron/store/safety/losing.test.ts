import {
  copyFileSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  truncateSync,
  utimesSync,
} from 'node:fs';
import { dirname, join } from 'node:path';
import { expect } from 'vitest';
import { test } from '../../testing/folder.ts';
import { fileIn, storeWith, testStore, type TestStore } from '../../testing/store.ts';

/** What a store that finds its file lost says of every write. */
const refused = (words: RegExp) => ({
  code: 'library-lost',
  message: expect.stringMatching(words) as string,
});

/** A library with a cable and a tag, open in a store that makes backups. */
async function opened(folder: string): Promise<{ store: TestStore; path: string }> {
  await (await storeWith(folder, { 'a.txt': 'Title A\nThe quarantine. '.repeat(50) })).close();
  const store = testStore(undefined, join(folder, 'backups'));
  const path = join(folder, 'test.cablewright');
  await store.open(path);
  await store.createTag({ name: 'Cuba' }, 'miller');
  return { store, path };
}

async function tagsOf(store: TestStore): Promise<string[]> {
  return (await store.listTags()).map(({ tag }) => tag.name).toSorted();
}

/** The tags of a library, read as after a crash: from copies of its file and of the log beside it. */
async function tagsIn(path: string): Promise<string[]> {
  const copy = join(dirname(path), 'copies', `${String(Math.random())}.cablewright`);
  mkdirSync(dirname(copy), { recursive: true });
  for (const end of ['', '-wal']) if (existsSync(path + end)) copyFileSync(path + end, copy + end);
  const reader = testStore();
  await reader.open(copy);
  const tags = await tagsOf(reader);
  await reader.close();
  return tags;
}

/** Another library, at rest, with one tag. */
async function another(folder: string): Promise<string> {
  const path = join(folder, 'another.cablewright');
  const store = testStore();
  await store.create(path);
  await store.open(path);
  await store.createTag({ name: 'Laos' }, 'miller');
  await store.close();
  return path;
}

test('a library deleted while it is open is not written into, and all of it is saved as a new file', async ({
  folder,
}) => {
  const { store, path } = await opened(folder);
  rmSync(path);
  await expect(store.createTag({ name: 'Berlin' }, 'miller')).rejects.toMatchObject(
    refused(/test\.cablewright was deleted while it was open.*Save it as a new file/u),
  );
  expect(store.lost).toMatchObject([{ why: 'deleted', path }]);
  // What is there can still be read, and a backup of it was made at once.
  expect(await tagsOf(store)).toEqual(['Cuba']);
  await expect.poll(async () => (await store.listBackups(null)).backups.length).toBe(1);

  const state = await store.saveAs(join(folder, 'kept.cablewright'));
  expect(state).toMatchObject({ path: join(folder, 'kept.cablewright'), cables: 1 });
  expect(store.lost.at(-1)).toBeNull();
  await store.createTag({ name: 'Berlin' }, 'miller');
  expect(await tagsIn(state.path)).toEqual(['Berlin', 'Cuba']);
  expect(existsSync(path)).toBe(false);
});

test('a lost library is never saved over a file that is there', async ({ folder }) => {
  const { store, path } = await opened(folder);
  const other = await another(folder);
  const before = readFileSync(other);
  rmSync(path);
  await expect(store.saveAs(other)).rejects.toMatchObject({
    message: expect.stringMatching(/There is a file .*another.*already/u) as string,
  });
  expect(readFileSync(other).equals(before)).toBe(true);
  // Its own old name is free.
  await store.saveAs(path);
  expect(await tagsIn(path)).toEqual(['Cuba']);
});

test('an import ends where the library is lost under it, takes no file for a bad one, and goes on in the new file', async ({
  folder,
}) => {
  const { store, path } = await opened(folder);
  const names = Array.from({ length: 20 }, (_, at) => `${at}.txt`);
  const files = names.map((name) =>
    fileIn(folder, name, `Title ${name}\n${'words '.repeat(9_000)}`),
  );
  const importing = store.importFiles(files);
  rmSync(path);
  await expect(importing).rejects.toMatchObject(refused(/was deleted while it was open/u));
  await store.saveAs(join(folder, 'kept.cablewright'));
  const left = await store.unfinishedImport();
  const report = left ? await store.resumeImport(left.runId, '') : await store.importFiles(files);
  expect(report.counts).toMatchObject({ imported: 20, failed: 0 });
  expect(await store.state()).toMatchObject({ cables: 21 });
});

test('a library renamed while it is open is whole under its new name, and is opened there', async ({
  folder,
}) => {
  const { store, path } = await opened(folder);
  const now = join(folder, 'renamed.cablewright');
  renameSync(path, now);
  await expect(store.createTag({ name: 'Berlin' }, 'miller')).rejects.toMatchObject(
    refused(/was moved or renamed while it was open.*nothing more is saved/u),
  );
  expect(await tagsIn(now)).toEqual(['Cuba']);
  if (process.platform === 'linux') expect(await store.look()).toEqual({ why: 'moved', path, now });
  await store.open(now);
  expect(await store.look()).toBeNull();
  await store.createTag({ name: 'Berlin' }, 'miller');
  expect(await tagsIn(now)).toEqual(['Berlin', 'Cuba']);
});

test('a library that is moved away and back goes on, and what is done then is on the disk', async ({
  folder,
}) => {
  const { store, path } = await opened(folder);
  renameSync(path, `${path}.away`);
  await expect(store.createTag({ name: 'Berlin' }, 'miller')).rejects.toMatchObject({
    code: 'library-lost',
  });
  renameSync(`${path}.away`, path);
  await store.createTag({ name: 'Berlin' }, 'miller');
  expect(store.lost.map((each) => each?.why)).toEqual(['moved', undefined]);
  expect(await tagsIn(path)).toEqual(['Berlin', 'Cuba']);
});

test('a file put in the place of an open library is left as it is, and nothing of ours comes into it', async ({
  folder,
}) => {
  const { store, path } = await opened(folder);
  const other = await another(folder);
  const theirs = readFileSync(other);
  renameSync(other, path);
  await expect(store.createTag({ name: 'Berlin' }, 'miller')).rejects.toMatchObject(
    refused(/Another file was put in the place of the library/u),
  );
  expect(existsSync(`${path}-wal`)).toBe(false);
  const kept = join(folder, 'kept.cablewright');
  await store.saveAs(kept);
  expect(await tagsIn(kept)).toEqual(['Cuba']);
  expect(readFileSync(path).equals(theirs)).toBe(true);
  await store.open(path);
  expect(await tagsOf(store)).toEqual(['Laos']);
});

test('where another library was put in the place of an open one, that can be opened there at once', async ({
  folder,
}) => {
  const { store, path } = await opened(folder);
  renameSync(await another(folder), path);
  expect(await store.look()).toMatchObject({ why: 'replaced' });
  await store.open(path);
  await store.createTag({ name: 'Vientiane' }, 'miller');
  expect(await tagsIn(path)).toEqual(['Laos', 'Vientiane']);
  // All that the first one held is in its backup.
  const [shelf = ''] = readdirSync(join(folder, 'backups'));
  const backup = readdirSync(join(folder, 'backups', shelf)).find((name) => name.endsWith('t'));
  expect(await tagsIn(join(folder, 'backups', shelf, backup ?? ''))).toEqual(['Cuba']);
});

test.for<[string, (path: string, other: string) => void]>([
  ['written over by another program', (path, other) => copyFileSync(other, path)],
  ['cut short', (path) => truncateSync(path, 4096)],
  ['emptied', (path) => truncateSync(path, 0)],
])(
  'a library that is %s while it is open is not written into, and a backup takes its place',
  async ([, harm], { folder }) => {
    const { store, path } = await opened(folder);
    await store.makeBackup('asked');
    harm(path, await another(folder));
    const harmed = readFileSync(path);
    await expect(store.createTag({ name: 'Berlin' }, 'miller')).rejects.toMatchObject(
      refused(
        /Another program has written into the library .*, or cut it short.*Restore a backup/u,
      ),
    );
    expect(readFileSync(path).equals(harmed)).toBe(true);
    const { backups } = await store.listBackups(null);
    const restored = await store.restoreBackup({ name: backups[0]?.name ?? '', path: null });
    expect(readFileSync(restored.kept).equals(harmed)).toBe(true);
    expect(await tagsOf(store)).toEqual(['Cuba']);
    expect(await store.look()).toBeNull();
  },
);

test('closing a library that another program has written into leaves that as it is', async ({
  folder,
}) => {
  const { store, path } = await opened(folder);
  const other = await another(folder);
  copyFileSync(other, path);
  await store.close();
  expect(readFileSync(path).equals(readFileSync(other))).toBe(true);
  expect(await tagsIn(path)).toEqual(['Laos']);
});

test('where the log beside an open library is tidied away, what was done is in the library', async ({
  folder,
}) => {
  const { store, path } = await opened(folder);
  rmSync(`${path}-wal`);
  await store.createTag({ name: 'Berlin' }, 'miller');
  expect(await tagsIn(path)).toEqual(['Berlin', 'Cuba']);
  await store.createTag({ name: 'Laos' }, 'miller');
  expect(await tagsIn(path)).toEqual(['Berlin', 'Cuba', 'Laos']);
  expect(store.lost).toEqual([]);
});

test('what is no loss is not taken for one: other times, a reader, much work', async ({
  folder,
}) => {
  const { store, path } = await opened(folder);
  utimesSync(path, new Date(0), new Date(0));
  readFileSync(path);
  copyFileSync(path, `${path}.copy`);
  const before = statSync(path).size;
  for (let number = 0; number < 150; number += 1)
    await store.createTag({ name: `Berlin ${number}` }, 'miller');
  // More than the log may hold: it has been brought into the file.
  expect(statSync(path).size).toBeGreaterThan(before);
  await store.makeBackup('asked');
  await store.settle();
  expect(statSync(`${path}-wal`).size).toBe(0);
  await store.createTag({ name: 'Laos' }, 'miller');
  expect(store.lost).toEqual([]);
  expect(await tagsIn(path)).toHaveLength(152);
});

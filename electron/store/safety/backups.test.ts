import {
  readdirSync,
  readFileSync,
  renameSync,
  symlinkSync,
  linkSync,
  writeFileSync,
} from 'node:fs';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { expect, vi } from 'vitest';
import { test } from '../../testing/folder.ts';
import { cleanBraces, fileIn } from '../../testing/store.ts';
import type { Store } from '../face.ts';
import { sqliteStore } from '../sqlite-store.ts';
import { AFTER_OPENING, EVERY } from './automatic.ts';
import { checkSeal } from './seal.ts';

const rules = [{ name: 'braces', explanation: 'x', certainty: 'certain' as const }];

/** A store whose backups lie in `folder`; it makes some by itself where `automatic` says so. */
function keptStore(folder: string, automatic = false): Store {
  return sqliteStore(
    { clean: cleanBraces, rules },
    { progress: () => undefined, log: () => undefined },
    undefined,
    { backups: join(folder, 'backups'), automatic },
  );
}

/** A library with a cable and a tag, open. */
async function open(folder: string, automatic = false): Promise<{ store: Store; path: string }> {
  const store = keptStore(folder, automatic);
  const path = join(folder, 'Cuba.cablewright');
  await store.create(path);
  await store.open(path);
  await store.importFiles([fileIn(folder, 'a.txt', 'Title A\nThe quarantine.')]);
  await store.createTag({ name: 'Cuba' }, 'miller');
  return { store, path };
}

const tagsOf = async (store: Store) =>
  (await store.listTags()).map(({ tag }) => tag.name).toSorted();

/** The folder of the one library that has backups. */
function shelf(folder: string): string {
  const [name = ''] = readdirSync(join(folder, 'backups'));
  return join(folder, 'backups', name);
}

test('a backup is a whole library, sealed, with a manifest, and can be opened by itself', async ({
  folder,
}) => {
  const { store, path } = await open(folder);
  const made = await store.makeBackup('asked');
  expect(made).toMatchObject({ cables: 1, annotations: 0, why: 'asked', sound: true });
  await store.createTag({ name: 'Berlin' }, 'miller');
  expect((await store.listBackups(null)).backups).toEqual([made]);
  await store.close();
  expect((await store.listBackups(path)).backups).toEqual([made]);

  expect(readdirSync(shelf(folder))).toEqual([made.name, `${made.name}.json`]);
  const file = join(shelf(folder), made.name);
  expect(checkSeal(file).state).toBe('whole');
  const alone = keptStore(folder);
  await alone.open(file);
  expect(await tagsOf(alone)).toEqual(['Cuba']);
  await alone.close();
});

test('what is done while a backup is made waits for nothing', async ({ folder }) => {
  const { store } = await open(folder);
  const making = store.makeBackup('asked');
  await store.createTag({ name: 'Meanwhile' }, 'miller');
  await Promise.all([making, store.makeBackup('asked')]);
  expect((await store.listBackups(null)).backups).toHaveLength(2);
  expect(await tagsOf(store)).toEqual(['Cuba', 'Meanwhile']);
  await store.close();
});

test('a restored backup stands in the place of the library; what stood there is kept, and backed up too', async ({
  folder,
}) => {
  const { store, path } = await open(folder);
  const { name } = await store.makeBackup('asked');
  await store.createTag({ name: 'Berlin' }, 'miller');
  const { state, kept } = await store.restoreBackup({ name, path: null });
  expect(state.path).toBe(path);
  expect(await tagsOf(store)).toEqual(['Cuba']);
  expect((await store.listBackups(null)).backups.map(({ why }) => why)).toEqual([
    'before-restore',
    'asked',
  ]);
  await store.close();

  expect(kept).toMatch(/Cuba\.before-restore-\d{4}-\d\d-\d\d\.cablewright$/u);
  const before = keptStore(folder);
  await before.open(kept);
  expect(await tagsOf(before)).toEqual(['Berlin', 'Cuba']);
  await before.close();
  expect(readdirSync(folder).filter((each) => each.includes('restoring'))).toEqual([]);
});

test.for([
  ['its first bytes', (bytes: Buffer) => bytes.fill(0, 0, 200)],
  ['its middle', (bytes: Buffer) => bytes.fill(0xa5, 40_000, 44_000)],
  ['all of it', (bytes: Buffer) => bytes.fill(0)],
] as const)(
  'a library that is damaged in %s is given back from its backup',
  async ([, damage], { folder }) => {
    const { store, path } = await open(folder);
    const { name } = await store.makeBackup('asked');
    await store.close();
    const hurt = damage(readFileSync(path));
    writeFileSync(path, hurt);
    const next = keptStore(folder);
    await expect(next.open(path)).rejects.toThrow();
    const [last] = (await next.listBackups(path)).backups;
    expect(last?.name).toBe(name);
    const { kept } = await next.restoreBackup({ name, path });
    expect(await tagsOf(next)).toEqual(['Cuba']);
    expect(readFileSync(kept).equals(hurt)).toBe(true);
    await next.close();
  },
);

test('a library that is gone is given back where it lay', async ({ folder }) => {
  const { store, path } = await open(folder);
  const { name } = await store.makeBackup('asked');
  await store.close();
  renameSync(path, join(folder, 'elsewhere'));
  expect(await store.restoreBackup({ name, path })).toMatchObject({ kept: '', state: { path } });
  await store.close();
});

test('a backup that is damaged is never put in the place of anything', async ({ folder }) => {
  const { store } = await open(folder);
  const { name } = await store.makeBackup('asked');
  const file = join(shelf(folder), name);
  const bytes = readFileSync(file);
  bytes.writeUInt8(bytes.readUInt8(30_000) ^ 1, 30_000);
  writeFileSync(file, bytes);
  await expect(store.restoreBackup({ name, path: null })).rejects.toMatchObject({
    code: 'library-damaged',
    message: expect.stringContaining(name) as string,
  });
  expect(await tagsOf(store)).toEqual(['Cuba']);
  writeFileSync(file, bytes.subarray(0, 20_000));
  expect((await store.listBackups(null)).backups).toMatchObject([{ name, sound: false }]);
  await store.close();
});

test('before it is closed a library that was worked on is backed up, and not again before it was', async ({
  folder,
}) => {
  const { store, path } = await open(folder, true);
  await store.close();
  const list = async () => (await store.listBackups(path)).backups.map(({ why }) => why);
  expect(await list()).toEqual(['automatic']);
  await store.open(path);
  await store.close();
  expect(await list()).toEqual(['automatic']);
  await store.open(path);
  await store.createTag({ name: 'Berlin' }, 'miller');
  await store.importFiles([fileIn(folder, 'b.txt', 'Title B')]);
  await store.close();
  expect(await list()).toEqual(['before-import', 'automatic']);
});

test('a library that is worked on is backed up soon after opening, and every so often', async ({
  folder,
}) => {
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
  try {
    const { store } = await open(folder, true);
    const list = async () => (await store.listBackups(null)).backups.length;
    const becomes = async (many: number) => {
      while ((await list()) < many) await new Promise((done) => setImmediate(done));
      for (let turn = 0; turn < 20; turn += 1) await new Promise((done) => setImmediate(done));
      return list();
    };
    expect(await list()).toBe(0);
    vi.advanceTimersByTime(AFTER_OPENING);
    expect(await becomes(1)).toBe(1);
    vi.advanceTimersByTime(EVERY * 2);
    expect(await becomes(1)).toBe(1);
    await store.createTag({ name: 'Berlin' }, 'miller');
    vi.advanceTimersByTime(EVERY * 2);
    expect(await becomes(2)).toBe(2);
    await store.close();
  } finally {
    vi.useRealTimers();
  }
});

test('a library that is closed while it is being backed up leaves nothing half done', async ({
  folder,
}) => {
  const { store, path } = await open(folder);
  const texts = Array.from({ length: 60 }, (_, at) =>
    fileIn(folder, `${at}.txt`, `Title ${at}\n${`The ${at} quarantine. `.repeat(1500)}`),
  );
  await store.importFiles(texts);
  const making = store.makeBackup('asked').then(
    () => 'made',
    (error: unknown) => String(error),
  );
  await new Promise((done) => setImmediate(done));
  await store.close();
  const outcome = await making;
  const files = readdirSync(shelf(folder));
  expect(files.filter((name) => name.includes('.part'))).toEqual([]);
  // The first is from before the import.
  expect([outcome, files.length]).toEqual([outcome, outcome === 'made' ? 4 : 2]);
  if (outcome !== 'made') expect(outcome).toMatch(/closed before it could be backed up/u);
  expect(await store.open(path)).toMatchObject({ cables: 61 });
  await store.close();
});

test('without a folder there are no backups, and nothing fails for that', async ({ folder }) => {
  const store = sqliteStore(
    { clean: cleanBraces, rules },
    { progress: () => undefined, log: () => undefined },
  );
  const path = join(folder, 'x.cablewright');
  await store.create(path);
  await store.open(path);
  expect(await store.listBackups(null)).toEqual({ folder: '', backups: [] });
  await expect(store.makeBackup('asked')).rejects.toMatchObject({ code: 'bad-input' });
  await store.close();
});

/** Another process that has a library open until it is told to end. */
async function elsewhere(path: string) {
  const script = `
    import Sqlite from ${JSON.stringify(import.meta.resolve('better-sqlite3'))};
    const db = new Sqlite(${JSON.stringify(path)}, { timeout: 100 });
    try {
      db.pragma('locking_mode = EXCLUSIVE');
      db.prepare('SELECT count(*) FROM tag').get();
      console.log('open');
    } catch (error) {
      console.log(error.code);
      process.exit(1);
    }
    process.stdin.on('data', () => { db.close(); process.exit(0); });`;
  const child = spawn(process.execPath, ['--input-type=module', '-e', script]);
  const said = (await once(child.stdout, 'data')) as [Buffer];
  expect(String(said[0])).toContain('open');
  return async () => {
    child.stdin.write('end');
    await once(child, 'exit');
  };
}

test('a library that another process has open is refused by whatever path, and free again afterwards', async ({
  folder,
}) => {
  const { store, path } = await open(folder);
  const { name } = await store.makeBackup('asked');
  await store.close();
  symlinkSync(path, join(folder, 'link.cablewright'));
  linkSync(path, join(folder, 'second.cablewright'));
  const end = await elsewhere(path);
  for (const way of ['Cuba', 'link', 'second'])
    await expect(store.open(join(folder, `${way}.cablewright`))).rejects.toMatchObject({
      code: 'library-in-use',
      message: expect.stringMatching(/in use by another program/u) as string,
    });
  await expect(store.restoreBackup({ name, path })).rejects.toMatchObject({
    code: 'library-in-use',
  });
  await end();
  expect(await store.open(join(folder, 'link.cablewright'))).toMatchObject({ cables: 1 });
  await store.close();
});

test('the same library by a second path is the one that is open, and stays locked against others', async ({
  folder,
}) => {
  const { store, path } = await open(folder);
  linkSync(path, join(folder, 'second.cablewright'));
  expect(await store.open(join(folder, 'second.cablewright'))).toMatchObject({ path });
  await expect(elsewhere(path)).rejects.toThrow(/SQLITE_BUSY/u);
  expect(await tagsOf(store)).toEqual(['Cuba']);
  await store.close();
});

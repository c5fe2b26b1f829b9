import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, expect, vi } from 'vitest';
import { editingIn } from '../testing/editing.ts';
import { test } from '../testing/folder.ts';
import { fileIn, idOf, testStore, type TestStore } from '../testing/store.ts';
import { checkSeal } from './safety/seal.ts';

afterEach(() => {
  vi.useRealTimers();
});

/** Sets the clock; only what it says is not real. */
function clockAt(time: string): void {
  vi.useFakeTimers({ toFake: ['Date'], now: new Date(time) });
}

/** A library that was worked on until the clock said `time`. */
async function workedOn(folder: string, time: string): Promise<{ store: TestStore; path: string }> {
  clockAt(time);
  const store = testStore(undefined, join(folder, 'backups'));
  const path = join(folder, 'test.cablewright');
  await store.create(path);
  await store.open(path);
  await store.importFiles([fileIn(folder, 'a.txt', 'Title Cuba\nRusk told him that raids end.')]);
  return { store, path };
}

test('after the clock was set back actions are undone in the order in which they were done', async ({
  folder,
}) => {
  const { store } = await workedOn(folder, '2027-06-01T12:00:00Z');
  const desk = editingIn(store, await idOf(store, 'a.txt'));
  await desk.type('raids', 'attacks');
  clockAt('2026-11-22T12:00:00Z');
  await desk.type('end', 'stop');
  await store.createTag({ name: 'Cuba' }, 'kay');
  await store.undo('kay');
  await store.undo('kay');
  expect(await desk.text()).toContain('attacks end');
  await store.undo('kay');
  expect(await desk.text()).toContain('raids end');
  for (let times = 0; times < 3; times += 1) await store.redo('kay');
  expect(await desk.text()).toContain('attacks stop');
  expect(await store.listTags()).toHaveLength(1);
});

test('a clock that was set back ends a stretch of work, and work after it makes one stretch', async ({
  folder,
}) => {
  const { store } = await workedOn(folder, '2027-06-01T12:00:00Z');
  const desk = editingIn(store, await idOf(store, 'a.txt'));
  await desk.type('raids', 'attacks');
  clockAt('2026-11-22T12:00:00Z');
  await desk.type('Rusk', 'He');
  await desk.type('end', 'stop');
  const revisions = await store.listRevisions(desk.cableId);
  expect(revisions.map(({ number, actions }) => [number, actions])).toEqual([
    [2, 2],
    [1, 1],
    [0, 0],
  ]);
  const [, first] = revisions;
  await store.restoreRevision({ cableId: desk.cableId, id: first?.id ?? '' }, 'kay');
  expect(await desk.text()).toContain('Rusk told him that attacks end');
});

test('a backup that seems to be of the future is neither made again and again nor taken for the newest', async ({
  folder,
}) => {
  const { store } = await workedOn(folder, '2027-06-01T12:00:00Z');
  await store.createTag({ name: 'Cuba' }, 'kay');
  await store.makeBackup('asked');
  clockAt('2026-11-22T12:00:00Z');
  // Nothing was done since: it is not made once more.
  await store.importFiles([]);
  expect((await store.listBackups(null)).backups).toHaveLength(1);
  await store.createTag({ name: 'Laos' }, 'kay');
  await store.makeBackup('asked');
  for (let times = 0; times < 11; times += 1) await store.makeBackup('asked');
  const { backups } = await store.listBackups(null);
  expect(backups[0]?.made.slice(0, 4)).toBe('2026');
  expect(backups.at(-1)?.made.slice(0, 4)).toBe('2027');
  const files = readdirSync(join(folder, 'backups', (await store.state()).id));
  expect(files.filter((name) => name.endsWith('.cablewright'))).toHaveLength(backups.length);
  await store.restoreBackup({ name: backups.at(-1)?.name ?? '', path: null });
  expect((await store.listTags()).map(({ tag }) => tag.name)).toEqual(['Cuba']);
});

test('a library that was closed by a clock ahead is whole and sealed for one set back', async ({
  folder,
}) => {
  const { store, path } = await workedOn(folder, '2027-06-01T12:00:00Z');
  await store.createTag({ name: 'Cuba' }, 'kay');
  await store.close();
  clockAt('1999-12-31T23:59:59Z');
  expect(checkSeal(path)).toMatchObject({ state: 'whole' });
  const again = testStore();
  await again.open(path);
  await again.createTag({ name: 'Laos' }, 'kay');
  await again.close();
  expect(checkSeal(path)).toMatchObject({ state: 'whole' });
});

import { existsSync, mkdirSync, readdirSync, truncateSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setImmediate } from 'node:timers/promises';
import { expect } from 'vitest';
import { LARGEST } from '../../domain/limits.ts';
import { byDate } from '../../domain/search/order.ts';
import { test } from '../testing/folder.ts';
import { cleanBraces, fileIn, filesOf, idOf, storeWith, testStore } from '../testing/store.ts';
import { connect } from './database.ts';

const ALL = { offset: 0, limit: 500, query: '', order: byDate };
const path = (folder: string) => join(folder, 'test.cablewright');

test('without a library everything says so', async ({ folder }) => {
  const store = testStore();
  for (const ask of [store.state(), store.listTags(), store.undo('x'), store.importFiles([folder])])
    await expect(ask).rejects.toMatchObject({ code: 'no-library' });
  await store.cancelImport();
  await store.close();
});

test('what is imported is there, as it came', async ({ folder }) => {
  const bytes = Buffer.from('\uFEFFTitle Circular\r\nUS not {[Page 864] }involved\r\n', 'utf16le');
  const store = await storeWith(folder, { 'a.txt': bytes });
  const cable = await store.openCable(await idOf(store, 'a.txt'));
  expect(cable.original).toMatchObject({
    text: 'Title Circular\nUS not {[Page 864] }involved\n',
    fileName: 'a.txt',
    encoding: 'utf-16le',
    byteLength: bytes.length,
  });
  expect(cable.summary).toMatchObject({ title: 'Circular', annotations: 0, proposals: 0 });
  expect(cable.changes).toMatchObject([{ from: 22, to: 35, insert: '', status: 'accepted' }]);
  expect(cable.structure).toMatchObject([{ type: 'paragraph', from: 0 }]);
  expect(cable.metadata).toMatchObject([
    { field: 'title', value: 'Circular', evidence: { from: 0, to: 8 } },
  ]);
  expect(cable).toMatchObject({ emendations: [], version: 0, place: 0 });
  await store.close();

  const db = connect(path(folder), 'must-be-there');
  expect(db.prepare('SELECT bytes FROM original').get()).toEqual({ bytes });
  db.close();
});

test('a report tells of each file what became of it; a bad one stops nothing', async ({
  folder,
}) => {
  const store = await storeWith(folder, { 'old.txt': 'Title Old\nsame bytes' });
  const box = join(folder, 'files');
  fileIn(folder, 'a good one.txt', 'Title Good\n{?maybe}');
  fileIn(folder, 'b twin.txt', 'Title Old\nsame bytes');
  fileIn(folder, 'c empty.txt', '');
  fileIn(folder, 'd picture.txt', Buffer.from('89504e470d0a1a0a0000000d', 'hex'));
  truncateSync(fileIn(folder, 'e huge.txt', ''), LARGEST.cable + 1);
  fileIn(folder, 'f twin of the first.txt', 'Title Good\n{?maybe}');
  fileIn(folder, 'g last.txt', 'last');
  const report = await store.importFiles([join(folder, 'gone.txt'), box]);
  const files = await filesOf(store, report);
  const told = files.map((file) =>
    file.outcome === 'failed' ? file.failure.code : `${file.outcome}: ${file.title}`,
  );
  expect(told).toEqual([
    'file-missing',
    'imported: Good',
    'duplicate: Old',
    'file-empty',
    'file-not-text',
    'file-too-large',
    'duplicate: Good',
    'imported: g last.txt',
    'duplicate: Old',
  ]);
  expect(report).toMatchObject({
    total: 9,
    state: 'ended',
    counts: { imported: 2, witness: 0, duplicate: 3, failed: 4 },
  });
  expect(files[1]).toMatchObject({ encoding: 'utf-8', proposals: 1 });
  expect(files[5]).toMatchObject({
    failure: {
      message: expect.stringMatching(
        /e huge\.txt has 64 MiB; one cable may have up to 64 MiB/u,
      ) as string,
    },
  });
  expect(await store.state()).toMatchObject({ cables: 3 });
});

test('a file that cannot be cleaned, or not into a text, is told and not stored', async ({
  folder,
}) => {
  const broken = (text: string) => {
    if (text.includes('throw')) throw new Error('the rule broke');
    const { changes } = cleanBraces('{a}');
    return { ...cleanBraces(''), changes: [...changes, ...changes] };
  };
  const store = testStore(broken);
  await store.create(path(folder));
  await store.open(path(folder));
  const report = await store.importFiles([
    fileIn(folder, 'a', '{a} throw'),
    fileIn(folder, 'b', '{a}'),
  ]);
  expect(await filesOf(store, report)).toMatchObject([
    {
      outcome: 'failed',
      failure: { code: 'unexpected', message: expect.stringContaining('the rule broke') as string },
    },
    {
      outcome: 'failed',
      failure: { code: 'unexpected', message: expect.stringContaining('overlap') as string },
    },
  ]);
  expect(await store.state()).toMatchObject({ cables: 0 });
});

test('an import tells how far it is, answers others meanwhile, and can be stopped', async ({
  folder,
}) => {
  const store = await storeWith(folder);
  store.progress.length = 0;
  for (let at = 0; at < 400; at += 1) fileIn(folder, `${at}.txt`, `Cable ${at}`);
  const files = [join(folder, 'files')];
  const report = store.importFiles(files);
  while ((await store.state()).cables < 20) await setImmediate();
  await expect(store.importFiles(files)).rejects.toMatchObject({ code: 'busy' });
  await expect(store.open(path(folder))).rejects.toMatchObject({ code: 'busy' });
  await store.cancelImport();
  const { counts, total, state } = await report;
  expect({ total, state }).toEqual({ total: 400, state: 'stopped' });
  expect(counts.imported).toBeGreaterThanOrEqual(20);
  expect(counts.imported).toBeLessThan(400);
  expect(await store.state()).toMatchObject({ cables: counts.imported });
  expect(store.progress[0]).toMatchObject({ done: 0, current: '0.txt' });
  expect(store.progress.at(-1)).toBeNull();
});

test('progress is told some ten times a second at most', async ({ folder }) => {
  const store = await storeWith(folder);
  store.progress.length = 0;
  const begin = performance.now();
  await store.importFiles(
    Array.from({ length: 200 }, (_, at) => fileIn(folder, `${at}.txt`, `${at} x`)),
  );
  const tenths = (performance.now() - begin) / 100;
  expect(store.progress.length).toBeLessThanOrEqual(Math.ceil(tenths) + 2);
});

test('closing stops an import after the file at hand', async ({ folder }) => {
  const store = await storeWith(folder);
  const files = Array.from({ length: 300 }, (_, at) => fileIn(folder, `${at}.txt`, `Cable ${at}`));
  const report = store.importFiles(files);
  await setImmediate();
  await store.close();
  const { counts, state } = await report;
  expect(state).toBe('stopped');
  expect(await (await storeWith(folder)).state()).toMatchObject({ cables: counts.imported });
});

test('an original is never changed, by no way that SQL knows', async ({ folder }) => {
  const store = await storeWith(folder, { 'a.txt': 'evidence' });
  await store.close();
  const db = connect(path(folder), 'must-be-there');
  db.pragma('recursive_triggers = ON');
  const never = /An original is never/u;
  expect(() => db.exec("UPDATE original SET text = 'x'")).toThrow(never);
  expect(() => db.exec("UPDATE original SET bytes = x'00'")).toThrow(never);
  expect(() => db.exec('DELETE FROM original')).toThrow(never);
  expect(() =>
    db.exec(
      "INSERT OR REPLACE INTO original SELECT cable_id, sha256, 'b', encoding, bytes, 'x', format FROM original",
    ),
  ).toThrow(never);
  expect(db.prepare('SELECT text FROM original').get()).toEqual({ text: 'evidence' });
  // With its cable it may go.
  expect(() => db.exec('DELETE FROM cable')).not.toThrow();
  db.close();
});

test('an original whose bytes the disk has changed is not shown as evidence', async ({
  folder,
}) => {
  const store = await storeWith(folder, { 'a.txt': 'evidence' });
  const id = await idOf(store, 'a.txt');
  await store.close();
  const db = connect(path(folder), 'must-be-there');
  db.exec(
    "DROP TRIGGER original_never_changes; UPDATE original SET bytes = CAST('evidenCe' AS BLOB)",
  );
  db.close();
  const again = await storeWith(folder);
  await expect(again.openCable(id)).rejects.toMatchObject({
    code: 'library-damaged',
    message: expect.stringMatching(/a\.txt is no longer as it was imported/u) as string,
  });
});

test('the list goes by date, number and title; what has none comes after what has', async ({
  folder,
}) => {
  const texts: Record<string, string> = {
    'undated, unnumbered.txt': 'x',
    'a.txt': 'Date 1962-11-19T17:18\nNo. 938',
    'b.txt': 'Date 1960-07-11\nNo. 552',
    'c.txt': 'No. 357',
    'd.txt': 'Date 1961-04-23\nNo. 171',
    'e.txt': 'Date 1961-04-23\nNo. 52',
    'f.txt': 'Date 1961-04-23\nNo. 52\nTitle Another',
    'g.txt': 'Date 1961-04\nNo. 9',
    'h.txt': 'Date 1962-11-19\nNo. 999',
  };
  const store = await storeWith(folder, texts);
  const { total, cables } = await store.listCables(ALL);
  expect(total).toBe(9);
  expect(cables.map(({ date, number, title }) => [date, number, title].join(' ').trim())).toEqual([
    '1960-07-11 552 b.txt',
    '1961-04 9 g.txt',
    '1961-04-23 52 Another',
    '1961-04-23 52 e.txt',
    '1961-04-23 171 d.txt',
    '1962-11-19 999 h.txt',
    '1962-11-19T17:18 938 a.txt',
    '357 c.txt',
    'undated, unnumbered.txt',
  ]);
});

test('stretches of the list, put together, are the list', async ({ folder }) => {
  const texts = Object.fromEntries(
    Array.from({ length: 57 }, (_, at) => [
      `${at}.txt`,
      `No. ${(at * 31) % 57}\nTitle same\n${at}`,
    ]),
  );
  const store = await storeWith(folder, texts);
  const whole = (await store.listCables(ALL)).cables.map(({ id }) => id);
  const parts: string[] = [];
  for (let offset = 0; offset < 70; offset += 10) {
    const { cables, total } = await store.listCables({
      offset,
      limit: 10,
      query: '',
      order: byDate,
    });
    expect(total).toBe(57);
    parts.push(...cables.map(({ id }) => id));
  }
  expect(parts).toEqual(whole);
  for (const [at, id] of whole.entries())
    expect(await store.positionOf({ id, query: '', order: byDate })).toBe(at);
  expect(new Set(whole).size).toBe(57);
});

test('a field with several values keeps all of them, in their order', async ({ folder }) => {
  const store = await storeWith(folder, { 'a.txt': 'Info JAMAICA\nInfo KINGSTON\nNo. 1' });
  const { metadata } = await store.openCable(await idOf(store, 'a.txt'));
  expect(metadata.map(({ field, value }) => `${field} ${value}`)).toEqual([
    'number 1',
    'info JAMAICA',
    'info KINGSTON',
  ]);
});

test('the cable last read and the place in it are there after a restart', async ({ folder }) => {
  const store = await storeWith(folder, { 'a.txt': 'a long text', 'b.txt': 'another' });
  const [a, b] = [await idOf(store, 'a.txt'), await idOf(store, 'b.txt')];
  await store.openCable(b);
  await store.openCable(a);
  await store.rememberPlace(a, 3);
  await store.rememberPlace(a, 7);
  await store.close();
  const again = await storeWith(folder);
  expect(await again.state()).toMatchObject({ lastCableId: a });
  expect(await again.openCable(a)).toMatchObject({ place: 7 });
  expect(await again.openCable(b)).toMatchObject({ place: 0 });
});

test('a cable that is not there is told, in every request', async ({ folder }) => {
  const store = await storeWith(folder);
  const id = '0195a000-0000-7000-8000-000000000001';
  for (const ask of [
    store.openCable(id),
    store.positionOf({ id, query: '', order: byDate }),
    store.rememberPlace(id, 0),
    store.listAnnotations(id),
    store.decideChanges({ cableId: id, changes: [], status: 'accepted' }, 'kay'),
  ])
    await expect(ask).rejects.toMatchObject({ code: 'not-found' });
});

test('a library leaves nothing but its one file when it is closed', async ({ folder }) => {
  const store = await storeWith(folder, { 'a.txt': 'x' });
  expect(existsSync(`${path(folder)}-wal`)).toBe(true);
  await store.close();
  expect(readdirSync(folder).toSorted()).toEqual(['files', 'test.cablewright']);
});

test('a folder is imported with all below it', async ({ folder }) => {
  const store = await storeWith(folder);
  mkdirSync(join(folder, 'box', 'a'), { recursive: true });
  writeFileSync(join(folder, 'box', 'a', 'x.txt'), 'x');
  writeFileSync(join(folder, 'box', 'y.md'), 'y');
  const report = await store.importFiles([join(folder, 'box')]);
  const files = await filesOf(store, report);
  expect(files.map((file) => file.outcome)).toEqual(['imported', 'imported']);
});

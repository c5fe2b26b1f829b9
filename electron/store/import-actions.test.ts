import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { setImmediate } from 'node:timers/promises';
import { Worker } from 'node:worker_threads';
import { expect } from 'vitest';
import { clean } from '../../domain/clean/clean.ts';
import { RULES } from '../../domain/clean/rules.ts';
import { cleaningPool } from '../import/cleaning-pool.ts';
import { test } from '../testing/folder.ts';
import { cleanBraces, fileIn, filesOf, idOf, storeWith, testStore } from '../testing/store.ts';
import { zipOf } from '../testing/zip.ts';
import { connect } from './database.ts';
import type { Store } from './face.ts';
import { sqliteStore } from './sqlite-store.ts';

const library = (folder: string) => join(folder, 'test.cablewright');

async function open(store: Store, folder: string, name = 'test') {
  const path = join(folder, `${name}.cablewright`);
  await store.create(path);
  await store.open(path);
  return path;
}

/** Writes many files below a folder and gives that. */
function many(folder: string, count: number): string {
  for (let at = 0; at < count; at += 1)
    fileIn(folder, `box/${at}.txt`, `Title Telegram ${at}\n{?SECRET }Text ${at} of {gone }many.`);
  return join(folder, 'files', 'box');
}

test('an import that was stopped goes on where it was, and each file is dealt with once', async ({
  folder,
}) => {
  const store = await storeWith(folder);
  const box = many(folder, 300);
  const first = store.importFiles([box]);
  while ((await store.state()).cables < 20) await setImmediate();
  expect(await store.unfinishedImport()).toBeNull();
  await store.cancelImport();
  const stopped = await first;
  expect(stopped).toMatchObject({ state: 'stopped', total: 300 });
  expect(await store.unfinishedImport()).toEqual(stopped);

  const report = await store.resumeImport(stopped.runId, 'miller');
  expect(report).toMatchObject({
    runId: stopped.runId,
    state: 'ended',
    total: 300,
    counts: { imported: 300, witness: 0, duplicate: 0, failed: 0 },
    first: stopped.first,
  });
  const files = await filesOf(store, report);
  expect(files.map(({ path }) => path)).toEqual(
    Array.from({ length: 300 }, (_, at) => join(box, `${at}.txt`)),
  );
  expect(await store.unfinishedImport()).toBeNull();
  await expect(store.resumeImport(stopped.runId, 'miller')).rejects.toMatchObject({
    code: 'bad-input',
  });
});

test('an import that was cut short with the program is offered when the library is opened again', async ({
  folder,
}) => {
  const store = await storeWith(folder);
  const box = many(folder, 200);
  const running = store.importFiles([box]);
  while ((await store.state()).cables < 20) await setImmediate();
  await store.close();
  const { counts } = await running;
  // So it stands in the library when the program was killed.
  const db = connect(library(folder), 'must-be-there');
  db.exec("UPDATE import_run SET state = 'running', total = NULL");
  db.close();

  const again = await storeWith(folder);
  const unfinished = await again.unfinishedImport();
  expect(unfinished).toMatchObject({ state: 'stopped', counts, total: null });
  const report = await again.resumeImport(unfinished?.runId ?? '', 'miller');
  expect(report.counts).toEqual({ imported: 200, witness: 0, duplicate: 0, failed: 0 });
  expect(await again.state()).toMatchObject({ cables: 200 });
});

test('an import that is let be is not offered again; its report stays', async ({ folder }) => {
  const store = await storeWith(folder);
  const running = store.importFiles([many(folder, 200)]);
  await store.cancelImport();
  const { runId } = await running;
  await store.abandonImport(runId);
  expect(await store.unfinishedImport()).toBeNull();
  const page = await store.importReport({ runId: null, offset: 0, limit: 0, outcome: null });
  expect(page?.report).toMatchObject({ runId, state: 'abandoned' });
});

test('what cleaning threads make ready is what this thread makes ready, in the same order', async ({
  folder,
}) => {
  const texts = Array.from({ length: 60 }, (_, at) =>
    at % 7 === 3
      ? ''
      : `${at}. Telegram ${at}\n\nSECRET\n\n44. Minister said~~XX~~ “no”. [Page ${at}]\nMore.`,
  );
  for (const [at, text] of texts.entries()) fileIn(folder, `box/${at}.txt`, text);
  const script = new URL('../import/cleaning-thread.ts', import.meta.url);
  const news = { progress: () => undefined, log: () => undefined };
  const stores = {
    here: testStore(clean),
    pool: sqliteStore({ clean, rules: RULES }, news, () =>
      cleaningPool(() => new Worker(script), 2),
    ),
  };
  const found = [];
  for (const [name, store] of Object.entries(stores)) {
    const path = await open(store, folder, name);
    await store.importFiles([join(folder, 'files', 'box')]);
    await store.close();
    found.push(contentOf(path));
  }
  expect(found[0]?.original).toHaveLength(51);
  expect(found[1]).toEqual(found[0]);
});

/** All that an import has written, without what differs each time: ids and times. */
function contentOf(path: string): Record<string, unknown[]> {
  const db = connect(path, 'must-be-there');
  const of = (table: string, columns: string) =>
    db.prepare(`SELECT ${columns} FROM ${table} ORDER BY cable_id, 1`).raw().all();
  const content = {
    original: of('original', 'sha256, file_name, encoding, bytes, text'),
    change: of('change', 'from_at, to_at, rule, insertion, certainty, status'),
    structure: of('structure', 'ordinal, type, from_at, to_at, label, note'),
    metadata: of('metadata', 'field, ordinal, value, evidence_from, evidence_to, rule'),
    sketch: of('witness_sketch', 'hashes'),
    reading: db.prepare('SELECT row, version, text FROM reading ORDER BY row').all(),
    line: db
      .prepare('SELECT row, title, number, date, proposals FROM cable_line ORDER BY row')
      .all(),
    file: db.prepare('SELECT ordinal, path, outcome, detail FROM import_file ORDER BY 1').all(),
  };
  db.close();
  return content;
}

test('other bytes from the same file are another witness, and touch nothing of the first', async ({
  folder,
}) => {
  const store = await storeWith(folder, { 'a.txt': 'Title Old\nThe first scan, badly read.' });
  const old = await idOf(store, 'a.txt');
  const ranges = [{ side: 'transcription' as const, from: 0, to: 5 }];
  await store.createAnnotation({ cableId: old, ranges, version: 0, tagIds: [], note: 'n' }, 'm');
  const before = [await store.openCable(old), await store.listAnnotations(old)];
  const ids = [old];
  for (const scan of ['second', 'third']) {
    const file = fileIn(folder, 'a.txt', `Title New\nThe ${scan} scan, better read.`);
    const [line] = await filesOf(store, await store.importFiles([file]));
    expect(line).toMatchObject({ outcome: 'witness', of: { cableId: old, title: 'Old' } });
    if (line?.outcome === 'witness') ids.push(line.cableId);
  }
  expect([await store.openCable(old), await store.listAnnotations(old)]).toEqual(before);
  const [, second, third] = ids;
  const seen = async (id = '') =>
    (await store.proposeWitnesses(id)).map(({ cableId, again }) => [cableId, again?.later]);
  expect(await seen(old)).toEqual([
    [third, true],
    [second, true],
  ]);
  expect(await seen(second)).toEqual([
    [third, true],
    [old, false],
  ]);
  // The first bytes again are what is there already.
  const back = fileIn(folder, 'a.txt', 'Title Old\nThe first scan, badly read.');
  expect(await filesOf(store, await store.importFiles([back]))).toMatchObject([
    { outcome: 'duplicate', cableId: old },
  ]);
});

test('the entries of an archive are documents, known by archive and name', async ({ folder }) => {
  const store = await storeWith(folder);
  const box = join(folder, 'files', 'box.zip');
  mkdirSync(dirname(box), { recursive: true });
  const entries = [
    { name: 'a.txt', content: 'Title A', packed: true },
    { name: '../b.txt', content: 'Title B' },
    { name: 'deep/c.txt', content: 'Title C' },
  ];
  writeFileSync(box, zipOf(entries));
  const report = await store.importFiles([dirname(box)]);
  expect(report).toMatchObject({ total: 3, counts: { imported: 2, failed: 1 } });
  expect((await filesOf(store, report)).map(({ path }) => path)).toEqual([
    join(box, 'a.txt'),
    `${box}/../b.txt`,
    join(box, 'deep/c.txt'),
  ]);
  writeFileSync(box, zipOf([{ name: 'a.txt', content: 'Title A, corrected' }]));
  const again = await store.importFiles([box]);
  expect(await filesOf(store, again)).toMatchObject([{ outcome: 'witness', of: { title: 'A' } }]);
});

test('what cleaning warns of, and what cannot be written, stands in the report', async ({
  folder,
}) => {
  const store = testStore((text) => {
    const found = cleanBraces(text);
    const warnings = [{ code: 'x', message: 'Look at it by hand.', from: 0, to: 1 }];
    if (text.includes('twice')) return { ...found, changes: [...found.changes, ...found.changes] };
    return { ...found, warnings };
  });
  await open(store, folder);
  const names = ['a.txt', 'b.txt', 'c.txt'];
  const texts = ['a', '{?twice}', 'c'];
  const report = await store.importFiles(
    names.map((name, at) => fileIn(folder, name, texts[at] ?? '')),
  );
  expect(await filesOf(store, report)).toMatchObject([
    { outcome: 'imported', warnings: ['Look at it by hand.'] },
    { outcome: 'failed', failure: { code: 'unexpected' } },
    { outcome: 'imported', warnings: ['Look at it by hand.'] },
  ]);
  expect(await store.state()).toMatchObject({ cables: 2 });
});

test('a report is read in stretches, of all lines or of those with one outcome', async ({
  folder,
}) => {
  const store = await storeWith(folder);
  const paths = Array.from({ length: 30 }, (_, at) =>
    fileIn(folder, `${at}.txt`, at % 3 === 0 ? '' : `Text ${at}`),
  );
  const { runId } = await store.importFiles(paths);
  const ask = async (offset: number, limit: number, outcome: 'imported' | 'failed' | null) =>
    (await store.importReport({ runId, offset, limit, outcome }))?.files.map(({ path }) => path);
  expect(await ask(10, 5, null)).toEqual(paths.slice(10, 15));
  expect(await ask(2, 3, 'failed')).toEqual([paths[6], paths[9], paths[12]]);
  expect(await ask(18, 5, 'imported')).toEqual([paths[28], paths[29]]);
});

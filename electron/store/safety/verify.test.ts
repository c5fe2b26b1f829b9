import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect } from 'vitest';
import type { Check, CheckResult } from '../../../domain/safety/verify.ts';
import { vocabularyOf } from '../../testing/vocabulary.ts';
import { test } from '../../testing/folder.ts';
import { idOf, storeWith } from '../../testing/store.ts';
import { connect } from '../database.ts';
import { NEWEST } from '../migrate.ts';
import { prove } from './proving.ts';
import { verifyFile } from './verify.ts';

const watching = () => ({ progress: () => undefined, signal: new AbortController().signal });

/** A small library that has something of everything, at rest. */
async function library(folder: string): Promise<string> {
  const store = await storeWith(folder, {
    'a.txt':
      'No. 12\nTitle A meeting\nDate 1962-11-19\n{x} The quarantine 🚢 was lifted ʼʼ today. {?y} End.',
    'b.txt': 'Title Another\nThe embassy reports the same of {a=an} event.',
  });
  const cableId = await idOf(store, 'a.txt');
  const tags = await vocabularyOf(store, 'Cuba Events<Cuba');
  const { version } = await store.openCable(cableId);
  const { text } = await store.readCable(cableId);
  const from = text.indexOf('quarantine');
  const ranges = [{ side: 'transcription' as const, from, to: from + 10 }];
  await store.createAnnotation(
    { cableId, version, ranges, tagIds: [tags.Cuba], note: 'Lifted *today*' },
    'miller',
  );
  await store.close();
  return join(folder, 'test.cablewright');
}

/** Changes a library behind the program's back, as no disk would; its seal goes with that. */
function tamper(path: string, sql: string): void {
  const db = connect(path, 'must-be-there');
  db.unsafeMode(true);
  db.pragma('foreign_keys = OFF');
  db.exec(sql);
  db.close();
}

/** The checks that have found something. */
function failing(checks: readonly CheckResult[]): Check[] {
  return checks.filter(({ faults }) => faults > 0).map(({ check }) => check);
}

/** Proves a library in this thread. */
function proven(path: string): CheckResult[] {
  const checks: CheckResult[] = [];
  const news = { progress: () => undefined, checked: (check: CheckResult) => checks.push(check) };
  prove({ path, unsealed: null, form: NEWEST }, news);
  return checks;
}

test('a library that is whole is sound, and nothing is written or left behind', async ({
  folder,
}) => {
  const path = await library(folder);
  const before = readFileSync(path);
  const report = await verifyFile(path, watching());
  expect(report?.checks.flatMap(({ named }) => named)).toEqual([]);
  expect(report).toMatchObject({ sound: true, cables: 2, annotations: 1 });
  expect(report?.checks.map(({ check, looked, remark }) => [check, looked > 0, remark])).toEqual([
    ['seal', true, ''],
    ['integrity', true, ''],
    ['foreign-keys', true, ''],
    ['originals', true, ''],
    ['transcriptions', true, ''],
    ['annotations', true, ''],
    ['index', true, ''],
    ['journal', true, ''],
  ]);
  expect(readFileSync(path).equals(before)).toBe(true);
  expect(readdirSync(folder).toSorted()).toEqual(['files', 'test.cablewright']);
});

const DROP = 'DROP TRIGGER original_never_changes; DROP TRIGGER journal_never_changes;';

test.for<[string, string, Check[]]>([
  [
    'the bytes of an original',
    `${DROP} UPDATE original SET bytes = CAST('x' || bytes AS BLOB)`,
    ['originals'],
  ],
  [
    'the text of an original',
    `${DROP} UPDATE original SET text = replace(text, 'lifted', 'listed')`,
    ['originals', 'transcriptions', 'index'],
  ],
  [
    'a decision',
    "UPDATE change SET status = 'rejected' WHERE status = 'accepted'",
    ['transcriptions', 'annotations', 'index'],
  ],
  [
    'what a change puts',
    "UPDATE change SET insertion = 'any' WHERE insertion = 'an'",
    ['transcriptions', 'index'],
  ],
  ['a quote', "UPDATE annotation_target SET exact = 'quarantinf'", ['annotations']],
  ['a place', 'UPDATE annotation_target SET from_at = from_at - 1', ['annotations']],
  ['the version of a place', 'UPDATE annotation_target SET version = 7', ['annotations']],
  ['a note', "UPDATE annotation SET note = 'Listed *today*'", ['index']],
  ['a note that is not in the index', 'DELETE FROM noted_annotation', ['index']],
  ['a field', "UPDATE metadata SET value = 'A greeting' WHERE value = 'A meeting'", ['index']],
  ['a title in the list', "UPDATE cable_line SET title = 'A greeting'", ['index']],
  ['what a cable is counted by', 'UPDATE cable_facet SET date = 0', ['index']],
  ['the words of the index', 'DELETE FROM cable_index WHERE rowid = 2', ['index']],
  ['the reading', "UPDATE reading SET text = replace(text, 'same', 'sane')", ['transcriptions']],
  [
    'a list of values',
    "UPDATE facet_list SET list = '[\"1962-11-18\"]' WHERE facet = 'date'",
    ['index'],
  ],
  ['a tag that is gone', "DELETE FROM tag WHERE name = 'Cuba'", ['foreign-keys']],
  [
    'the journal',
    `${DROP} UPDATE journal SET forward = replace(forward, 'type', 'tipe')`,
    ['journal'],
  ],
])('it is found where somebody changes %s', async ([, sql, checks], { folder }) => {
  const path = await library(folder);
  tamper(path, sql);
  expect(failing(proven(path))).toEqual(checks);
});

test('what is no database at all is told, and what was not looked at', async ({ folder }) => {
  const path = join(folder, 'x.cablewright');
  writeFileSync(path, 'This is a text.'.repeat(1000));
  const report = await verifyFile(path, watching());
  expect(report?.sound).toBe(false);
  expect(failing(report?.checks ?? [])).toEqual(['integrity']);
  expect(report?.checks.filter(({ looked }) => looked > 0)).toEqual([]);
});

test('a library that is open is proven as it is, while it is being worked on', async ({
  folder,
}) => {
  await library(folder);
  const store = await storeWith(folder);
  const proving = store.verify();
  await store.createTag({ name: 'Meanwhile' }, 'miller');
  expect(await proving).toMatchObject({ sound: true, cables: 2, annotations: 1 });
  expect((await store.listTags()).map(({ tag }) => tag.name)).toContain('Meanwhile');
});

test('a proof can be stopped', async ({ folder }) => {
  const path = await library(folder);
  const stop = new AbortController();
  const proving = verifyFile(path, { progress: () => undefined, signal: stop.signal });
  stop.abort();
  expect(await proving).toBeNull();
});

test('a check that hangs is broken off, and what is not known to be sound is not called so', async ({
  folder,
}) => {
  const report = await verifyFile(await library(folder), watching(), 1);
  expect(report).toMatchObject({ sound: false });
  expect(report?.checks).toHaveLength(8);
  expect(report?.checks.flatMap(({ named }) => named)).toMatchObject([
    { check: 'seal', message: expect.stringMatching(/did not come to its end/u) as string },
  ]);
});

test('a library that is being written into is not taken for damaged', async ({ folder }) => {
  const path = await library(folder);
  const store = await storeWith(folder);
  await store.createTag({ name: 'Berlin' }, 'miller');
  const report = await verifyFile(path, watching());
  expect(report).toMatchObject({ sound: true });
  expect(report?.checks[0]).toMatchObject({ check: 'seal', looked: 0 });
  expect(report?.checks[0]?.remark).toMatch(/is open/u);
});

test.for([
  ['original', /the originals \(original\)/u],
  ['annotation_target', /the annotations \(annotation_target\)/u],
  ['cable_index_data', /the index of the search \(cable_index_data\)/u],
  ['sqlite_schema', /what the file says of its tables/u],
] as const)(
  'the seal tells what a damaged page belongs to: %s',
  async ([table, words], { folder }) => {
    const path = await library(folder);
    const db = connect(path, 'must-be-there');
    const page = Number(
      db.prepare('SELECT max(pageno) FROM dbstat WHERE name = ?').pluck().get(table),
    );
    db.close();
    const bytes = readFileSync(path);
    // The last byte but some of a page: part of a row, or of what is free on it.
    bytes.writeUInt8(bytes.readUInt8(page * 4096 - 9) ^ 1, page * 4096 - 9);
    writeFileSync(path, bytes);
    const [seal] = proven(path);
    expect(seal?.faults).toBe(1);
    expect(seal?.named[0]?.message).toMatch(words);
    expect(seal?.named[0]?.message).toContain(`Page ${page} of the file`);
  },
);

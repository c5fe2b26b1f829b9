import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect } from 'vitest';
import { clean } from '../../domain/clean/clean.ts';
import { test } from '../testing/folder.ts';
import { fileIn, testStore } from '../testing/store.ts';
import { connect } from './database.ts';
import { migrate } from './migrate.ts';

const CABLE = '0195a000-0000-7000-8000-000000000001';
const VOLUME = join(import.meta.dirname, '../tei/fixtures/frus1958-60v99.xml');

test('an original from before there were editions is plain text, and still refuses to change', ({
  folder,
}) => {
  const path = join(folder, 'old.cablewright');
  const db = connect(path, 'make');
  migrate(db, path, 10);
  db.exec(
    `INSERT INTO cable (id, imported_at) VALUES ('${CABLE}', '2026-01-02T03:04:05.678Z');
     INSERT INTO original VALUES ('${CABLE}', '${'0'.repeat(64)}', 'a.txt', 'utf-8', x'41', 'A');`,
  );
  migrate(db, path, 11);
  expect(db.prepare('SELECT format, text FROM original').all()).toEqual([
    { format: 'text', text: 'A' },
  ]);
  for (const change of ["format = 'tei'", "text = 'x'"])
    expect(() => db.exec(`UPDATE original SET ${change}`)).toThrow('never changed');
  db.close();
});

test('an edition stands once for all its documents, and a cable can have one at most', async ({
  folder,
}) => {
  const store = testStore(clean);
  const path = join(folder, 'test.cablewright');
  await store.create(path);
  await store.open(path);
  const file = fileIn(folder, 'v.xml', readFileSync(VOLUME));
  await store.importFiles([file]);
  await store.close();
  const db = connect(path, 'must-be-there');
  const count = (table: string) => db.prepare(`SELECT count(*) AS n FROM ${table}`).get();
  expect([count('edition'), count('cable_edition'), count('edition_name')]).toEqual([
    ...[{ n: 1 }, { n: 5 }, { n: 7 }],
  ]);
  expect(() => db.exec('INSERT INTO cable_edition SELECT * FROM cable_edition LIMIT 1')).toThrow(
    'UNIQUE',
  );
  expect(() => db.exec("UPDATE original SET format = 'text'")).toThrow('never changed');
  db.close();
});

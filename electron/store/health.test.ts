import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect } from 'vitest';
import { test } from '../testing/folder.ts';
import { storeWith } from '../testing/store.ts';
import { connect } from './database.ts';
import { CHECKED_WHOLE, isSound } from './health.ts';

/** A library in which the first page of one table is damaged. */
async function damagedAt(folder: string, table: string) {
  await (await storeWith(folder, { 'a.txt': 'No. 1\n{x}' })).close();
  const path = join(folder, 'test.cablewright');
  const db = connect(path, 'must-be-there');
  const root = db
    .prepare<[string], { rootpage: number }>('SELECT rootpage FROM sqlite_schema WHERE name = ?')
    .get(table);
  db.close();
  const bytes = readFileSync(path);
  bytes.fill(0xa5, 4096 * ((root?.rootpage ?? 0) - 1), 4096 * (root?.rootpage ?? 0));
  writeFileSync(path, bytes);
  return connect(path, 'must-be-there');
}

test.for([
  ['original', CHECKED_WHOLE, true, false],
  ['journal', CHECKED_WHOLE, true, false],
  ['original', CHECKED_WHOLE + 1, false, false],
  ['journal', CHECKED_WHOLE + 1, true, false],
  ['annotation', CHECKED_WHOLE + 1, true, false],
  ['change', CHECKED_WHOLE + 1, true, true],
] as const)(
  'damage in %s, at %d bytes, closed: %s',
  async ([table, size, closed, sound], { folder }) => {
    const db = await damagedAt(folder, table);
    expect(sounds(() => isSound(db, size, closed))).toBe(sound);
    db.close();
  },
);

test('a sound library is sound at any size', async ({ folder }) => {
  await (await storeWith(folder, { 'a.txt': 'x' })).close();
  const db = connect(join(folder, 'test.cablewright'), 'must-be-there');
  expect(isSound(db, CHECKED_WHOLE, true) && isSound(db, CHECKED_WHOLE + 1, true)).toBe(true);
  db.close();
});

/** SQLite either names the damage or throws when it meets it. */
function sounds(check: () => boolean): boolean {
  try {
    return check();
  } catch {
    return false;
  }
}

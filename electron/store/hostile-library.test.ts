import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { constants, deflateRawSync } from 'node:zlib';
import { expect } from 'vitest';
import { editingOf } from '../testing/editing.ts';
import { test } from '../testing/folder.ts';
import { testStore } from '../testing/store.ts';
import { connect, pragma } from './database.ts';
import { createLibrary, openLibrary } from './library-file.ts';

test('a library is opened so that its schema can do nothing but hold it', ({ folder }) => {
  const path = join(folder, 'a.cablewright');
  createLibrary(path);
  const db = openLibrary(path, () => {});
  expect(pragma(db, 'trusted_schema')).toBe(0);
  expect(pragma(db, 'cell_size_check')).toBe(1);
  // SQLite's own defence: its tables of the schema cannot be written by statements.
  db.pragma('writable_schema = ON');
  expect(() => db.exec("UPDATE sqlite_schema SET sql = ''")).toThrow('may not be modified');
  db.close();
});

test.for(['../../elsewhere', '/tmp/elsewhere', '\0', ''])(
  'a library that calls itself %j is none: its backups would lie there',
  async (name, { folder }) => {
    const path = join(folder, 'a.cablewright');
    createLibrary(path);
    const db = connect(path, 'must-be-there');
    db.prepare('UPDATE library SET id = ?').run(name);
    db.close();
    await expect(testStore().open(path)).rejects.toMatchObject({
      ...{ code: 'library-damaged', message: expect.stringContaining('which one it is') as string },
    });
    expect(readdirSync(folder)).toEqual(['a.cablewright']);
  },
);

/** Some hundred bytes a MiB that unpack to so many MiB (RFC 1951: blocks follow each other until the last one). */
function bomb(mebibytes: number): Buffer {
  const part = deflateRawSync(Buffer.alloc(1024 ** 2), { finishFlush: constants.Z_FULL_FLUSH });
  return Buffer.concat([...Array<Buffer>(mebibytes).fill(part), deflateRawSync('')]);
}

test('a revision that unpacks to what would fill the memory is not unpacked', async ({
  folder,
}) => {
  const { store, cableId, type } = await editingOf(folder, 'Rusk told him.');
  await type('Rusk', 'Dean Rusk');
  const [, first] = await store.listRevisions(cableId);
  await store.close();
  const path = join(folder, 'test.cablewright');
  const db = connect(path, 'must-be-there');
  const triggers = db.prepare("SELECT name FROM sqlite_schema WHERE type = 'trigger'").pluck();
  for (const name of triggers.all()) db.exec(`DROP TRIGGER "${String(name)}"`);
  db.prepare('UPDATE revision SET state = ?').run(bomb(300));
  db.close();
  const again = testStore();
  await again.open(path);
  await expect(again.readRevision({ cableId, id: first?.id ?? '' })).rejects.toMatchObject({
    ...{
      code: 'library-damaged',
      message: expect.stringContaining('cannot be unpacked') as string,
    },
  });
});

import { join } from 'node:path';
import { expect } from 'vitest';
import { FailureError } from '../../domain/failure.ts';
import { test } from '../testing/folder.ts';
import { cleanBraces, storeWith } from '../testing/store.ts';
import { connect, transact } from './database.ts';
import { explain } from './failures.ts';
import { openLibrary } from './library-file.ts';
import { libraryOf } from './library.ts';
import { sha256Of } from './originals.ts';

function thrown(work: () => unknown): unknown {
  try {
    work();
  } catch (error) {
    return error;
  }
  throw new Error('nothing was thrown');
}

test('a full disk is told as such, and nothing that was there is touched', async ({ folder }) => {
  const path = join(folder, 'test.cablewright');
  await (await storeWith(folder, { 'a.txt': 'the first' })).close();
  const db = openLibrary(path, () => undefined);
  const { cables } = libraryOf(db, path);
  // SQLite gives the same SQLITE_FULL when a file may not grow as when the disk is full.
  db.pragma(`max_page_count = ${String(db.pragma('page_count', { simple: true }))}`);
  const text = 'a second, much longer one '.repeat(5_000);
  const original = {
    ...{
      bytes: Buffer.from(text),
      text,
      fileName: 'b.txt',
      encoding: 'utf-8' as const,
      format: 'text' as const,
    },
    sha256: sha256Of(Buffer.from(text)),
  };
  const id = '0195a000-0000-7000-8000-000000000001';
  const error = thrown(() =>
    transact(db, () => {
      cables.add(id, new Date().toISOString(), original, cleanBraces(text), text);
    }),
  );
  expect(explain(error, path)).toMatchObject({
    code: 'disk-full',
    message: expect.stringMatching(
      /no room left on the disk for the library .*Make room/u,
    ) as string,
  });
  expect([...cables.names()]).toMatchObject([{ title: 'a.txt' }]);
  expect(db.pragma('integrity_check', { simple: true })).toBe('ok');
  db.close();
});

test('an error of SQLite that tells the reader nothing stays what it is', ({ folder }) => {
  const db = connect(join(folder, 'x'), 'make');
  const error = thrown(() => db.exec("SELECT RAISE(ABORT, 'x')"));
  expect(explain(error, 'x')).toBe(error);
  db.close();
});

test('an error that is not of SQLite stays what it is', () => {
  const error = new FailureError('busy', 'Not now.');
  expect(explain(error, 'x')).toBe(error);
});

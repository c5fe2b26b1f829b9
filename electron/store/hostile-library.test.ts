import { join } from 'node:path';
import { expect } from 'vitest';
import { test } from '../testing/folder.ts';
import { pragma } from './database.ts';
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

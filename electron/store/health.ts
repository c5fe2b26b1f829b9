import { pragma, type Database } from './database.ts';

/**
 * Up to this size a library is checked whole whenever it is opened, in bytes (256 MiB). SQLite checks
 * some 350 MiB a second, so that takes less than a second.
 */
export const CHECKED_WHOLE = 256 * 1024 * 1024;

/**
 * The tables that make up nearly all of a large library: originals, which have a SHA-256 that is checked
 * whenever one is read, what cleaning found in them, and what is derived from all of it for search and
 * can be made anew.
 */
const LARGE_TABLES =
  /^(?:original|change|structure|metadata|reading|cable_line|cable_facet|witness_sketch|reference|called|import_\w+|cable_index\w*)$/u;

/**
 * Whether SQLite finds nothing wrong with a library. Of a larger one only the tables with the work of
 * readers are checked, unless it was not closed properly (`closed`); damage elsewhere is then told
 * when it is met. `size` is that of the file, in bytes.
 */
export function isSound(db: Database, size: number, closed: boolean): boolean {
  if (size <= CHECKED_WHOLE || !closed) return pragma(db, 'quick_check(1)') === 'ok';
  const tables = db.prepare<[], { name: string }>(
    "SELECT name FROM sqlite_schema WHERE type = 'table'",
  );
  return tables
    .all()
    .filter(({ name }) => !LARGE_TABLES.test(name) && !name.startsWith('sqlite_'))
    .every(({ name }) => pragma(db, `quick_check(${name})`) === 'ok');
}

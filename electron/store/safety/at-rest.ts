import { closeSync, openSync, renameSync } from 'node:fs';
import { v7 as newId } from 'uuid';
import type { Database } from '../database.ts';
import { pragma } from '../database.ts';
import { checkSealIn, writeSeal, type SealFinding } from './seal.ts';
import { underneath } from './underneath.ts';
import { traceOf } from '../../trace.ts';

/** How long sealing may keep a library from closing, in milliseconds; where it would take longer there is no seal. */
const PATIENCE = 4_000;

/**
 * The file of each open library, beside its connection. On POSIX systems closing any handle of a file lifts
 * every lock that the process has on it, SQLite's among them: so there is one handle, and it is closed after
 * the connection.
 */
const files = new WeakMap<Database, number>();

/** Keeps a handle of the file of a library that is being opened; it is let go of by `closeAtRest`. */
export function holdFile(db: Database, file: number): void {
  files.set(db, file);
}

/** The handle of the file of an open library. */
export function fileOf(db: Database): number | null {
  return files.get(db) ?? null;
}

/** Closes a library: brings all that waits in the log beside it into its file, and seals that. */
export function closeAtRest(db: Database, log: (sentence: string) => void): void {
  const file = fileOf(db);
  try {
    if (file !== null && isWhole(db)) writeSeal(file, PATIENCE);
  } catch (error) {
    // Without a seal it is as whole as with one.
    log(`The library could not be sealed: ${traceOf(error)}`);
  }
  closeAsItIs(db);
}

/** Closes a library without a seal: nobody says that it is whole. */
export function closeAsItIs(db: Database): void {
  const file = fileOf(db);
  try {
    db.close();
  } finally {
    files.delete(db);
    if (file !== null) closeSync(file);
  }
}

/**
 * Closes a library in whose file another program has written: what waits in the log beside it must not be brought
 * into that. SQLite lets both be where a file is not where it was opened. A system that gives no other name to an
 * open file (Windows) refuses that: then the connection stays until the program ends, and writes nothing.
 */
export function closeUntouched(db: Database, path: string): void {
  const aside = `${path}.${newId()}.aside`;
  renameSync(path, aside);
  try {
    closeAsItIs(db);
  } finally {
    renameSync(aside, path);
  }
}

/** Opens the file of a library to be held while it is open. */
export function openFile(path: string): number {
  return openSync(path, 'r+');
}

/** Brings the log beside a library into its file; false where that cannot be done now. */
export function isWhole(db: Database): boolean {
  if (db.inTransaction) return false;
  const [told] = db.pragma('wal_checkpoint(TRUNCATE)') as { busy: number }[];
  underneath(db)?.wasWritten();
  return told?.busy === 0;
}

/**
 * What the seal of a library that is being opened says: `unknown` where it has none that speaks of it as it is.
 * Pages that hold nothing at present harm nobody: then `log` hears of it, and the next seal is right again.
 */
export function stateAtRest(
  db: Database,
  log: (sentence: string) => void,
): 'whole' | 'broken' | 'unknown' {
  const file = fileOf(db);
  const found: SealFinding = file === null ? { state: 'none' } : checkSealIn(file);
  if (found.state === 'unreadable') log('The seal of the library is damaged; it is written anew.');
  if (found.state === 'whole') return 'whole';
  if (found.state !== 'broken') return 'unknown';
  if (pragma(db, 'quick_check(1)') !== 'ok' || isUsed(db, found.wrong)) return 'broken';
  log(`Pages of the library that hold nothing are damaged: ${found.wrong.join(', ')}.`);
  return 'unknown';
}

/** Whether anything stands on one of these pages. */
function isUsed(db: Database, pages: readonly number[]): boolean {
  const used = db.prepare<[string], number>(
    'SELECT count(*) FROM dbstat WHERE pageno IN (SELECT value FROM json_each(?))',
  );
  return pages.includes(1) || used.pluck().get(JSON.stringify(pages)) !== 0;
}

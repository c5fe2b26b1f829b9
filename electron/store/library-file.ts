import {
  accessSync,
  closeSync,
  constants,
  existsSync,
  renameSync,
  rmSync,
  statSync,
} from 'node:fs';
import { dirname } from 'node:path';
import { v7 as newId } from 'uuid';
import { fail } from '../../domain/failure.ts';
import { codeOf } from '../error-code.ts';
import { connect, type Database } from './database.ts';
import { damaged, explain } from './failures.ts';
import { foundAt, mayNotBeRead } from './found-file.ts';
import { readHeader } from './header.ts';
import { CHECKED_WHOLE, isSound } from './health.ts';
import { APPLICATION_ID, copyBeforeMigration, migrate, migrationOf, NEWEST } from './migrate.ts';
import { closeAsItIs, fileOf, holdFile, stateAtRest, openFile } from './safety/at-rest.ts';
import { checkSeal, cutSeal } from './safety/seal.ts';
import { watchFile } from './safety/underneath.ts';

/**
 * Makes a new, empty library in the file `path`, where there must be none. It is built beside and
 * then renamed, so that there is never half a library. What fails is told of `told`, where `path` is a draft of that.
 */
export function createLibrary(path: string, told: string = path): void {
  if (existsSync(path))
    fail(
      'bad-input',
      `There is a file ${path} already. Choose another name: nothing is written over.`,
    );
  const beside = `${path}.new`;
  try {
    rmSync(beside, { force: true });
  } catch (error) {
    throw explain(refusedByFolder(error, told), told);
  }
  try {
    const db = connect(beside, 'make');
    try {
      migrate(db, beside);
      db.prepare('INSERT INTO library (one, id, created_at) VALUES (1, ?, ?)').run(
        newId(),
        new Date().toISOString(),
      );
    } finally {
      db.close();
    }
    renameSync(beside, path);
  } catch (error) {
    rmSync(beside, { force: true });
    throw explain(refusedByFolder(error, told), told);
  }
}

/**
 * Opens the library in `path`, migrated to today's form. Whatever is no library, is damaged, from the
 * future, in use or not writable is refused with a sentence and left as it is.
 */
export function openLibrary(path: string, log: (sentence: string) => void): Database {
  refuseForeignFile(path);
  const file = refuseReadOnly(path);
  const { size } = statSync(path);
  // The log beside a library goes when it is closed; one that is there tells of a crash.
  const closed = !existsSync(`${path}-wal`);
  let db: Database | null = null;
  try {
    db = connected(path, file);
    const rest = closed && size <= CHECKED_WHOLE ? stateAtRest(db, log) : 'unknown';
    if (rest === 'broken' || (rest === 'unknown' && !isSound(db, size, closed)))
      fail('library-damaged', damaged(path));
    if (closed && cutSeal(file)) {
      // SQLite has seen how long the file was.
      db.close();
      db = connected(path, file);
    }
    bringUpToDate(db, path, log);
    db.pragma('journal_mode = WAL');
    watchFile(db, path, fileOf(db) ?? file);
    return db;
  } catch (error) {
    if (db) closeAsItIs(db);
    else closeSync(file);
    throw explain(error, path);
  }
}

/** A connection to a library that nobody else can open from here on. */
function connected(path: string, file: number): Database {
  const db = connect(path, 'must-be-there');
  holdFile(db, file);
  try {
    configure(db);
    // The first that is read takes the lock.
    migrationOf(db);
    return db;
  } catch (error) {
    db.close();
    throw error;
  }
}

/** Refuses by the header alone, before SQLite has opened anything, what cannot be a library for us. */
function refuseForeignFile(path: string): void {
  const found = foundAt(path);
  if (!found)
    fail(
      'file-missing',
      `There is no library ${path}. If it was moved, open it from where it lies now.`,
    );
  if (!found.isFile()) notALibrary(path);
  let header;
  try {
    header = readHeader(path);
  } catch {
    return mayNotBeRead(path);
  }
  if (header?.applicationId === APPLICATION_ID && header.migration <= NEWEST) return;
  // What has the seal of a library is one; where its header says otherwise, that is damaged.
  if (checkSeal(path).state === 'broken') fail('library-damaged', damaged(path));
  if (header?.applicationId !== APPLICATION_ID) return notALibrary(path);
  refuseFuture(header.migration, path);
}

function notALibrary(path: string): never {
  return fail('not-a-library', `${path} is not a library of Cablewright. It was left as it is.`);
}

function refuseFuture(migration: number, path: string): void {
  if (migration > NEWEST)
    fail(
      'library-from-future',
      `The library ${path} was written by a newer Cablewright (form ${migration}; this one knows forms up to ${NEWEST}). It was left as it is. Open it with the newer one.`,
    );
}

/** SQLite's own words for this are misleading, and come late: with the first write. Gives the file, opened. */
function refuseReadOnly(path: string): number {
  try {
    accessSync(dirname(path), constants.W_OK);
    return openFile(path);
  } catch {
    return fail(
      'no-permission',
      `The library ${path} may only be read, or its folder may not be written to. Change their permissions, or copy the library to a folder of your own.`,
    );
  }
}

/**
 * One connection, one process: the exclusive lock keeps a second Cablewright (or any other program)
 * from opening the file while it is open here; the system lifts it even when the program crashes.
 * `synchronous = FULL`: what has been answered is on disk.
 */
function configure(db: Database): void {
  db.pragma('locking_mode = EXCLUSIVE');
  db.pragma('synchronous = FULL');
  db.pragma('foreign_keys = ON');
  // So that the triggers that protect originals also see rows deleted by a REPLACE.
  db.pragma('recursive_triggers = ON');
  // A library may come by mail: its schema may call no function with side effects.
  db.pragma('trusted_schema = OFF');
  db.pragma('cell_size_check = ON');
  // 32 MiB: actions on a whole library touch many pages in one transaction.
  db.pragma('cache_size = -32768');
}

function bringUpToDate(db: Database, path: string, log: (sentence: string) => void): void {
  // The header on disk may be older than the write-ahead log beside it, so look again.
  const migration = migrationOf(db);
  refuseFuture(migration, path);
  if (migration === NEWEST) return;
  const copy = copyBeforeMigration(db, path);
  log(`Migrating ${path} from form ${migration} to ${NEWEST}; it was copied to ${copy} before.`);
  migrate(db, path);
}

/** Node's errors for a missing or forbidden folder, in a sentence. */
function refusedByFolder(error: unknown, path: string): unknown {
  if (error instanceof TypeError && error.message.includes('directory does not exist'))
    return fail(
      'file-missing',
      `The folder ${dirname(path)} is not there. Choose another one for the new library.`,
    );
  if (codeOf(error) === 'ENAMETOOLONG')
    return fail('bad-input', `The name ${path} is too long. Choose a shorter one.`);
  return error;
}

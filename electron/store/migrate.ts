import { existsSync, rmSync } from 'node:fs';
import { LIBRARY_EXTENSION } from '../../domain/library/extension.ts';
import { fail } from '../../domain/failure.ts';
import { pragma, transact, type Database } from './database.ts';
import { damaged } from './failures.ts';
import { migrations } from './migrations/index.ts';
import { writingFailure } from '../write-file.ts';
import { settleFile } from './safety/writing.ts';

/** "CBLW": the mark in an SQLite file's header that says it is a library of Cablewright. */
export const APPLICATION_ID = 0x43_42_4c_57;

/** The number of the newest migration: what a library of today has been through. */
export const NEWEST = migrations.length;

/** The number of the last migration a library has been through. */
export function migrationOf(db: Database): number {
  return Number(pragma(db, 'user_version'));
}

/**
 * Leads a library through the migrations it has not been through yet, up to number `to`. Each runs
 * in one transaction of its own, with a check of all foreign keys at its end.
 */
export function migrate(db: Database, path: string, to: number = NEWEST): void {
  // SQLite heeds this pragma only outside a transaction; a migration may rebuild a table others refer to.
  db.pragma('foreign_keys = OFF');
  for (let number = migrationOf(db) + 1; number <= to; number += 1)
    transact(db, () => {
      db.exec(migrations[number - 1] ?? '');
      const broken = db.pragma('foreign_key_check');
      if (Array.isArray(broken) && broken.length > 0) fail('library-damaged', damaged(path));
      db.pragma(`application_id = ${APPLICATION_ID}`);
      db.pragma(`user_version = ${number}`);
    });
  db.pragma('foreign_keys = ON');
}

/**
 * Copies a library as it is now to a file beside it, whole and on disk when this returns.
 * @returns the copy's path: `NAME.before-migration-N.cablewright`, where N is the migration to come
 */
export function copyBeforeMigration(db: Database, path: string): string {
  const copy = freePath(path, migrationOf(db) + 1);
  try {
    db.prepare('VACUUM INTO ?').run(copy);
    settleFile(copy);
  } catch (error) {
    // A full disk: half a copy helps nobody.
    for (const end of ['', '-journal']) rmSync(copy + end, { force: true });
    throw writingFailure(error, copy);
  }
  return copy;
}

/** A path no file has yet: an earlier copy is never written over. */
function freePath(path: string, number: number): string {
  const ending = `.${LIBRARY_EXTENSION}`;
  const stem = path.endsWith(ending) ? path.slice(0, -ending.length) : path;
  const first = `${stem}.before-migration-${number}`;
  let free = `${first}${ending}`;
  for (let again = 2; existsSync(free); again += 1) free = `${first}-${again}${ending}`;
  return free;
}

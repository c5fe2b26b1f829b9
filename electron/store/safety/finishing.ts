import { createHash } from 'node:crypto';
import { closeSync, fsyncSync, openSync, readSync } from 'node:fs';
import { fail } from '../../../domain/failure.ts';
import { connect, pragma, type Database } from '../database.ts';
import { writeSeal } from './seal.ts';

/** A copy of a library that was read again, found whole, sealed, and brought to the disk. */
export interface Finished {
  readonly size: number;
  readonly sha256: string;
  readonly cables: number;
  readonly annotations: number;
  /** The number of its last migration. */
  readonly form: number;
  readonly state: string;
}

/** Reads a copy that was just written again from the disk; fails where SQLite does not find it whole. */
export function finishCopy(path: string): Finished {
  const db = connect(path, 'must-be-there');
  let found;
  try {
    db.pragma('cell_size_check = ON');
    if (pragma(db, 'integrity_check(1)') !== 'ok')
      fail('library-damaged', `The copy ${path} was not written as it should be. Check the disk.`);
    found = {
      cables: numberIn(db, 'SELECT count(*) FROM cable_line WHERE discarded = 0'),
      annotations: numberIn(
        db,
        `SELECT count(*) FROM annotation
          WHERE cable_id NOT IN (SELECT cable_id FROM discarded_cable)`,
      ),
      form: Number(pragma(db, 'user_version')),
      state: stateMark(db),
    };
  } finally {
    db.close();
  }
  const file = openSync(path, 'r+');
  try {
    writeSeal(file, Infinity);
    fsyncSync(file);
  } finally {
    closeSync(file);
  }
  return { ...found, ...digestOf(path) };
}

/**
 * Names the last of what a library holds: its last action, cable and import. It changes whenever they do, and
 * another action in the place of the same number (after a backup was restored) has another name.
 */
export function stateMark(db: Database): string {
  const last = (table: string, column: string) =>
    numberIn(db, `SELECT coalesce(max(${column}), 0) FROM ${table}`);
  const action = db
    .prepare<[], string>("SELECT sequence || ':' || id FROM journal ORDER BY sequence DESC LIMIT 1")
    .pluck()
    .get();
  return [action ?? '0', last('cable_line', 'row'), last('import_run', 'run')].join(' ');
}

/** The SHA-256 of a file, in hexadecimal, and its size in bytes. */
export function digestOf(path: string): { readonly size: number; readonly sha256: string } {
  const hash = createHash('sha256');
  const slice = Buffer.alloc(4 * 1024 * 1024);
  let size = 0;
  const file = openSync(path, 'r');
  try {
    for (;;) {
      const read = readSync(file, slice, 0, slice.length, size);
      if (read === 0) return { size, sha256: hash.digest('hex') };
      hash.update(slice.subarray(0, read));
      size += read;
    }
  } finally {
    closeSync(file);
  }
}

function numberIn(db: Database, query: string): number {
  return Number(db.prepare(query).pluck().get());
}

import { copyFile } from 'node:fs/promises';
import { existsSync, renameSync, rmSync, statSync } from 'node:fs';
import { dirname } from 'node:path';
import { fail } from '../../../domain/failure.ts';
import { LIBRARY_EXTENSION } from '../../../domain/library/extension.ts';
import { connect, isSqliteError } from '../database.ts';
import { digestOfAny } from './making.ts';
import type { Shelved } from './shelf.ts';
import { needRoom, settleFile } from './writing.ts';

/** What stands beside a library's file and belongs to it. */
const BESIDE = ['', '-wal', '-journal'] as const;

/** A backup on its way into the place of a library. */
export interface Restoring {
  /** Puts it there; what stood there is kept under another name. */
  readonly put: () => Exchanged;
  /** Lets it be. */
  readonly leave: () => void;
}

/** A backup that stands in the place of a library. */
export interface Exchanged {
  /** The path of what stood there; empty where nothing did. */
  readonly kept: string;
  /** Puts that back. */
  readonly takeBack: () => void;
}

/**
 * Reads a backup from end to end, and copies it beside the library in `path`, so that putting it there is the
 * change of a name. Fails where the backup is not as it was written; then nothing is touched.
 */
export async function readyToRestore(
  { path: from, manifest, backup }: Shelved,
  path: string,
): Promise<Restoring> {
  const copy = `${path}.restoring`;
  await needRoom(dirname(path), manifest.size, 'the library that is to be restored');
  const leave = () => rmSync(copy, { force: true });
  try {
    // Whatever lies there now may be far larger than what was written.
    if (statSync(from).size !== manifest.size) notAsWritten(backup);
    await copyFile(from, copy);
    settleFile(copy);
    const { sha256 } = await digestOfAny(copy);
    if (sha256 !== manifest.sha256) notAsWritten(backup);
  } catch (error) {
    leave();
    throw error;
  }
  return { leave, put: () => exchanged(copy, path) };
}

function exchanged(copy: string, path: string): Exchanged {
  const kept = existsSync(path) ? freeName(path, new Date().toISOString()) : '';
  if (kept !== '') move(path, kept);
  renameSync(copy, path);
  return {
    kept,
    takeBack() {
      for (const end of BESIDE) rmSync(path + end, { force: true });
      if (kept !== '') move(kept, path);
    },
  };
}

/** Gives a library another name, with all that belongs to it. */
function move(from: string, to: string): void {
  for (const end of BESIDE) if (existsSync(from + end)) renameSync(from + end, to + end);
}

/** Fails where another program has the library in `path` open. Whatever else is wrong with it does not matter here. */
export function refuseInUse(path: string): void {
  if (!existsSync(path)) return;
  try {
    const db = connect(path, 'must-be-there');
    try {
      db.pragma('locking_mode = EXCLUSIVE');
      db.prepare('SELECT count(*) FROM sqlite_schema').get();
    } finally {
      db.close();
    }
  } catch (error) {
    if (isSqliteError(error) && error.code.startsWith('SQLITE_BUSY')) throw error;
  }
}

/** `NAME.before-restore-2026-11-22.cablewright`, with a number where there is one of this day. */
function freeName(path: string, now: string): string {
  const ending = `.${LIBRARY_EXTENSION}`;
  const stem = path.endsWith(ending) ? path.slice(0, -ending.length) : path;
  const first = `${stem}.before-restore-${now.slice(0, 10)}`;
  let free = `${first}${ending}`;
  for (let again = 2; existsSync(free); again += 1) free = `${first}-${again}${ending}`;
  return free;
}

function notAsWritten({ name }: Shelved['backup']): never {
  return fail(
    'library-damaged',
    `The backup ${name} is not as it was written any more. Nothing was changed. Choose another one.`,
  );
}

import { existsSync, mkdirSync, renameSync, rmSync, statSync } from 'node:fs';
import { basename, join } from 'node:path';
import { fail } from '../../../domain/failure.ts';
import { LIBRARY_EXTENSION } from '../../../domain/library/extension.ts';
import type { Backup } from '../../../domain/safety/backup.ts';
import { pragma, type Database } from '../database.ts';
import { explain } from '../failures.ts';
import type { Library } from '../library.ts';
import { inCheckingThread } from './checking.ts';
import { digestOf, finishCopy, type Finished } from './finishing.ts';
import { shelve, tidy } from './shelf.ts';
import { needRoom } from './writing.ts';

/** How many pages are copied without a turn for others. */
export const PAGES = 200;

/** Up to this size a copy is read in the thread that has written it, in bytes (4 MiB). */
const SMALL = 4 * 1024 * 1024;

/** What is being copied, so that two backups of one library never run at once. */
const making = new WeakMap<Database, Promise<unknown>>();

/**
 * Backs a library up while it is being worked on; gives null where backups are off. What is done meanwhile is in
 * the backup as well.
 */
export async function makeBackup(library: Library, why: Backup['why']): Promise<Backup | null> {
  if (library.backups === null) return null;
  const folder = join(library.backups, library.id);
  const backup = await backupTo(library, folder, why);
  tidy(folder, new Date());
  return backup;
}

/** Backs a library up into a folder, which is made if it is missing. Nothing there is written over. */
export async function backupTo(
  library: Library,
  folder: string,
  why: Backup['why'] = 'asked',
): Promise<Backup> {
  const before = making.get(library.db) ?? Promise.resolve();
  const now = before.catch(() => null).then(() => copied(library, folder, why));
  making.set(library.db, now);
  return now;
}

async function copied(library: Library, folder: string, why: Backup['why']): Promise<Backup> {
  if (!library.db.open) return closed();
  const made = new Date().toISOString();
  let file = '';
  try {
    mkdirSync(folder, { recursive: true });
    await needRoom(folder, sizeOf(library), 'a backup');
    file = freeName(folder, basename(library.path, `.${LIBRARY_EXTENSION}`), made);
    await library.db.backup(`${file}.part`, { progress: () => PAGES });
    const finished = await finishedCopy(`${file}.part`);
    renameSync(`${file}.part`, file);
    shelve(file, {
      ...{ manifest: 1, library: library.id, path: library.path, made, why },
      ...finished,
    });
    const { size, cables, annotations } = finished;
    return { name: basename(file), made, why, size, cables, annotations, sound: true };
  } catch (error) {
    if (file !== '')
      for (const end of ['', '-wal', '-journal']) rmSync(`${file}.part${end}`, { force: true });
    if (!library.db.open) return closed();
    throw explain(error, file);
  }
}

/** A small copy is read in less time than a thread takes to start. */
export function finishedCopy(path: string): Finished | Promise<Finished> {
  if (statSync(path).size <= SMALL) return finishCopy(path);
  return inCheckingThread((thread) => thread.finish(path));
}

/** The SHA-256 of a copy, small or large. */
export function digestOfAny(
  path: string,
): ReturnType<typeof digestOf> | Promise<ReturnType<typeof digestOf>> {
  if (statSync(path).size <= SMALL) return digestOf(path);
  return inCheckingThread((thread) => thread.digest(path));
}

function closed(): never {
  return fail('no-library', 'The library was closed before it could be backed up.');
}

/** How much room a library takes, in bytes, wherever its file is now. */
export function sizeOf({ db }: Library): number {
  return Number(pragma(db, 'page_count')) * Number(pragma(db, 'page_size'));
}

/** `NAME 2026-11-22 08.47.48.cablewright`, in UTC; with a number where there is one of this second. */
function freeName(folder: string, name: string, made: string): string {
  const stem = `${name} ${made.slice(0, 10)} ${made.slice(11, 19).replaceAll(':', '.')}`;
  let free = join(folder, `${stem}.${LIBRARY_EXTENSION}`);
  for (let again = 2; existsSync(free); again += 1)
    free = join(folder, `${stem} (${again}).${LIBRARY_EXTENSION}`);
  return free;
}

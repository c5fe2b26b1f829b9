import { existsSync, fstatSync, renameSync, rmSync, statSync } from 'node:fs';
import { lostSentence, type Lost } from '../../../domain/safety/lost.ts';
import type { StoreNews } from '../face.ts';
import type { Library } from '../library.ts';
import { closeAsItIs, closeAtRest, closeUntouched, fileOf, isWhole } from './at-rest.ts';
import { backUpQuietly } from './automatic.ts';
import { underneath } from './underneath.ts';

/** Looks at the file of the library that is open, and tells once whatever becomes of it. */
export function lostWatch(current: () => Library | null, news: StoreNews) {
  let told: Lost | null = null;
  let saving: Promise<void> = Promise.resolve();
  return {
    /** Waits until what can be saved of a lost library is saved: only then may it be closed. */
    saved: (): Promise<void> => saving,

    /** What has become of the file; null where nothing has, or no library is open. */
    look(): Lost | null {
      const library = current();
      const lost = library ? lookAt(library) : null;
      if (lost?.why !== told?.why || lost?.now !== told?.now || lost?.path !== told?.path) {
        told = lost;
        if (lost) news.log(lostSentence(lost));
        news.lost?.(lost);
        if (library && lost) saving = save(library, lost, news.log);
        else if (library) beginLog(library, news.log);
      }
      return lost;
    },
  };
}

function lookAt({ db }: Library): Lost | null {
  return db.open ? (underneath(db)?.look() ?? null) : null;
}

/**
 * What can be saved at once of a library whose file was lost. What waits in the log beside it is brought into
 * its own file, wherever that is now: else SQLite would one day bring it, by its name, into another file that lies
 * there. And a backup is made, as a deleted file is gone when the program ends.
 */
async function save(
  library: Library,
  { why }: Lost,
  log: (sentence: string) => void,
): Promise<void> {
  if (why === 'out-of-reach' && !isReadable(library)) return;
  try {
    if (why !== 'written-over') isWhole(library.db);
    putLogAside(library.path);
  } catch (error) {
    log(`What waited in the log of the library could not be dealt with: ${String(error)}`);
  }
  if (why !== 'written-over' && library.backups !== null)
    await backUpQuietly(library, 'automatic', log);
}

/** A file that is where it was again begins its log anew, under its own name. */
function beginLog({ db }: Library, log: (sentence: string) => void): void {
  try {
    underneath(db)?.beginLog();
  } catch (error) {
    log(`The log of the library could not be begun anew: ${String(error)}`);
  }
}

/** Takes the log of a library away from its name: it is removed where it is empty, else kept under another one. */
function putLogAside(path: string): void {
  const beside = `${path}-wal`;
  const left = statSync(beside, { throwIfNoEntry: false });
  if (left?.size === 0) rmSync(beside, { force: true });
  else if (left) renameSync(beside, freeName(path));
}

/** `NAME.lost-1-wal`: nothing is written over. */
function freeName(path: string): string {
  let number = 1;
  while (existsSync(`${path}.lost-${number}-wal`)) number += 1;
  return `${path}.lost-${number}-wal`;
}

function isReadable({ db }: Library): boolean {
  return underneath(db)?.isReadable() ?? false;
}

/** Closes a library as is right for what has become of its file. */
export function closeAsFound(library: Library, log: (sentence: string) => void): void {
  const { db, path } = library;
  const lost = lookAt(library);
  if (!lost) return closeAtRest(db, log);
  if (lost.why === 'written-over' && isOwnFile(library, path)) return closeUntouched(db, path);
  if (lost.why === 'written-over' || lost.why === 'out-of-reach') return closeAsItIs(db);
  return closeAtRest(db, log);
}

/** Whether there is a file to be opened again. */
export function isLibraryThere(path: string): boolean {
  return statSync(path, { throwIfNoEntry: false })?.isFile() ?? false;
}

/** Whether the file of an open library is the one in `path`. */
export function isOwnFile({ db }: Library, path: string): boolean {
  const file = fileOf(db);
  try {
    const there = statSync(path, { bigint: true });
    const held = file === null ? null : fstatSync(file, { bigint: true });
    return held?.ino === there.ino && held.dev === there.dev;
  } catch {
    return false;
  }
}

import type { Dirent } from 'node:fs';
import { opendir, realpath, stat } from 'node:fs/promises';
import { extname, join } from 'node:path';
import { failureOfFile } from './failures.ts';
import { sortedInTurns } from './sorted-in-turns.ts';
import type { Failure } from '../../domain/failure.ts';

/** The endings of files that are taken from a folder. A file chosen by itself may have any. */
const ENDINGS: ReadonlySet<string> = new Set(['.txt', '.md', '.text', '.zip', '.xml']);

/** A path that is to be imported, or one that cannot be and why. */
export type Found =
  | { readonly path: string }
  | { readonly path: string; readonly failure: Failure };

/** How many entries of a folder are read at a time. */
const ENTRIES_AT_A_TIME = 500;

/**
 * The files that `paths` mean, as they are found: each file itself, and of each folder all that can be
 * imported in it and below, in the order of their names. Hidden ones are passed over; a folder that
 * links lead to again is entered once.
 */
export async function* findFiles(paths: readonly string[]): AsyncGenerator<Found> {
  const walk: Walk = { entered: new Set(), inOrder: (entries) => sortedInTurns(entries, byName) };
  for (const path of paths) yield* findAt(path, walk);
}

/** How many files `paths` mean; `tell` hears the number as it grows. Ends early where it is stopped. */
export async function countFiles(
  paths: readonly string[],
  tell: (count: number) => void,
  signal: AbortSignal,
): Promise<void> {
  const walk: Walk = { entered: new Set(), inOrder: async (entries) => entries };
  let count = 0;
  for (const path of paths)
    for await (const _ of findAt(path, walk)) {
      if (signal.aborted) return;
      count += 1;
      tell(count);
    }
}

/** A way through folders. */
interface Walk {
  /** The folders it has been in. */
  readonly entered: Set<string>;
  readonly inOrder: (entries: readonly Dirent[]) => Promise<Iterable<Dirent>>;
}

async function* findAt(path: string, walk: Walk): AsyncGenerator<Found> {
  try {
    if ((await stat(path)).isDirectory()) yield* findIn(path, walk);
    else yield { path };
  } catch (error) {
    yield { path, failure: failureOfFile(error, path) };
  }
}

async function* findIn(folder: string, walk: Walk): AsyncGenerator<Found> {
  const real = await realpath(folder);
  if (walk.entered.has(real)) return;
  walk.entered.add(real);
  const entries: Dirent[] = [];
  for await (const entry of await opendir(folder, { bufferSize: ENTRIES_AT_A_TIME }))
    if (!entry.name.startsWith('.')) entries.push(entry);
  for (const entry of await walk.inOrder(entries)) {
    const path = join(folder, entry.name);
    // Most entries are files: they need no asking of the disk, and no generator of their own.
    if (entry.isFile()) {
      if (canBeImported(entry.name)) yield { path };
    } else if (await leadsOn(entry, path)) yield* findAt(path, walk);
  }
}

/** Whether a file of this name is taken from a folder or an archive. */
export function canBeImported(name: string): boolean {
  return ENDINGS.has(extname(name).toLowerCase());
}

/** Whether an entry that is no file is to be looked into: a folder, or a link to one or to a text. */
async function leadsOn(entry: Dirent, path: string): Promise<boolean> {
  if (!entry.isSymbolicLink()) return entry.isDirectory();
  return canBeImported(path) || leadsToFolder(path);
}

async function leadsToFolder(link: string): Promise<boolean> {
  return stat(link).then(
    (target) => target.isDirectory(),
    () => false,
  );
}

const names = new Intl.Collator('en', { numeric: true });
const byName = (a: Dirent, b: Dirent) => names.compare(a.name, b.name);

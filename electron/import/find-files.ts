import type { Dirent } from 'node:fs';
import { readdir, realpath, stat } from 'node:fs/promises';
import { extname, join } from 'node:path';
import { failureOfFile } from './failures.ts';
import type { Failure } from '../../domain/failure.ts';

/** The endings of files that are taken from a folder. A file chosen by itself may have any. */
const ENDINGS: ReadonlySet<string> = new Set(['.txt', '.md', '.text']);

/** A path that is to be imported, or one that cannot be and why. */
export type Found =
  | { readonly path: string }
  | { readonly path: string; readonly failure: Failure };

/**
 * The files that `paths` mean: each file itself, and of each folder all text files in it and below,
 * in the order of their names. Hidden ones are passed over; a folder that links lead to again is
 * entered once.
 */
export async function findFiles(paths: readonly string[]): Promise<Found[]> {
  const entered = new Set<string>();
  const found: Found[] = [];
  for (const path of paths) found.push(...(await findAt(path, entered)));
  return found;
}

async function findAt(path: string, entered: Set<string>): Promise<Found[]> {
  try {
    return (await stat(path)).isDirectory() ? await findIn(path, entered) : [{ path }];
  } catch (error) {
    return [{ path, failure: failureOfFile(error, path) }];
  }
}

async function findIn(folder: string, entered: Set<string>): Promise<Found[]> {
  const real = await realpath(folder);
  if (entered.has(real)) return [];
  entered.add(real);
  const entries = await readdir(folder, { withFileTypes: true });
  const found: Found[] = [];
  for (const entry of entries.toSorted(byName))
    if (!entry.name.startsWith('.')) found.push(...(await findEntry(folder, entry, entered)));
  return found;
}

async function findEntry(folder: string, entry: Dirent, entered: Set<string>): Promise<Found[]> {
  const path = join(folder, entry.name);
  const isText = ENDINGS.has(extname(entry.name).toLowerCase());
  if (entry.isFile()) return isText ? [{ path }] : [];
  if (entry.isDirectory()) return findAt(path, entered);
  if (!entry.isSymbolicLink()) return [];
  const isFolder = await leadsToFolder(path);
  return isFolder || isText ? findAt(path, entered) : [];
}

async function leadsToFolder(link: string): Promise<boolean> {
  return stat(link).then(
    (target) => target.isDirectory(),
    () => false,
  );
}

const names = new Intl.Collator('en', { numeric: true });
const byName = (a: Dirent, b: Dirent) => names.compare(a.name, b.name);

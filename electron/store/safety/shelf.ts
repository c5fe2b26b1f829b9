import { existsSync, readdirSync, readFileSync, realpathSync, rmSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { LIBRARY_EXTENSION } from '../../../domain/library/extension.ts';
import type { Backup } from '../../../domain/safety/backup.ts';
import { keptBackups, newestFirst } from '../../../domain/safety/keeping.ts';
import { writeNow } from './writing.ts';
import { Manifest, MANIFEST_ENDING } from './manifest.ts';

/** How much room the backups of one library may take, in bytes (20 GiB); the three newest are always kept. */
const ROOM = 20 * 1024 ** 3;

/** A copy that is being written, and when nobody writes it any more, in milliseconds (a day). */
const UNFINISHED = /\.part(?:-wal|-shm|-journal)?$/u;
const FORSAKEN = 24 * 60 * 60 * 1000;

/** A backup in a folder, with what was written down of it. */
export interface Shelved {
  /** The path of its file. */
  readonly path: string;
  readonly backup: Backup;
  readonly manifest: Manifest;
}

/**
 * The backups in a folder, newest first. One whose file is gone is none. It is `sound` as far as its size
 * tells; all of its bytes are read before it takes the place of a library.
 */
export function shelvedIn(folder: string): Shelved[] {
  if (!existsSync(folder)) return [];
  return readdirSync(folder)
    .filter((name) => name.endsWith(`.${LIBRARY_EXTENSION}${MANIFEST_ENDING}`))
    .flatMap((name) => shelved(folder, name.slice(0, -MANIFEST_ENDING.length)))
    .toSorted(byAge());
}

/** Newest first, as the clock has it now. */
function byAge(): (a: Shelved, b: Shelved) => number {
  const order = newestFirst(new Date());
  return (a, b) => order(a.backup, b.backup);
}

/** The folders of a store's backups: one for each library, named by its id. */
export function shelves(root: string): string[] {
  if (!existsSync(root)) return [];
  return readdirSync(root, { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map(({ name }) => join(root, name));
}

/** The backups of the library that lay in `path`, whichever it is: it may be too damaged to tell. Newest first. */
export function shelvedOf(root: string, path: string): Shelved[] {
  const wanted = placeOf(path);
  return shelves(root)
    .flatMap(shelvedIn)
    .filter(({ manifest }) => manifest.path === path || placeOf(manifest.path) === wanted)
    .toSorted(byAge());
}

/** Writes down what a new backup is. */
export function shelve(file: string, manifest: Manifest): void {
  writeNow(file + MANIFEST_ENDING, `${JSON.stringify(manifest, null, 2)}\n`);
}

/** Lets go of the backups in a folder that need not be kept any more, and of what was begun and never finished. */
export function tidy(folder: string, now: Date): void {
  for (const name of readdirSync(folder)) {
    const path = join(folder, name);
    if (UNFINISHED.test(name) && now.getTime() - statSync(path).mtimeMs > FORSAKEN)
      rmSync(path, { force: true });
  }
  const all = shelvedIn(folder);
  const kept = new Set(
    keptBackups(
      all.map(({ path, backup }) => ({ path, ...backup })),
      now,
      ROOM,
    ).map(({ path }) => path),
  );
  for (const { path } of all)
    if (!kept.has(path)) {
      // The manifest last: a backup without one would never be let go of.
      rmSync(path, { force: true });
      rmSync(path + MANIFEST_ENDING, { force: true });
    }
}

function shelved(folder: string, name: string): Shelved[] {
  const path = join(folder, name);
  const file = statSync(path, { throwIfNoEntry: false });
  const manifest = readManifest(path + MANIFEST_ENDING);
  if (!file || !manifest) return [];
  const { made, why, size, cables, annotations } = manifest;
  const backup = { name, made, why, size, cables, annotations, sound: file.size === size };
  return [{ path, backup, manifest }];
}

function readManifest(path: string): Manifest | null {
  try {
    return Manifest.parse(JSON.parse(readFileSync(path, 'utf8')));
  } catch {
    return null;
  }
}

/** A path as the system knows it, links followed; as it stands where nothing lies there. */
function placeOf(path: string): string {
  try {
    return realpathSync(path);
  } catch {
    return path;
  }
}

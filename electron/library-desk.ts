import { existsSync, mkdirSync, renameSync, rmSync } from 'node:fs';
import { basename, dirname } from 'node:path';
import type { CheckedInput, RequestOutput } from '../domain/contract.ts';
import { FailureError, failureOf, type Failure, type FailureCode } from '../domain/failure.ts';
import { LIBRARY_EXTENSION } from '../domain/library/extension.ts';
import type { LibraryState, RecentLibrary } from '../domain/library/library.ts';
import type { Unopened } from '../domain/safety/backup.ts';
import type { Lost } from '../domain/safety/lost.ts';
import type { SettingsFile } from './settings-file.ts';
import type { Store } from './store/face.ts';

/** What the desk works with. */
export interface DeskParts {
  readonly store: Store;
  readonly settings: SettingsFile;
  /** Hears of each library that comes to lie on the desk. */
  readonly switched: (state: LibraryState) => void;
  /** Hears that what lay on the desk does not hold any more, though the next may have its id and place. */
  readonly cleared?: () => void;
  /** Hears that the library on the desk is kept in another file now, or is to be had again. */
  readonly moved?: (state: LibraryState) => void;
  /** Hears of each library that could not be opened and of which there are backups. */
  readonly offered?: (unopened: Unopened) => void;
}

/** Where the first library may be made, and what it holds. */
export interface FirstLibrary {
  /** Paths for its file, the best first; a later one is for where an earlier one cannot be made. */
  readonly paths: readonly string[];
  /** The files it holds. */
  readonly seeds: readonly string[];
}

/** The library on the desk, and how another comes to lie there. */
export interface LibraryDesk {
  /** Puts the library of this start on the desk; whatever goes wrong comes back as a failure. */
  begin(asked: string | null, first: FirstLibrary): Promise<Failure | null>;
  /** What is on the desk, after `begin` has ended; null if nothing is. */
  state(): Promise<LibraryState | null>;
  /** Puts another library on the desk. */
  open(path: string): Promise<LibraryState>;
  /** Makes a new library and puts it on the desk. */
  create(path: string): Promise<LibraryState>;
  /** The libraries lately on the desk, the last one first. */
  recent(): RecentLibrary[];
  /** The library that could not be opened last, and of which there are backups. */
  unopened(): Promise<Unopened | null>;
  /** Saves all of the library on the desk as a new file, and goes on with that. */
  saveAs(path: string): Promise<LibraryState>;
  /** Opens a lost library where it lies now, or what lies in its place; null where none is lost. */
  openThere(): Promise<LibraryState | null>;
  /** Looks for the file of a lost library once more; null where it is there again. */
  lookAgain(): Promise<Lost | null>;
  /** Puts a backup in the place of its library, and that on the desk. `path` must be one of `recent` or `unopened`. */
  restore(input: CheckedInput<'backup.restore'>): Promise<RequestOutput<'backup.restore'>>;
  /** Whether the window may ask about this library, since it was given its path. */
  knows(path: string): boolean;
}

/** What is wrong with a library where a backup may help. */
const HELPED: ReadonlySet<FailureCode> = new Set<FailureCode>([
  'library-damaged',
  'not-a-library',
  'file-missing',
  'unexpected',
]);

/** The desk over a store. */
export function libraryDesk(parts: DeskParts): LibraryDesk {
  const { store, settings, switched } = parts;
  let begun: Promise<Failure | null> = Promise.resolve(null);
  let unopened: Unopened | null = null;
  /** The id of the library on the desk. */
  let laid: string | null = null;

  const lay = (state: LibraryState) => {
    unopened = null;
    laid = state.id;
    settings.rememberLibrary(state.path);
    switched(state);
    return state;
  };

  const open = async (path: string) => {
    const state = await store.open(path).catch(async (error: unknown) => {
      await offer(path, failureOf(error));
      throw error;
    });
    return lay(state);
  };

  /** Remembers a library that could not be opened, where there are backups of it. */
  const offer = async (path: string, { code, message }: Failure) => {
    if (!HELPED.has(code)) return;
    const { backups } = await store.listBackups(path).catch(() => ({ backups: [] }));
    if (!backups.some(({ sound }) => sound)) return;
    unopened = { path, name: basename(path, `.${LIBRARY_EXTENSION}`), sentence: message };
    parts.offered?.(unopened);
  };

  /** The library asked for, else the one that lay here last, else the very first. */
  const put = async (asked: string | null, first: FirstLibrary) => {
    const path = asked ?? settings.recent[0] ?? (await firstLibrary(store, first));
    await open(path);
  };

  return {
    begin(asked, first) {
      begun = put(asked, first).then(() => null, failureOf);
      return begun;
    },

    async state() {
      await begun;
      return store.state().catch(nothingOpen);
    },

    open,

    async create(path) {
      await store.create(path);
      return open(path);
    },

    async saveAs(path) {
      const state = await store.saveAs(path);
      settings.rememberLibrary(state.path);
      parts.moved?.(state);
      return state;
    },

    async openThere() {
      const lost = await store.look();
      if (!lost) return null;
      if (lost.now === null) {
        const other = await store.open(lost.path);
        parts.cleared?.();
        return lay(other);
      }
      const state = await store.open(lost.now);
      settings.rememberLibrary(state.path);
      parts.moved?.(state);
      return state;
    },

    async lookAgain() {
      const lost = await store.lookAgain();
      if (lost) return lost;
      const state = await store.state();
      // What lies there now may be another library.
      if (state.id === laid) parts.moved?.(state);
      else {
        parts.cleared?.();
        lay(state);
      }
      return null;
    },

    async unopened() {
      await begun;
      return unopened;
    },

    async restore(input) {
      const restored = await store.restoreBackup(input);
      parts.cleared?.();
      lay(restored.state);
      return restored;
    },

    knows: (path) => path === unopened?.path || settings.recent.includes(path),

    recent: () =>
      settings.recent.map((path) => ({ path, name: basename(path, `.${LIBRARY_EXTENSION}`) })),
  };
}

function nothingOpen(error: unknown): null {
  if (error instanceof FailureError && error.code === 'no-library') return null;
  throw error;
}

/** The path of the first library: the one that is there from an earlier time, else a new one with the seeds. */
async function firstLibrary(store: Store, { paths, seeds }: FirstLibrary): Promise<string> {
  const there = paths.find((path) => existsSync(path));
  if (there) return there;
  let failure: unknown;
  for (const path of paths)
    try {
      await makeFirst(store, path, seeds);
      return path;
    } catch (error) {
      failure = error;
    }
  throw failure;
}

/** It is filled under another name, so that a start that is cut short leaves no library with half its cables. */
async function makeFirst(store: Store, path: string, seeds: readonly string[]): Promise<void> {
  const beside = `${path}.first`;
  mkdirSync(dirname(path), { recursive: true });
  for (const ending of ['', '-wal', '-journal']) rmSync(beside + ending, { force: true });
  await store.create(beside);
  await store.open(beside);
  await store.importFiles(seeds);
  await store.close();
  renameSync(beside, path);
}

import { existsSync, mkdirSync, renameSync, rmSync } from 'node:fs';
import { basename, dirname } from 'node:path';
import { FailureError, failureOf, type Failure } from '../domain/failure.ts';
import {
  LIBRARY_EXTENSION,
  type LibraryState,
  type RecentLibrary,
} from '../domain/library/library.ts';
import type { SettingsFile } from './settings-file.ts';
import type { Store } from './store/face.ts';

/** What the desk works with. */
export interface DeskParts {
  readonly store: Store;
  readonly settings: SettingsFile;
  /** Hears of each library that comes to lie on the desk. */
  readonly switched: (state: LibraryState) => void;
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
}

/** The desk over a store. */
export function libraryDesk({ store, settings, switched }: DeskParts): LibraryDesk {
  let begun: Promise<Failure | null> = Promise.resolve(null);

  const open = async (path: string) => {
    const state = await store.open(path);
    settings.rememberLibrary(path);
    switched(state);
    return state;
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

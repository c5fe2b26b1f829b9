import { existsSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { join, resolve } from 'node:path';
import { Worker } from 'node:worker_threads';
import { clean } from '../../domain/clean/clean.ts';
import { RULES } from '../../domain/clean/rules.ts';
import type { ImportProgress } from '../../domain/import/import.ts';
import { cleaningPool } from '../import/cleaning-pool.ts';
import { prepareHere, type Preparer } from '../import/prepare.ts';
import { startingHere } from '../import/starting-here.ts';
import type { Store } from '../store/face.ts';
import { sqliteStore } from '../store/sqlite-store.ts';
import { readVolume } from '../tei/volume.ts';
import { WordsError, type Option, type Surroundings, type Words } from './command.ts';

/** The option that names the library. */
export const LIBRARY: Option = { type: 'string', value: 'FILE', help: 'the library' };

/** The option that names who signs. */
export const AUTHOR: Option = {
  type: 'string',
  value: 'NAME',
  help: 'who signs what is changed; the name of the account unless given',
};

/** Who signs what this command line changes. */
export function authorOf(words: Words, { author }: Surroundings): string {
  return words.value('author') ?? author;
}

/** The path of the library that a command line names. */
export function libraryPath(words: Words): string {
  const path = words.value('library');
  if (!path) throw new WordsError('It needs a library: --library FILE.');
  return resolve(path);
}

/**
 * Does some work on the library that the words name, by the very store that the window has; and closes it.
 * `make` makes it where there is none.
 */
export async function withLibrary<T>(
  words: Words,
  surroundings: Surroundings,
  work: (store: Store) => Promise<T>,
  make: 'make' | 'must-be-there' = 'must-be-there',
): Promise<T> {
  const { output, signal } = surroundings;
  const path = libraryPath(words);
  const store = storeFor(surroundings);
  const stop = () => void store.cancelImport();
  signal.addEventListener('abort', stop);
  try {
    if (make === 'make' && !existsSync(path)) await store.create(path);
    await store.open(path);
    return await work(store);
  } finally {
    signal.removeEventListener('abort', stop);
    output.progress(null);
    await store.close();
  }
}

/** A store in this thread, with nothing open; its cleaning is done in further threads where the program is built. */
export function storeFor({ output, program, backups }: Surroundings): Store {
  const here = () => prepareHere({ clean, readVolume });
  const preparing = (): Preparer =>
    program === null
      ? here()
      : startingHere(
          here(),
          cleaningPool(
            () => new Worker(join(program, 'cleaning.js'), { name: 'cleaning' }),
            Math.max(1, availableParallelism() - 1),
          ),
        );
  const news = {
    progress: (progress: ImportProgress | null) => {
      output.progress(progress && progressWords(progress));
    },
    log: () => undefined,
  };
  return sqliteStore({ clean, rules: RULES }, news, preparing, { backups, automatic: false });
}

/** How far work has come: "120 of 1,000 · 170. Telegram From … · 2 min left". */
export function progressWords({ done, total, current, pace }: ImportProgress): string {
  const of = pace?.counting ? `${count(total)} and more` : count(total);
  const left = pace?.left ? ` · ${timeWords(pace.left)} left` : '';
  const name = current.length > 50 ? `${current.slice(0, 49)}…` : current;
  return `${count(done)} of ${of}${left} · ${name}`;
}

function timeWords(milliseconds: number): string {
  const seconds = Math.ceil(milliseconds / 1000);
  return seconds < 90 ? `${seconds} s` : `${Math.round(seconds / 60)} min`;
}

/** A number as a reader reads it: 12,345. */
export function count(number: number): string {
  return number.toLocaleString('en-GB');
}

/** "1 cable", "12 cables". */
export function counted(number: number, one: string, many = `${one}s`): string {
  return `${count(number)} ${number === 1 ? one : many}`;
}

import { resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { LIBRARY_EXTENSION } from '../domain/library/extension.ts';

/** What the program was asked on its command line. Paths are absolute; null where nothing was asked. */
export interface Arguments {
  /** `--screenshot=FILE`: write what the window shows into FILE (PNG), then end. */
  readonly screenshot: string | null;
  /** `--library=FILE`, or a bare path that ends in `.cablewright`: open this library. */
  readonly library: string | null;
  /** Any other bare path: import this file, or the text files of this folder. */
  readonly files: readonly string[];
}

/**
 * Reads a command line; relative paths are taken from `folder`. What it does not know is Chromium's
 * business. `program` is the path of the program where Electron was told it on the command line (a
 * development build), null where it stands by itself: words before that path are for Electron.
 */
export function readArguments(
  words: readonly string[],
  folder: string,
  program: string | null = null,
): Arguments {
  const argv = words.map(asPath);
  const bare = argv.findLast((word) => !word.startsWith('-') && isLibraryPath(word));
  return {
    screenshot: absolute(valueOf(argv, '--screenshot'), folder),
    library: absolute(valueOf(argv, '--library') ?? bare, folder),
    files: filesOf(argv, folder, program),
  };
}

/** What is said in the place of files to run a command without a window. */
const COMMAND_LINE = 'cli';

/**
 * The words behind `cli`, where that is the first word that is no switch: a command for the command line.
 * Null where a window is wanted. `program` is as in `readArguments`.
 */
export function commandLineOf(
  argv: readonly string[],
  folder: string,
  program: string | null = null,
): readonly string[] | null {
  const begin = programEnd(argv, folder, program);
  const at =
    begin === null ? -1 : argv.findIndex((word, index) => index >= begin && !word.startsWith('-'));
  return argv[at] === COMMAND_LINE ? argv.slice(at + 1) : null;
}

/** Where the words for the program begin; null where it was told its path, and that is not among the words. */
function programEnd(
  argv: readonly string[],
  folder: string,
  program: string | null,
): number | null {
  if (program === null) return 0;
  const at = argv.findIndex((word) => resolve(folder, word) === program);
  return at < 0 ? null : at + 1;
}

/** What is opened on a desktop comes as a path or as an address (`file:///home/a%20b.txt`). */
function asPath(word: string): string {
  if (!word.startsWith('file:')) return word;
  try {
    return fileURLToPath(word);
  } catch {
    // An address on another machine, or a file of that name.
    return word;
  }
}

/** Whether a path has the ending of a library's file. */
export function isLibraryPath(path: string): boolean {
  return path.toLowerCase().endsWith(`.${LIBRARY_EXTENSION}`);
}

function filesOf(argv: readonly string[], folder: string, program: string | null): string[] {
  const begin = programEnd(argv, folder, program);
  if (begin === null) return [];
  return argv
    .slice(begin)
    .filter((word) => word !== '' && !word.startsWith('-') && !isLibraryPath(word))
    .map((word) => resolve(folder, word));
}

function valueOf(argv: readonly string[], name: string): string | undefined {
  const word = argv.findLast((each) => each.startsWith(`${name}=`));
  return word?.slice(name.length + 1) || undefined;
}

function absolute(path: string | undefined, folder: string): string | null {
  return path === undefined ? null : resolve(folder, path);
}

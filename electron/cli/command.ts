import type { ParseArgsOptionsConfig } from 'node:util';
import type { Output } from './output.ts';

/** How a command ends, for scripts. */
export const EXIT = {
  /** All went well. */
  done: 0,
  /** It was done, but not all went well: files that failed, faults that were found, conflicts that wait. */
  partly: 1,
  /** The words make no command. */
  words: 2,
  /** It could not be done, and nothing was changed. */
  failed: 3,
  /** It was stopped (Ctrl+C); what was done until then is kept where the command says so. */
  stopped: 130,
} as const;
export type Exit = (typeof EXIT)[keyof typeof EXIT];

/** The words of a command line behind the command's name, read. */
export interface Words {
  /** What stands by itself: paths, a query. */
  readonly bare: readonly string[];
  /** The value of `--name VALUE`, null where it is not there. */
  value(name: string): string | null;
  /** All values of an option that may stand several times. */
  values(name: string): readonly string[];
  /** Whether `--name` is there. */
  has(name: string): boolean;
}

/** What a command works with. */
export interface Surroundings {
  readonly output: Output;
  /** Ends the work that is under way (Ctrl+C). */
  readonly signal: AbortSignal;
  /** Where backups are kept unless the command line says otherwise. */
  readonly backups: string;
  /** Who signs what is changed, unless the command line says otherwise. */
  readonly author: string;
  /** The folder of the built program, where the scripts of its threads lie; null where there are none. */
  readonly program: string | null;
}

/** One command of the command line. */
export interface Command {
  /** What stands behind its name: `PATH… --library FILE`. */
  readonly usage: string;
  /** What it does, in a sentence. */
  readonly summary: string;
  /** Each option with what it means. `--json` and `--help` are known to all. */
  readonly options: Readonly<Record<string, Option>>;
  /** Whole command lines without the name of the program. */
  readonly examples: readonly string[];
  run(words: Words, surroundings: Surroundings): Promise<Exit> | Exit;
}

/** An option of a command. */
export interface Option {
  readonly type: 'string' | 'boolean';
  readonly multiple?: boolean;
  /** What stands for the value in the help: `FILE`. */
  readonly value?: string;
  readonly help: string;
}

/** The options of a command as the reader of command lines wants them. */
export function parseOptions(command: Command): ParseArgsOptionsConfig {
  const known: ParseArgsOptionsConfig = {
    json: { type: 'boolean' },
    help: { type: 'boolean', short: 'h' },
  };
  for (const [name, { type, multiple = false }] of Object.entries(command.options))
    known[name] = { type, multiple };
  return known;
}

/** The words of a command line make no command; the message says what is wrong with them. */
export class WordsError extends Error {
  override readonly name = 'WordsError';
}

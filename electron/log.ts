import { join } from 'node:path';
import file from 'electron-log/node';
import { traceOf } from './trace.ts';

/** How large the log grows before it is begun anew, in bytes (1 MiB); the one before is kept beside it. */
const LARGEST = 1024 ** 2;

/**
 * The program's log. No text of a cable, note or search is ever written to it: sentences are those of the
 * program about itself, and of an error only its kind and place are told (see `traceOf`).
 */
export interface Log {
  /** Where it lies. */
  readonly path: string;
  /** Something that happened. */
  info(sentence: string): void;
  /** Something that should not have happened. */
  warn(sentence: string): void;
  /** Something that went wrong, and what was thrown. */
  error(sentence: string, thrown?: unknown): void;
}

/** Opens the log in `logs/main.log` of `folder`. */
export function openLog(folder: string): Log {
  const path = join(folder, 'logs', 'main.log');
  file.transports.file.resolvePathFn = () => path;
  file.transports.file.level = 'info';
  file.transports.file.maxSize = LARGEST;
  // What a reader should know is told in the window, or by whoever ends the program.
  file.transports.console.level = false;
  return {
    path,
    info: (sentence) => {
      file.info(sentence);
    },
    warn: (sentence) => {
      file.warn(sentence);
    },
    error: (sentence, thrown) => {
      file.error(thrown === undefined ? sentence : `${sentence} ${traceOf(thrown)}`);
    },
  };
}

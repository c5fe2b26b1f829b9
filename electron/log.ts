import { join } from 'node:path';
import log from 'electron-log/main';

/** The log. */
export type Log = typeof log;

/**
 * The program's log, in `logs/main.log` of `folder`. No text of a cable is ever written to it:
 * messages of failures name rules, files and places, never words.
 */
export function openLog(folder: string): Log {
  log.transports.file.resolvePathFn = () => join(folder, 'logs', 'main.log');
  log.transports.file.level = 'info';
  // What a reader should know is told in the window, or by whoever ends the program.
  log.transports.console.level = false;
  return log;
}

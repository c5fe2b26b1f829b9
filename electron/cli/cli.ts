import { existsSync, realpathSync } from 'node:fs';
import { userInfo } from 'node:os';
import { join } from 'node:path';
import { dataFolder } from './folders.ts';
import { run } from './run.ts';

/** From when on Ctrl+C is taken for a second one, in milliseconds after the first. */
const AGAIN = 1_000;

/** Runs the command line of this process; gives its exit code. Ctrl+C stops what is under way, a second one the process. */
export async function commandLine(line: readonly string[]): Promise<number> {
  const stop = new AbortController();
  // A terminal and npm may both send it for one key press.
  let begun: number | null = null;
  process.on('SIGINT', () => {
    begun ??= performance.now();
    stop.abort();
    if (performance.now() - begun > AGAIN) process.exit(130);
  });
  // What is piped into `head` ends early; that is no failure.
  process.stdout.on('error', (error: NodeJS.ErrnoException) => {
    if (error.code === 'EPIPE') process.exit(0);
    throw error;
  });
  const exit = await run(
    line,
    {
      out: (text) => process.stdout.write(text),
      err: (text) => process.stderr.write(text),
      watched: process.stderr.isTTY,
    },
    {
      signal: stop.signal,
      backups: join(dataFolder(), 'backups'),
      author: accountName(),
      program: import.meta.dirname,
    },
  );
  // What is piped may still be on its way; the packed program ends at once.
  await new Promise((resolve) => process.stdout.write('', resolve));
  return exit;
}

function startsHere(path: string | undefined): boolean {
  return path !== undefined && existsSync(path) && realpathSync(path) === import.meta.filename;
}

function accountName(): string {
  try {
    return userInfo().username;
  } catch {
    return '';
  }
}

// Where this file is what Node was started with, and not a part of the packed program.
if (startsHere(process.argv[1])) process.exitCode = await commandLine(process.argv.slice(2));

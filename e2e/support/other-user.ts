/**
 * Chromium's sandbox is off for root, who may do everything anyway. Where tests run as root, the program is
 * started as the user nobody, so that its sandbox can be seen.
 */
import { execFile } from 'node:child_process';
import { chmod, cp, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { basename, dirname, join } from 'node:path';
import { promisify } from 'node:util';
import { _electron, type ElectronApplication } from 'playwright/test';
import { withoutSandbox } from '../../scripts/setup/electron.mjs';
import { program } from './program.ts';

/** The number that nobody has as user and group. */
const NOBODY = 65_534;

/** Does something with the program, started as somebody who is not root, on a fresh folder of user data. */
export async function asNobody(use: (app: ElectronApplication) => Promise<void>): Promise<void> {
  const folder = await mkdtemp(join(tmpdir(), 'cablewright-nobody-'));
  try {
    const { executable, first } = program();
    const app = await _electron.launch({
      executablePath: withoutSandbox() ? await callable(executable, folder) : executable,
      args: [...first, `--user-data-dir=${join(folder, 'data')}`],
      env: { ...process.env, HOME: folder },
      chromiumSandbox: true,
    });
    try {
      await use(app);
    } finally {
      await app.close();
    }
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

/** A program that nobody may call, in a folder that nobody may write into: a copy of one, as its own place may be shut to others. */
async function callable(executable: string, folder: string): Promise<string> {
  const copy = join(folder, 'program');
  // Links to its files where that is possible, which takes no time.
  await promisify(execFile)('cp', ['-rl', dirname(executable), copy]).catch(() =>
    cp(dirname(executable), copy, { recursive: true, force: true }),
  );
  const caller = join(folder, 'call.sh');
  const call = `exec setpriv --reuid=${NOBODY} --regid=${NOBODY} --clear-groups '${join(copy, basename(executable))}' "$@"`;
  await writeFile(caller, `#!/bin/sh\n${call}\n`);
  for (const each of [caller, copy]) await chmod(each, 0o755);
  await chmod(folder, 0o777);
  return caller;
}

import { execFile } from 'node:child_process';
import { readFile, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { root } from '../scripts/setup/paths.mjs';
import { expect, test } from './support/app.ts';

const run = promisify(execFile);

test('npm start -- --screenshot writes what the window shows', async () => {
  const info = test.info();
  const file = info.outputPath('a.png');
  const folder = info.outputPath('user-data');
  await run(process.execPath, [
    join(root, 'scripts', 'start.mjs'),
    `--screenshot=${file}`,
    `--user-data-dir=${folder}`,
  ]);
  const bytes = await readFile(file);
  expect(bytes.subarray(1, 4).toString('latin1')).toBe('PNG');
  // A blank page of this size makes a file of a few kilobytes.
  expect((await stat(file)).size).toBeGreaterThan(60_000);
});

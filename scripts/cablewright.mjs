#!/usr/bin/env node
/**
 * `cablewright COMMAND …`: Cablewright without a window, in plain Node. It is `dist/cli.js`, which is built
 * where it is not there or older than its sources; paths are those of the folder it was typed in.
 */
import { realpathSync } from 'node:fs';
import { attempt, foreground } from './setup/child.mjs';
import { findNode } from './setup/node.mjs';
import { root } from './setup/paths.mjs';
import { command, Stop } from './setup/say.mjs';

await command(async () => {
  const node = findNode();
  const { ok, output } = await attempt(node, ['scripts/build.ts']);
  if (!ok) throw new Stop(output);
  // npm changes to the repository; INIT_CWD is the folder where its command was typed.
  const typedIn = process.env['npm_command'] === 'run-script' ? process.env['INIT_CWD'] : undefined;
  return foreground(node, [`${root}/dist/cli.js`, ...process.argv.slice(2)], {
    cwd: typedIn ?? realpathSync('.'),
  });
});

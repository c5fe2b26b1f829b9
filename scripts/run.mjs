/**
 * `node scripts/run.mjs FILE ARGUMENTS…` runs FILE on a Node that reads TypeScript as it is: the
 * running one if it is new enough, else the one that the packages bring.
 */
import { foreground } from './setup/child.mjs';
import { findNode } from './setup/node.mjs';
import { command, Stop } from './setup/say.mjs';

await command(async () => {
  const [file, ...args] = process.argv.slice(2);
  if (!file) throw new Stop('Usage: node scripts/run.mjs FILE ARGUMENTS…');
  return foreground(findNode(), [file, ...args]);
});

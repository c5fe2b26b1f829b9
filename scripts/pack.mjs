/**
 * `npm run pack`: sets up, builds, and packs the program into release/. What follows `--` names formats
 * (`dir`, `tar.gz`, `deb`, `AppImage`, `nsis`, `dmg`); otherwise all that can be made on this system are.
 */
import { setUp } from './setup.mjs';
import { foreground } from './setup/child.mjs';
import { findNode } from './setup/node.mjs';
import { command } from './setup/say.mjs';

await command(async () => {
  await setUp();
  const built = await foreground(findNode(), ['scripts/build.ts']);
  if (built !== 0) return built;
  return foreground(findNode(), ['scripts/pack/pack.ts', ...process.argv.slice(2)]);
});

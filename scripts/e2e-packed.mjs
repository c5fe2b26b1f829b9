/**
 * `npm run e2e:packed`: the end-to-end tests on the packed program, after set-up, build and packing. What
 * follows `--` goes to Playwright, as with `npm run e2e`.
 */
import { setUp } from './setup.mjs';
import { foreground, run } from './setup/child.mjs';
import { findNode } from './setup/node.mjs';
import { command } from './setup/say.mjs';
import { PACKED } from './pack/places.mjs';

await command(async () => {
  await setUp();
  for (const script of ['scripts/build.ts', 'scripts/pack/pack.ts']) {
    const code = await foreground(findNode(), [script, '--if-stale']);
    if (code !== 0) return code;
  }
  const program = (await run(findNode(), ['scripts/pack/inspectable.ts'])).trim();
  const words = ['test', '--project=workbench', ...process.argv.slice(2)];
  return foreground(findNode(), ['node_modules/playwright/cli.js', ...words], {
    env: { [PACKED]: program },
  });
});

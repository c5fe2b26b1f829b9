/**
 * `npm test`: sets up the machine, then checks everything: types, lint, format, build, packing, unit
 * tests and end-to-end tests. All steps run, whichever fails. The last line is `N passed, N failed`. It counts
 * every unit and end-to-end test; types, lint, format, build and packing count as one each; and a step that ran
 * no test, or that failed without saying which test, counts as one failed.
 */
import { mkdirSync, rmSync } from 'node:fs';
import { countE2e, countUnit, judged, total } from './count.mjs';
import { setUp } from './setup.mjs';
import { foreground } from './setup/child.mjs';
import { tryReadJson } from './setup/json.mjs';
import { findNode } from './setup/node.mjs';
import { inRoot } from './setup/paths.mjs';
import { command, seconds } from './setup/say.mjs';

/**
 * @typedef {import('./count.mjs').Count} Count
 * @typedef {object} Step
 * @property {string} name
 * @property {string[]} run a script for Node, with its arguments
 * @property {() => Count} [count] how its tests ended; a step without tests is one check itself
 */

/** Where the test runners write their reports. */
const REPORTS = 'test-results';

/** @type {Step[]} */
const STEPS = [
  { name: 'types', run: ['node_modules/typescript/bin/tsc', '-b'] },
  { name: 'lint', run: ['node_modules/oxlint/bin/oxlint', '--type-aware', '--deny-warnings'] },
  { name: 'format', run: ['node_modules/oxfmt/bin/oxfmt', '--check'] },
  { name: 'build', run: ['scripts/build.ts'] },
  { name: 'pack', run: ['scripts/pack/pack.ts', '--if-stale'] },
  {
    name: 'unit tests',
    run: ['node_modules/vitest/vitest.mjs', 'run', ...vitestReporters()],
    count: () => countUnit(tryReadJson(inRoot(REPORTS, 'unit.json'))),
  },
  {
    name: 'end-to-end tests',
    run: ['node_modules/playwright/cli.js', 'test', '--project=workbench'],
    count: () => countE2e(tryReadJson(inRoot(REPORTS, 'e2e.json'))),
  },
];

await command(async () => {
  await setUp('tests');
  rmSync(inRoot(REPORTS), { recursive: true, force: true });
  mkdirSync(inRoot(REPORTS));
  const counts = [];
  for (const step of STEPS) counts.push(await check(step));
  return conclude(counts);
});

/**
 * Runs one step under its heading.
 * @param {Step} step
 * @returns {Promise<Count>}
 */
async function check(step) {
  const begin = performance.now();
  console.log(`\n── ${step.name} ──`);
  const code = await foreground(findNode(), step.run);
  const count = judged(step.count?.() ?? asOne(code === 0), code === 0);
  const verdict = count.failed === 0 ? 'passed' : 'FAILED';
  console.log(`── ${step.name}: ${verdict}, ${seconds(performance.now() - begin)} ──`);
  return count;
}

/**
 * @param {boolean} ok
 * @returns {Count}
 */
function asOne(ok) {
  return { passed: ok ? 1 : 0, failed: ok ? 0 : 1, skipped: 0 };
}

/** For a person on the terminal, and for the counting. */
function vitestReporters() {
  return ['--reporter=default', '--reporter=json', `--outputFile.json=${REPORTS}/unit.json`];
}

/**
 * Prints the closing line.
 * @param {Count[]} counts
 * @returns {number} the exit code
 */
function conclude(counts) {
  const { passed, failed, skipped } = total(counts);
  if (skipped > 0) console.log(`\nSkipped tests: ${skipped}.`);
  console.log(`\n${passed} passed, ${failed} failed`);
  return failed === 0 ? 0 : 1;
}

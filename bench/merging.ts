/**
 * Two copies of a library are worked in at random, merged in any order and twice, and compared row by row,
 * their conflicts with what both journals tell: the long run of a test of the suite.
 *
 *     npm run bench:merging -- --actions=500 --seeds=20 --from=1
 */
import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { atMost, report } from './bars.ts';

const { values } = parseArgs({
  options: {
    actions: { type: 'string', default: '500' },
    seeds: { type: 'string', default: '20' },
    from: { type: 'string', default: '1' },
  },
});

const seeds = Array.from({ length: Number(values.seeds) }, (_, at) => Number(values.from) + at);
const { status } = spawnSync(
  process.execPath,
  ['node_modules/vitest/vitest.mjs', 'run', 'electron/store/merging/merging.property.test.ts'],
  {
    cwd: fileURLToPath(new URL('..', import.meta.url)),
    env: {
      ...process.env,
      CABLEWRIGHT_SEEDS: seeds.join(' '),
      CABLEWRIGHT_ACTIONS: values.actions,
    },
    stdio: 'inherit',
  },
);
report('merging', [
  atMost('runs with a difference, or a conflict not listed', status === 0 ? 0 : 1, 0, 'runs'),
]);

/**
 * How long the program takes to start, beside an empty window of the same Electron: from the moment the
 * process is asked for to the window being shown, and to the first cable being there to read.
 *
 *     npm run bench:start
 *
 * Both are started in turn, so that whatever else keeps the machine busy burdens both. The library is
 * there already and was closed as it should be; what the very first start takes, which makes it, is told
 * without a bar. The work of all processes until the window rests is told beside the time by the clock.
 */
import { cp, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startDisplay } from '../scripts/setup/display.mjs';
import { requireElectron } from '../scripts/setup/electron.mjs';
import { root } from '../scripts/setup/paths.mjs';
import { partsOf, sizeTable } from '../scripts/sizes.ts';
import { atMost, median, report } from './bars.ts';
import { MOMENTS, type Moment, type Start, startOnce } from './start/start-once.ts';

/** How often each is started; the middle one counts. */
const RUNS = 9;
/** How often the very first start is made, each on a folder of its own. */
const FIRST_RUNS = 3;
/** What a start of the program may take, as a multiple of the empty window's. */
const FACTOR = 1.5;

const { executable, standIn } = requireElectron();
const end = await startDisplay();
const folder = await mkdtemp(join(tmpdir(), 'cablewright-bench-'));
try {
  const tap = await tapIn(join(folder, 'tap'));
  const startOf = (program: string) => (data: string) =>
    startOnce({ executable, tap, program, userData: join(folder, data) });
  const startEmpty = startOf(join(root, 'bench', 'start', 'empty.mjs'));
  const startProgram = startOf(join(root, 'dist', 'main.js'));

  const first: Start[] = [];
  for (let run = 0; run < FIRST_RUNS; run++) first.push(await startProgram(`first-${run}`));
  await startEmpty('empty');
  const [empty, second]: [Start[], Start[]] = [[], []];
  for (let run = 0; run < RUNS; run++) {
    empty.push(await startEmpty('empty'));
    second.push(await startProgram('first-0'));
  }
  if (standIn) console.log('Measured on the stand-in Electron, which is for tests and trials.');
  console.log(`Median of ${RUNS} starts (first ever: ${FIRST_RUNS}), in milliseconds:`);
  console.log(
    table({
      'empty window': empty,
      'program, library there': second,
      'program, first start ever': first,
    }),
  );
  console.log('What a start loads:');
  console.log(sizeTable(partsOf(join(root, 'dist'))));
  const multiple = (moment: Moment) => middle(second, moment) / middle(empty, moment);
  report('start', [
    atMost('window shown, against the empty window', multiple('shown'), FACTOR, 'times'),
    atMost('first cable readable, against the empty window', multiple('readable'), FACTOR, 'times'),
  ]);
} finally {
  await rm(folder, { recursive: true, force: true });
  await end?.();
}

/** Makes the app of the tap, under the name of ours, and gives its folder. */
async function tapIn(app: string): Promise<string> {
  await cp(join(root, 'bench', 'start'), app, { recursive: true });
  const { name, productName, version } = JSON.parse(
    await readFile(join(root, 'package.json'), 'utf8'),
  ) as Record<string, string>;
  await writeFile(
    join(app, 'package.json'),
    JSON.stringify({ name, productName, version, type: 'module', main: 'tap.mjs' }),
  );
  return app;
}

function middle(starts: readonly Start[], moment: Moment): number {
  return median(starts.map(({ moments }) => moments[moment]));
}

/** A line for each kind of start, a column for each moment, and the work last. */
function table(kinds: Readonly<Record<string, readonly Start[]>>): string {
  const width = Math.max(...Object.keys(kinds).map((kind) => kind.length));
  const row = (head: string, cells: readonly string[]) =>
    `  ${head.padEnd(width)}${cells.map((cell) => cell.padStart(10)).join('')}`;
  const lines = Object.entries(kinds).map(([kind, starts]) => {
    const work = starts.flatMap((each) => each.work ?? []);
    const times = [...MOMENTS.map((moment) => middle(starts, moment)), median(work)];
    return row(
      kind,
      times.map((time) => time.toFixed(0)),
    );
  });
  return [row('', [...MOMENTS, 'work']), ...lines].join('\n');
}

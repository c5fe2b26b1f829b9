/**
 * Whether annotations hold on to their words through everything an editor does: `npm run bench:edits`.
 * Random edits are made in a real library and, by a mapper that shares nothing with the program's own
 * (bench/reference/), beside it; after each the two are compared. Then all is undone step by step.
 *
 *     npm run bench:edits -- --edits=10000 --undos=1000 --annotations=500 --seed=1
 */
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { clean } from '../domain/clean/clean.ts';
import { byDate } from '../domain/search/order.ts';
import { connect } from '../electron/store/database.ts';
import type { Store } from '../electron/store/face.ts';
import { sqliteStore } from '../electron/store/sqlite-store.ts';
import { atLeast, atMost, report } from './bars.ts';
import { Driver } from './reference/driver.ts';
import { randomOf } from './reference/random.ts';
import { type Contents, contents, differences } from './reference/snapshot.ts';
import { proposedText } from './reference/texts.ts';

const SEED_TEXT = new URL('../seeds/004_a7bca620c5cd76cf.txt', import.meta.url);

const { values } = parseArgs({
  options: {
    edits: { type: 'string', default: '10000' },
    undos: { type: 'string', default: '1000' },
    annotations: { type: 'string', default: '500' },
    words: { type: 'string', default: '2500' },
    seed: { type: 'string', default: String(Date.now() % 1_000_000) },
  },
});
const edits = Number(values.edits);
const undos = Number(values.undos);
const annotations = Number(values.annotations);
const random = randomOf(Number(values.seed));
const made = proposedText(random, Number(values.words));

/** A store that cleans the made text as it was made, and all others as the program does. */
function open(): Store {
  const rules = [...new Set(made.changes.map(({ rule }) => rule))].map((name) => ({
    name,
    explanation: 'Made for a measure.',
    certainty: 'likely' as const,
  }));
  const cleaner = (text: string) =>
    text === made.text
      ? { changes: made.changes, structure: [], metadata: [], warnings: [] }
      : clean(text);
  return sqliteStore({ rules, clean: cleaner }, { progress: () => {}, log: () => {} });
}

const folder = mkdtempSync(join(tmpdir(), 'cablewright-bench-'));
const path = join(folder, 'edits.cablewright');

/** What the library holds now. It is closed for that and opened again, as it lets nobody else in. */
async function holds(driver: Driver) {
  driver.rest();
  await store.close();
  const db = connect(path, 'must-be-there');
  const all = contents(db);
  db.close();
  await store.open(path);
  return all;
}

/** Imports both texts. */
async function begin(): Promise<void> {
  await store.create(path);
  await store.open(path);
  const files = [
    ['seed.txt', readFileSync(SEED_TEXT, 'utf8')],
    ['made.txt', made.text],
  ] as const;
  for (const [name, text] of files) writeFileSync(join(folder, name), text);
  await store.importFiles(files.map(([name]) => join(folder, name)));
}

/** Makes all edits; gives what the library held after each hundredth of the actions that will be undone. */
async function work(driver: Driver): Promise<Map<number, Contents>> {
  const kept = new Map<number, Contents>();
  for (let count = 0; count < annotations; count++) await driver.annotate();
  for (let left = edits - 1; left >= 0; left--) {
    if (left + 1 === undos) kept.set(undos, await holds(driver));
    // What is highlighted later is carried along by a restore; it is not undone here.
    const { tray } = driver.counts();
    if (left >= undos && random.chance(0.05)) {
      await driver.annotate();
      if (tray > annotations / 3) await driver.clearOne();
    }
    await driver.edit();
    if (left > 0 && left < undos && left % 100 === 0) kept.set(left, await holds(driver));
    if (left % 500 === 0) {
      const { shown } = driver.counts();
      const done = `${driver.edits} edits, ${driver.deviations.length} deviations`;
      console.log(`${done}; ${shown} in place, ${tray} without a place`);
    }
  }
  return kept;
}

/** Undoes the last actions; how many states were not as before. The library is opened anew at each of them. */
async function undoAll(driver: Driver, kept: ReadonlyMap<number, Contents>): Promise<number> {
  let wrong = 0;
  for (let undone = 1; undone <= undos; undone++) {
    await store.undo('kay');
    const wanted = kept.get(undone);
    const [first, ...others] = wanted ? differences(wanted, await holds(driver)) : [];
    if (first === undefined) continue;
    wrong++;
    console.log(`after ${undone} undos, with ${others.length} more rows: ${first}`);
  }
  return wrong;
}

const store = open();
try {
  console.log(`seed ${values.seed}`);
  await begin();
  const driver = new Driver(store, random);
  const { cables } = await store.listCables({ offset: 0, limit: 10, query: '', order: byDate });
  for (const { id } of cables) await driver.take(id);
  const start = performance.now();
  const kept = await work(driver);
  const seconds = (performance.now() - start) / 1_000;
  console.log(
    `${driver.edits} edits in ${seconds.toFixed(0)} s:`,
    Object.fromEntries(driver.kinds),
  );
  for (const { edit, what, done } of driver.deviations.slice(0, 10))
    console.log(`edit ${edit}: ${what}\n  by ${done}`);
  const wrong = await undoAll(driver, kept);
  const { targets, lost } = driver.compared;
  report('edits', [
    atLeast('edits', driver.edits, edits, 'edits'),
    atLeast('annotations compared', targets - lost, 1, 'times in place'),
    atLeast('annotations without a place compared', lost, 1, 'times'),
    atMost('deviations from the reference', driver.deviations.length, 0, 'deviations'),
    atLeast('undos', undos, undos, 'undos'),
    atLeast('states compared on the way back', kept.size, Math.ceil(undos / 100), 'states'),
    atMost('states not as they were', wrong, 0, 'states'),
  ]);
} finally {
  await store.close();
  rmSync(folder, { recursive: true, force: true });
}

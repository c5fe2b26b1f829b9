/**
 * What safe keeping costs a library of many cables: opening it, closing it with its seal, backing it up while
 * it answers, restoring that, and proving all of it:
 *
 *     npm run bench:safety -- --cables=10000
 *
 * The built program is used, as its worker has threads of its own. The cables are those of `bench:library`.
 * While a backup is made, and while the library is being proven, a line of the list is asked for again and
 * again: the longest wait is what a person would feel.
 */
import { mkdtempSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { byDate } from '../domain/search/order.ts';
import { openStore } from '../electron/store/open-store.ts';
import { root } from '../scripts/setup/paths.mjs';
import { atMost, report } from './bars.ts';
import { writeCables } from './library/cables.ts';

const { values } = parseArgs({ options: { cables: { type: 'string', default: '10000' } } });
const total = Number(values.cables);
const folder = mkdtempSync(join(tmpdir(), 'cablewright-bench-'));
const path = join(folder, 'bench.cablewright');
const store = openStore(
  join(root, 'dist/worker.js'),
  { progress: () => undefined, log: () => undefined },
  { backups: join(folder, 'backups'), automatic: false },
);

/** How long some work takes, in milliseconds. */
async function timed(work: () => Promise<unknown>): Promise<number> {
  const began = performance.now();
  await work();
  return performance.now() - began;
}

/** How long some work takes, and the longest that somebody who asks meanwhile has to wait. */
async function felt(what: () => Promise<unknown>): Promise<{ took: number; waited: number }> {
  const work = { ended: false };
  let waited = 0;
  const took = timed(what).finally(() => {
    work.ended = true;
  });
  while (!work.ended) {
    const list = { offset: 0, limit: 20, query: '', order: byDate };
    waited = Math.max(waited, await timed(() => store.listCables(list)));
    await new Promise((done) => setTimeout(done, 5));
  }
  return { took: await took, waited };
}

try {
  writeCables(join(folder, 'cables'), total);
  await store.create(path);
  await store.open(path);
  await store.importFiles([join(folder, 'cables')]);
  await store.listMissing({ offset: 0, limit: 1, words: '' });
  await store.createTag({ name: 'Bench' }, 'bench');
  const closing = await timed(() => store.close());
  const mebibytes = statSync(path).size / 1024 ** 2;
  const opening = await timed(() => store.open(path));
  const backup = await felt(() => store.makeBackup('asked'));
  const proof = await felt(async () => {
    const found = await store.verify();
    if (!found?.sound) throw new Error(`not sound: ${JSON.stringify(found)}`);
  });
  const [{ name } = { name: '' }] = (await store.listBackups(null)).backups;
  const restoring = await timed(() => store.restoreBackup({ name, path: null }));
  await store.close();
  console.log(`${total} cables, ${mebibytes.toFixed(0)} MiB`);
  report('safety', [
    atMost('closing with seal', closing, 5_000, 'ms'),
    atMost('opening', opening, 3_000, 'ms'),
    atMost('backup, for each 100 MiB', (backup.took / mebibytes) * 100, 10_000, 'ms'),
    atMost('longest wait during a backup', backup.waited, 250, 'ms'),
    atMost('proof, a cable', proof.took / total, 20, 'ms'),
    atMost('longest wait during a proof', proof.waited, 250, 'ms'),
    atMost('restoring', restoring, 60_000, 'ms'),
  ]);
} finally {
  await store.close();
  rmSync(folder, { recursive: true, force: true });
}

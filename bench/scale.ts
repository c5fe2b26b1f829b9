/**
 * A library of 10,000 cables with 1,000,000 annotations (100,000 of them on one cable) and 10,000 tags, of which
 * one is used 200,000 times, worked in as people work in it:
 *
 *     npm run bench:scale -- --annotations=1000000 --cables=10000 --one=100000 --tags=10000 --keep=FILE
 *
 * `--keep` names a library that is used where it is there, and else is made there once (a quarter of an hour);
 * what is done is done to a copy. An *answer* is how long somebody waits for what a window asks for again and
 * again, p95. A *block* is how long the store's thread works at most without a turn for anybody else, in time of
 * its processor: so long typing that is to be saved may have to wait. Long work may take its time, but must not
 * block; only its last step, which brings all of it onto the disk at once, has a limit of its own.
 */
import { copyFileSync, existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { parseArgs } from 'node:util';
import { clean } from '../domain/clean/clean.ts';
import { RULES } from '../domain/clean/rules.ts';
import type { CheckedInput } from '../domain/contract.ts';
import { byDate } from '../domain/search/order.ts';
import { sqliteStore } from '../electron/store/sqlite-store.ts';
import { atMost, type Bar, quantile, report } from './bars.ts';
import { COMMON_TAG, LONG_TITLE, makeLibrary } from './scale/library.ts';

const { values } = parseArgs({
  options: {
    annotations: { type: 'string', default: '1000000' },
    cables: { type: 'string', default: '10000' },
    one: { type: 'string', default: '100000' },
    tags: { type: 'string', default: '10000' },
    keep: { type: 'string' },
  },
});

/** Limits in milliseconds: for an answer, for a block, and for the last step of long work. */
const ANSWER = 100;
const BLOCK = 50;
const LAST_STEP = 3_000;
/** What one cable with 100,000 annotations may take longer. */
const LONG_CABLE = 1_000;
/** How often each question is asked; the first time is not counted. */
const RUNS = 8;

interface Measured {
  readonly answer: number;
  readonly block: number;
}

/** The time of the processor that this thread has had, in milliseconds. */
const worked = (): number => {
  const { user, system } = process.threadCpuUsage();
  return (user + system) / 1_000;
};

/** Does some work so often, and says how long it took and for how long at most nobody else had a turn. */
async function measured(runs: number, work: () => Promise<unknown>): Promise<Measured> {
  const times: number[] = [];
  let [block, last] = [0, worked()];
  let turn: NodeJS.Immediate;
  const look = () => {
    const now = worked();
    block = Math.max(block, now - last);
    last = now;
    turn = setImmediate(look);
  };
  for (let run = 0; run < runs; run += 1) {
    await setTimeout(5);
    last = worked();
    turn = setImmediate(look);
    const begin = performance.now();
    await work();
    times.push(performance.now() - begin);
    await setTimeout(1);
    clearImmediate(turn);
  }
  return { answer: quantile(times.slice(1), 0.95), block };
}

const bars: Bar[] = [];

/** A question that a window asks again and again. */
async function answers(name: string, work: () => Promise<unknown>, limit = ANSWER): Promise<void> {
  const { answer, block } = await measured(RUNS, work);
  bars.push(atMost(`${name}: answer`, answer, limit, 'ms'));
  bars.push(atMost(`${name}: block`, block, Math.max(BLOCK, limit), 'ms'));
}

/** Work that may take its time. */
async function takesTurns(name: string, work: () => Promise<unknown>, limit = BLOCK) {
  const begin = performance.now();
  const { block } = await measured(1, work);
  console.log(`${name}: ${((performance.now() - begin) / 1_000).toFixed(1)} s`);
  bars.push(atMost(`${name}: block`, block, limit, 'ms'));
}

const folder = mkdtempSync(join(tmpdir(), 'cablewright-scale-'));
try {
  const source = values.keep ?? join(folder, 'made.cablewright');
  if (!existsSync(source))
    await makeLibrary(source, {
      annotations: Number(values.annotations),
      cables: Number(values.cables),
      onOne: Number(values.one),
      tags: Number(values.tags),
    });
  const path = join(folder, 'library.cablewright');
  copyFileSync(source, path);
  const store = sqliteStore({ clean, rules: RULES }, { progress: () => {}, log: () => {} });
  await store.open(path);
  await workIn(store);
  await store.close();
  report('scale', bars);
} finally {
  rmSync(folder, { recursive: true, force: true });
}

async function workIn(store: ReturnType<typeof sqliteStore>): Promise<void> {
  const stretch = { offset: 0, limit: 100, query: '', order: byDate };
  const searching = (query: string): CheckedInput<'search.results'> => ({
    ...{ query, offset: 0, limit: 50, whole: false },
    order: { by: 'relevance', descending: true },
  });
  await takesTurns('tags counted for the first time', () => store.listTags());
  const tags = (await store.listTags()).map(({ tag }) => tag);
  const common = tags.find(({ name }) => name === COMMON_TAG);
  const other = tags.find(({ name }) => name !== COMMON_TAG);
  const [long] = await store.findCables({ words: LONG_TITLE, limit: 1 });
  const [first] = (await store.listCables(stretch)).cables;
  if (!common || !other || !long || !first) throw new Error('This library was not made here.');

  await answers('the desk', () => store.state());
  await answers('the list', () => store.listCables(stretch));
  await answers('a cable', () => store.openCable(first.id));
  await answers('its annotations', () =>
    store.annotationsInSight({ cableId: first.id, reach: 5_000 }),
  );
  await answers('the tags', () => store.listTags());
  await answers('a search', () => store.searchResults(searching('agreement')));
  await answers('its counts', () => store.countSearch('agreement'));
  await answers('a search by the common tag', () =>
    store.searchResults(searching(`tag:${COMMON_TAG}`)),
  );
  await answers('annotations with common words', () =>
    store.findAnnotations({ words: 'passage', limit: 50, cableId: null }),
  );
  await answers('uses of the common tag', () =>
    store.listTagUses({ id: common.id, offset: 10_000, limit: 100 }),
  );
  await answers(
    'annotations in sight on the long cable',
    () => store.annotationsInSight({ cableId: long.id, reach: 5_000 }),
    LONG_CABLE,
  );
  await answers('annotating the long cable', () =>
    store.createAnnotation(
      { cableId: long.id, ranges: [], version: 0, tagIds: [other.id], note: '' },
      'miller',
    ),
  );

  await takesTurns('annotations with words that none has', () =>
    store.findAnnotations({ words: 'qqzz', limit: 50, cableId: null }),
  );
  await takesTurns('use of tags by cable', () => store.countTagUse());
  await takesTurns('annotators', () => store.listCreators());
  await takesTurns('concordance', () => store.makeConcordance('agreement'));
  const merging = { ids: [common.id], into: other.id };
  await takesTurns('what merging the common tag would do', () => store.previewMerge(merging));
  await takesTurns('renaming the common tag', () =>
    store.updateTag({ id: common.id, name: 'Allies' }, 'miller'),
  );
  await takesTurns('merging the common tag', () => store.mergeTags(merging, 'miller'), LAST_STEP);
  await takesTurns('undoing that', () => store.undo('miller'), LAST_STEP);
  await takesTurns('deleting it', () => store.deleteTag(common.id, 'miller'), LAST_STEP);
  await takesTurns('undoing that', () => store.undo('miller'), LAST_STEP);
}

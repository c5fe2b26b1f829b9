/**
 * How long the vocabulary takes to be merged, split, put on many annotations and undone, and how long
 * many names take to be found: `npm run bench:vocabulary`. A tag with 5,000 uses, a fifth of them beside
 * the tag it is merged into, in a library of 2,000 tags; 5,000 names in a text of 100,000 characters.
 *
 *     npm run bench:vocabulary -- --uses=5000 --tags=2000 --runs=5
 */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { clean } from '../domain/clean/clean.ts';
import { RULES } from '../domain/clean/rules.ts';
import type { Store } from '../electron/store/face.ts';
import { sqliteStore } from '../electron/store/sqlite-store.ts';
import { annotateMany } from '../electron/testing/vocabulary.ts';
import type { GazetteerEntry } from '../domain/gazetteer/entry.ts';
import { nameFinder } from '../domain/gazetteer/find.ts';
import { byDate } from '../domain/search/order.ts';
import { atLeast, atMost, median, report, time } from './bars.ts';

/** The longest that each may take, in milliseconds. */
const LIMIT = 1_000;

const SEED_TEXT = new URL('../seeds/004_a7bca620c5cd76cf.txt', import.meta.url);

const { values } = parseArgs({
  options: {
    uses: { type: 'string', default: '5000' },
    tags: { type: 'string', default: '2000' },
    runs: { type: 'string', default: '5' },
  },
});
const uses = Number(values.uses);

/** How long some work takes, in milliseconds. */
async function timed(work: () => Promise<unknown>): Promise<number> {
  const start = performance.now();
  await work();
  return performance.now() - start;
}

/** Medians of how long an action, its undo and its redo take; each run ends as it began. */
async function measure(store: Store, act: () => Promise<unknown>) {
  const runs = { act: [] as number[], undo: [] as number[], redo: [] as number[] };
  for (let run = 0; run <= Number(values.runs); run += 1) {
    const times = {
      act: await timed(act),
      undo: await timed(() => store.undo('kay')),
      redo: await timed(() => store.redo('kay')),
    };
    await store.undo('kay');
    // The first run is not counted: there the statements are prepared.
    if (run === 0) continue;
    for (const name of ['act', 'undo', 'redo'] as const) runs[name].push(times[name]);
  }
  return { act: median(runs.act), undo: median(runs.undo), redo: median(runs.redo) };
}

/** How long it takes to find 5,000 names, in two forms each, in a long text: the median of several runs. */
function findNames(): number {
  const names = Array.from({ length: 5_000 }, (_, at): GazetteerEntry => {
    const forms = [`Surname${at}`, `Given Surname${at}`];
    const id = `019a9f00-0000-7000-8002-${String(at).padStart(12, '0')}`;
    const name = `Surname${at}, Given`;
    return { id, kind: 'person', name, forms, description: '', source: '' };
  });
  const find = nameFinder(names);
  const sentence =
    'The Ambassador told Given Surname77 that Surname4999 would not give way in it.\n';
  const text = sentence.repeat(Math.ceil(100_000 / sentence.length));
  return time(() => void find(text), Number(values.runs));
}

/** A library of one cable with all tags; gives the ids of the two tags that the measure is about. */
async function begin(store: Store, path: string) {
  await store.create(path);
  await store.open(path);
  await store.importFiles([fileURLToPath(SEED_TEXT)]);
  const cable = (await store.listCables({ offset: 0, limit: 1, query: '', order: byDate }))
    .cables[0];
  if (!cable) throw new Error('the cable has not been imported');
  const names = Array.from({ length: Number(values.tags) - 2 }, (_, index) => `tag ${index}`);
  for (const name of names) await store.createTag({ name }, 'kay');
  const arms = await store.createTag({ name: 'arms' }, 'kay');
  const weapons = await store.createTag({ name: 'weapons' }, 'kay');
  await store.close();
  annotateMany(path, cable.id, uses, (index) =>
    index % 5 === 0 ? [arms.id, weapons.id] : [weapons.id],
  );
  await store.open(path);
  return { cableId: cable.id, arms: arms.id, weapons: weapons.id };
}

const folder = mkdtempSync(join(tmpdir(), 'cablewright-bench-'));
const store = sqliteStore({ rules: RULES, clean }, { progress: () => {}, log: () => {} });
try {
  const { cableId, arms, weapons } = await begin(store, join(folder, 'tags.cablewright'));
  const annotationIds = (await store.listAnnotations(cableId)).map(({ id }) => id);
  const split = { id: weapons, name: 'bombers', parentId: null, annotationIds };
  const input = { ids: [weapons], into: arms };
  const preview = await timed(() => store.previewMerge(input));
  const merge = await measure(store, () => store.mergeTags(input, 'kay'));
  const parted = await measure(store, () => store.splitTag(split, 'kay'));
  const tagged = await measure(store, () =>
    store.retagAnnotations({ ids: annotationIds, put: [arms], take: [weapons] }, 'kay'),
  );
  const deleted = await measure(store, () => store.deleteTag(weapons, 'kay'));
  report('vocabulary', [
    atLeast('uses of the tag', annotationIds.length, uses, 'annotations'),
    atMost('preview of merging', preview, LIMIT, 'ms'),
    atMost('merge', merge.act, LIMIT, 'ms'),
    atMost('undo of merging', merge.undo, LIMIT, 'ms'),
    atMost('redo of merging', merge.redo, LIMIT, 'ms'),
    atMost('split', parted.act, LIMIT, 'ms'),
    atMost('undo of splitting', parted.undo, LIMIT, 'ms'),
    atMost('tag all and take a tag off', tagged.act, LIMIT, 'ms'),
    atMost('undo of tagging', tagged.undo, LIMIT, 'ms'),
    atMost('delete', deleted.act, LIMIT, 'ms'),
    atMost('undo of deleting', deleted.undo, LIMIT, 'ms'),
    atMost('find 5,000 names in 100,000 characters', findNames(), 100, 'ms'),
  ]);
} finally {
  await store.close();
  rmSync(folder, { recursive: true, force: true });
}

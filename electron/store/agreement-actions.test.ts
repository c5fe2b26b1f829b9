import { expect } from 'vitest';
import type { Annotation } from '../../domain/annotation/annotation.ts';
import { typing } from '../testing/editing.ts';
import { test } from '../testing/folder.ts';
import { idOf, storeWith, type TestStore } from '../testing/store.ts';

const TEXT = 'The US is not {[Page 864] }involved in organizing such raids. 🚢 IL-28s.';
const READING = 'The US is not involved in organizing such raids. 🚢 IL-28s.';

interface More {
  readonly side?: 'original' | 'transcription';
  readonly tagIds?: string[];
  readonly note?: string;
  readonly file?: string;
}

/** Somebody annotates words of a cable; several passages are divided by ` … `, none is the whole cable. */
async function marks(store: TestStore, creator: string, words: string, more: More = {}) {
  const { side = 'transcription', tagIds = [], note = '', file = 'a.txt' } = more;
  const cableId = await idOf(store, file);
  const { version } = await store.openCable(cableId);
  const ranges = (words === '' ? [] : words.split(' … ')).map((each) => {
    const from = (side === 'original' ? TEXT : READING).indexOf(each);
    return { side, from, to: from + each.length };
  });
  return store.createAnnotation({ cableId, ranges, version, tagIds, note }, creator);
}

const annotationsOf = async (store: TestStore, file = 'a.txt') =>
  store.listAnnotations(await idOf(store, file));
/** The verdicts of all annotations by creator and words: `kay “raids” accepted by ed`. */
const verdicts = async (store: TestStore) =>
  (await annotationsOf(store)).map(
    ({ creator, targets, verdict }) =>
      `${creator} “${targets.map(({ quote }) => quote.exact).join(' … ')}”` +
      (verdict ? ` ${verdict.value} by ${verdict.by}` : ''),
  );
const label = async (store: TestStore) => (await store.state()).undo.undo;
const measure = (store: TestStore, tagIds: string[] = [], cableIds: string[] | null = null) =>
  store.measureAgreement({ creators: ['kay', 'lee'], tagIds, cableIds });
const judge = (
  store: TestStore,
  verdict: 'accepted' | 'rejected' | null,
  annotations: readonly Annotation[],
  rejecting: readonly Annotation[] = [],
) =>
  store.judgeAnnotations(
    { ids: annotations.map(({ id }) => id), verdict, rejecting: rejecting.map(({ id }) => id) },
    'ed',
  );
const merge = (store: TestStore, ...annotations: Annotation[]) =>
  store.mergeAnnotations(
    annotations.map(({ id }) => id),
    'ed',
  );

test('what two annotators marked is compared character by character', async ({ folder }) => {
  const store = await storeWith(folder, { 'a.txt': TEXT });
  const place = await store.createTag({ name: 'place' }, 'kay');
  await marks(store, 'kay', 'The US', { tagIds: [place.id] });
  await marks(store, 'kay', 'raids');
  await marks(store, 'lee', 'US is', { tagIds: [place.id] });
  const { anything, overall, tags, cables } = await measure(store);
  const units = READING.length;
  expect(anything).toMatchObject({ units, first: 11, second: 5, both: 2 });
  expect(anything.observed).toBeCloseTo((units - 12) / units, 12);
  // A mark without a tag is not the same as a mark with one.
  expect(overall).toMatchObject({ first: 11, second: 5, both: 2, observed: anything.observed });
  expect(overall.kappa).not.toBe(anything.kappa);
  expect(tags).toMatchObject([{ tagId: place.id, measure: { first: 6, second: 5, both: 2 } }]);
  expect(cables).toMatchObject([{ title: 'a.txt', measure: overall }]);
});

test('words marked in the original are compared where they are read', async ({ folder }) => {
  const store = await storeWith(folder, { 'a.txt': TEXT });
  await marks(store, 'kay', 'not {[Page 864] }involved', { side: 'original' });
  await marks(store, 'lee', 'not involved');
  expect((await measure(store)).anything).toMatchObject({
    units: READING.length,
    first: 12,
    second: 12,
    both: 12,
    kappa: 1,
    alpha: 1,
  });
});

test('the length of a text is that of its transcription, however it was made', async ({
  folder,
}) => {
  const store = await storeWith(folder, { 'a.txt': TEXT });
  await marks(store, 'kay', 'raids');
  await marks(store, 'lee', 'raids');
  const cableId = await idOf(store, 'a.txt');
  const step = typing(READING, 'raids', 'incursions 🚢');
  await store.emend({ cableId, version: 0, step, continues: false, witness: null }, 'ed');
  const { text } = await store.readCable(cableId);
  expect((await measure(store)).overall.units).toBe(text.length);
  // Words of the original ask for the whole transcription; it is as long.
  await marks(store, 'kay', 'The US', { side: 'original' });
  expect((await measure(store)).overall.units).toBe(text.length);
});

test('cables that both have annotated are compared, or those asked for', async ({ folder }) => {
  const store = await storeWith(folder, {
    'a.txt': TEXT,
    'b.txt': `${TEXT} b`,
    'c.txt': `${TEXT} c`,
  });
  await marks(store, 'kay', 'raids');
  await marks(store, 'lee', 'raids');
  await marks(store, 'kay', 'raids', { file: 'b.txt' });
  await marks(store, 'zoe', 'raids', { file: 'b.txt' });
  const titles = async (cableIds: string[] | null) =>
    (await measure(store, [], cableIds)).cables.map(({ title }) => title);
  expect(await titles(null)).toEqual(['a.txt']);
  const asked = [await idOf(store, 'c.txt'), await idOf(store, 'b.txt')];
  expect(await titles(asked)).toEqual(['b.txt', 'c.txt']);
  expect((await measure(store, [], asked)).overall).toMatchObject({ first: 5, second: 0, both: 0 });
});

test('an annotator is not compared with themselves', async ({ folder }) => {
  const store = await storeWith(folder, { 'a.txt': TEXT });
  const same = { creators: ['kay', 'kay'], tagIds: [], cableIds: null } satisfies Parameters<
    typeof store.measureAgreement
  >[0];
  await expect(store.measureAgreement(same)).rejects.toThrow(
    'kay cannot be compared with themselves. Choose two annotators.',
  );
});

test('verdicts do not change what was measured, and merging is nobody’s work', async ({
  folder,
}) => {
  const store = await storeWith(folder, { 'a.txt': TEXT });
  const [kay, lee] = [await marks(store, 'kay', 'such raids'), await marks(store, 'lee', 'raids')];
  const before = await measure(store);
  await judge(store, 'rejected', [kay]);
  expect(await measure(store)).toEqual(before);
  // Kay adjudicates her own work, too.
  await store.mergeAnnotations([kay.id, lee.id], 'kay');
  expect(await annotationsOf(store)).toHaveLength(3);
  expect(await measure(store)).toEqual(before);
});

test('what has lost its words is left out', async ({ folder }) => {
  const store = await storeWith(folder, { 'a.txt': TEXT });
  await marks(store, 'kay', 'raids … US');
  await marks(store, 'lee', 'US');
  const cableId = await idOf(store, 'a.txt');
  const step = typing(READING, 'such raids', '');
  await store.emend({ cableId, version: 0, step, continues: false, witness: null }, 'ed');
  expect((await measure(store)).anything).toMatchObject({ first: 2, second: 2, both: 2 });
});

test('annotations are accepted and rejected, and that is taken back', async ({ folder }) => {
  const store = await storeWith(folder, { 'a.txt': TEXT });
  const [us, raids] = [await marks(store, 'kay', 'US'), await marks(store, 'kay', 'raids')];
  const lee = await marks(store, 'lee', 'raids');
  const { cableId } = us;

  expect(await judge(store, 'accepted', [us, raids])).toEqual({ annotations: 2, cableId });
  expect(await label(store)).toBe('accept 2 annotations of kay');
  await judge(store, 'rejected', [lee]);
  expect(await label(store)).toBe('reject the annotation of lee on “raids”');
  expect(await verdicts(store)).toEqual([
    'kay “US” accepted by ed',
    'kay “raids” accepted by ed',
    'lee “raids” rejected by ed',
  ]);
  expect(await judge(store, 'rejected', [lee])).toEqual({ annotations: 0, cableId: null });
  expect(await label(store)).toBe('reject the annotation of lee on “raids”');

  await judge(store, null, [raids, lee]);
  expect(await label(store)).toBe('take back the verdicts on 2 annotations');
  expect(await verdicts(store)).toEqual(['kay “US” accepted by ed', 'kay “raids”', 'lee “raids”']);
});

test('one is accepted over the other as one action, which undo takes back after a restart', async ({
  folder,
}) => {
  const store = await storeWith(folder, { 'a.txt': TEXT });
  const kay = await marks(store, 'kay', 'such raids');
  const lee = await marks(store, 'lee', 'raids');
  expect(await judge(store, 'accepted', [lee], [kay])).toMatchObject({ annotations: 2 });
  expect(await label(store)).toBe('accept the annotation of lee on “raids” over that of kay');
  const decided = ['kay “such raids” rejected by ed', 'lee “raids” accepted by ed'];
  expect(await verdicts(store)).toEqual(decided);
  await store.close();
  const again = await storeWith(folder);
  await again.undo('ed');
  expect(await annotationsOf(again)).toEqual([kay, lee]);
  await again.redo('ed');
  expect(await verdicts(again)).toEqual(decided);
});

test('annotations are merged into one of who adjudicates', async ({ folder }) => {
  const store = await storeWith(folder, { 'a.txt': TEXT });
  const [place, act] = [
    await store.createTag({ name: 'place' }, 'kay'),
    await store.createTag({ name: 'act' }, 'kay'),
  ];
  const kay = await marks(store, 'kay', 'The US … raids', { tagIds: [act.id], note: 'Whose?' });
  const lee = await marks(store, 'lee', 'US is … IL-28s', {
    tagIds: [place.id, act.id],
    note: 'Ours.',
  });
  const more = await marks(store, 'lee', '[Page 864]', { side: 'original' });
  const merged = await merge(store, kay, lee, more);
  expect(merged).toMatchObject({
    creator: 'ed',
    tagIds: [act.id, place.id],
    note: '**kay:**\n\nWhose?\n\n**lee:**\n\nOurs.',
    verdict: null,
  });
  expect(merged.targets.map(({ side, quote }) => `${side} ${quote.exact}`)).toEqual([
    'original [Page 864]',
    'transcription The US is',
    'transcription raids',
    'transcription IL-28s',
  ]);
  expect(await label(store)).toBe('merge 3 annotations of kay, lee');
  const all = await annotationsOf(store);
  expect(all.find(({ id }) => id === merged.id)).toEqual(merged);
  expect(all.filter(({ verdict }) => verdict?.value === 'merged')).toHaveLength(3);

  await store.close();
  const again = await storeWith(folder);
  await again.undo('ed');
  expect(await annotationsOf(again)).toHaveLength(3);
  expect(await annotationsOf(again)).toEqual(expect.arrayContaining([kay, lee, more]));
  await again.redo('ed');
  expect(await annotationsOf(again)).toEqual(all);
});

test('passages are merged where they stand now, without those that have lost their words', async ({
  folder,
}) => {
  const store = await storeWith(folder, { 'a.txt': TEXT });
  const kay = await marks(store, 'kay', 'The US … raids');
  const lee = await marks(store, 'lee', 'organizing');
  const cableId = await idOf(store, 'a.txt');
  const step = typing(READING, 'such raids', '');
  await store.emend({ cableId, version: 0, step, continues: false, witness: null }, 'ed');
  const { targets } = await merge(store, kay, lee);
  expect(targets.map(({ version, lost, quote }) => [version, lost, quote.exact])).toEqual([
    [1, null, 'The US'],
    [1, null, 'organizing'],
  ]);
  const [before] = await annotationsOf(store);
  expect(before?.targets.map(({ lost }) => lost === null)).toEqual([true, false]);
});

test('annotations on the whole cable are merged with each other', async ({ folder }) => {
  const store = await storeWith(folder, { 'a.txt': TEXT });
  const [kay, lee] = [await marks(store, 'kay', ''), await marks(store, 'lee', '')];
  expect((await merge(store, kay, lee)).targets).toEqual([]);
  expect(await label(store)).toBe('merge the annotations of kay and lee on the whole cable');
});

test('what cannot be merged is told', async ({ folder }) => {
  const store = await storeWith(folder, { 'a.txt': TEXT, 'b.txt': `${TEXT} b` });
  const kay = await marks(store, 'kay', 'raids');
  const lee = await marks(store, 'lee', 'such raids');
  const whole = await marks(store, 'lee', '');
  const other = await marks(store, 'lee', 'raids', { file: 'b.txt' });
  await expect(merge(store, kay, kay)).rejects.toThrow('Choose at least two annotations');
  await expect(merge(store, kay, other)).rejects.toThrow('Choose at least two annotations');
  await expect(merge(store, kay, whole)).rejects.toThrow('on the whole cable and one on some');
  await merge(store, kay, lee);
  await expect(merge(store, kay, lee)).rejects.toThrow(
    'The annotation of kay on “raids” has been merged already. Take that back first.',
  );
  const lost = await marks(store, 'lee', 'IL-28s');
  const us = await marks(store, 'kay', 'US');
  const cableId = await idOf(store, 'a.txt');
  const step = typing(READING, ' IL-28s', '');
  await store.emend({ cableId, version: 0, step, continues: false, witness: null }, 'ed');
  await expect(merge(store, us, lost)).rejects.toThrow('has lost its words, “IL-28s”');
});

test('a verdict on what was merged takes the merging back', async ({ folder }) => {
  const store = await storeWith(folder, { 'a.txt': TEXT });
  const kay = await marks(store, 'kay', 'such raids');
  const lee = await marks(store, 'lee', 'raids');
  const merged = await merge(store, kay, lee);
  const us = await marks(store, 'lee', 'US');
  const [type] = await store.listRelationTypes();
  await store.createRelation(
    { typeId: type?.type.id ?? '', from: merged.id, to: us.id, note: '' },
    'ed',
  );
  await judge(store, null, [kay]);
  expect(await annotationsOf(store)).toEqual([us, kay, lee]);
  expect(await store.listRelations(kay.cableId)).toEqual([]);
  await store.undo('ed');
  expect(await verdicts(store)).toEqual([
    'lee “US”',
    'kay “such raids” merged by ed',
    'ed “such raids”',
    'lee “raids” merged by ed',
  ]);
  expect(await store.listRelations(kay.cableId)).toHaveLength(1);
});

test('what came of merging stays if somebody has gone on with it', async ({ folder }) => {
  const store = await storeWith(folder, { 'a.txt': TEXT });
  const kay = await marks(store, 'kay', 'such raids');
  const lee = await marks(store, 'lee', 'raids');
  const merged = await merge(store, kay, lee);
  await new Promise((done) => setTimeout(done, 2));
  await store.updateAnnotation({ id: merged.id, note: 'See Bundy.' }, 'ed');
  await judge(store, 'accepted', [lee]);
  expect(await verdicts(store)).toEqual([
    'kay “such raids”',
    'ed “such raids”',
    'lee “raids” accepted by ed',
  ]);
});

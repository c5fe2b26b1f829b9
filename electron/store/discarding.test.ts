import { expect } from 'vitest';
import { byDate } from '../../domain/search/order.ts';
import { test } from '../testing/folder.ts';
import { fileIn, filesOf, idOf, storeWith, type TestStore } from '../testing/store.ts';

const words =
  'The Minister told me this morning that his Government would not give way in the matter of the ships, whatever the Department may have heard of it from others in the last days.';

const texts = {
  'a.txt': `Title Telegram One\nNo. 1\nDate 1962-10-16\n${words} {x?} See Document 3. Havana`,
  'b.txt': `Title Telegram Two\nNo. 2\nDate 1962-10-20\nQuiet. {y} Havana {z?}`,
};
const third = `Title Telegram Three\nNo. 3\nDate 1962-10-18\n${words} {x?} {q} Havana. Hayana. See Document 9.`;

/** Annotates words of a cable by their place. */
async function annotate(
  store: TestStore,
  cableId: string,
  { author, tagIds, note = '' }: { author: string; tagIds: string[]; note?: string },
): Promise<string> {
  const { version } = await store.openCable(cableId);
  const ranges = [{ side: 'transcription' as const, from: 6, to: 14 }];
  return (await store.createAnnotation({ cableId, ranges, version, tagIds, note }, author)).id;
}

/** A library with two cables that are annotated, tagged and linked, and a way to ask it for everything. */
async function libraryOfTwo(folder: string) {
  const store = await storeWith(folder, texts);
  const [a, b] = [await idOf(store, 'a.txt'), await idOf(store, 'b.txt')];
  const [ships, havana] = [
    await store.createTag({ name: 'ships' }, 'kay'),
    await store.createTag({ name: 'Havana' }, 'kay'),
  ];
  const noteA = await annotate(store, a, { author: 'kay', tagIds: [ships.id], note: 'a note' });
  const noteB = await annotate(store, b, { author: 'miller', tagIds: [ships.id] });
  const [kind] = await store.listRelationTypes();
  const typeId = kind?.type.id ?? '';
  await store.createRelation({ typeId, from: noteA, to: noteB, note: '' }, 'kay');
  return { store, a, b, noteA, ships: ships.id, havana: havana.id, typeId };
}

type Two = Awaited<ReturnType<typeof libraryOfTwo>>;

const stretch = { offset: 0, limit: 100 };
const search = { words: ['Havana'], folded: true, wholeWords: true };
const alike = { find: 'Havana', replace: 'Habana', folded: true, wholeWords: true };

/** Everything a library is asked for that lists, counts or finds more than one cable. */
const questions: Record<string, (two: Two) => Promise<unknown>> = {
  'the sums of the library': async ({ store }) => {
    const { cables, annotations } = await store.state();
    return { cables, annotations };
  },
  'the list': ({ store }) => store.listCables({ ...stretch, query: '', order: byDate }),
  'the list by title': ({ store }) =>
    store.listCables({ ...stretch, query: '', order: { by: 'title', descending: true } }),
  'the list of a query': ({ store }) =>
    store.listCables({ ...stretch, query: 'havana', order: byDate }),
  'the place in the list': ({ store, b }) => store.positionOf({ id: b, query: '', order: byDate }),
  'names of cables': ({ store }) => store.findCables({ words: 'telegram', limit: 50 }),
  'results of a search': ({ store }) =>
    store.searchResults({
      ...{ ...stretch, query: 'havana', whole: false },
      order: { by: 'relevance', descending: true },
    }),
  'counts of a search': ({ store }) => store.countSearch('havana'),
  'counts of all': ({ store }) => store.countSearch(''),
  states: ({ store }) => store.countReviews(),
  tags: ({ store }) => store.listTags(),
  'uses of a tag': ({ store, ships }) => store.listTagUses({ ...stretch, id: ships }),
  'what merging tags would do': ({ store, ships, havana }) =>
    store.previewMerge({ ids: [ships], into: havana }),
  'the use of tags': ({ store }) => store.countTagUse(),
  'annotations found': ({ store }) =>
    store.findAnnotations({ words: '', limit: 100, cableId: null }),
  annotators: ({ store }) => store.listCreators(),
  agreement: ({ store }) =>
    store.measureAgreement({ creators: ['kay', 'miller'], tagIds: [], cableIds: null }),
  'links of a cable': ({ store, a }) => store.listRelations(a),
  'kinds of links': ({ store }) => store.listRelationTypes(),
  rules: ({ store }) => store.listRules(),
  'proposals of a rule': ({ store }) => store.previewProposals({ ...stretch, rule: 'braces' }),
  occurrences: ({ store }) => store.findOccurrences({ search, cableId: null }),
  'places to emend alike': ({ store }) => store.findAlike({ search: alike, cableId: null }),
  witnesses: ({ store, a }) => store.proposeWitnesses(a),
  'references of a cable': ({ store, a }) => store.listReferences(a),
  'what is missing': ({ store }) => store.listMissing({ ...stretch, words: '' }),
  'who cites whom': ({ store }) => store.referenceGraph({ cableId: null, query: '' }),
  'lines in context': async ({ store }) => {
    const made = await store.makeConcordance('havana');
    if (!made) return null;
    const order = { by: 'cable' as const, descending: false };
    const { id, ...sums } = made;
    return { ...sums, lines: await store.concordanceLines({ ...stretch, id, order }) };
  },
};

/** Adds a third cable that has to do with everything there is; gives its id. */
async function addThird({ store, noteA, ships, havana, typeId }: Two, folder: string) {
  await store.importFiles([fileIn(folder, 'c.txt', third)], 'kay');
  const c = await idOf(store, 'c.txt');
  const note = await annotate(store, c, {
    author: 'hall',
    tagIds: [ships, havana],
    note: 'c note',
  });
  await annotate(store, c, { author: 'kay', tagIds: [ships] });
  await annotate(store, c, { author: 'miller', tagIds: [havana] });
  await store.createRelation({ typeId, from: note, to: noteA, note: '' }, 'kay');
  await store.setReview({ cableId: c, state: 'proofread' }, 'kay');
  return { c, note };
}

test('a deleted cable is in no list and in no count, as if it had never been there', async ({
  folder,
}) => {
  const two = await libraryOfTwo(folder);
  const never = new Map<string, unknown>();
  for (const [what, ask] of Object.entries(questions)) never.set(what, await ask(two));
  const { c } = await addThird(two, folder);
  const with3 = new Map<string, unknown>();
  for (const [what, ask] of Object.entries(questions)) with3.set(what, await ask(two));

  expect(await two.store.discardCables({ ids: [c] }, 'kay')).toBe(1);
  for (const [what, ask] of Object.entries(questions))
    expect.soft(await ask(two), what).toEqual(never.get(what));

  await two.store.undo('kay');
  for (const [what, ask] of Object.entries(questions)) {
    expect.soft(await ask(two), what).toEqual(with3.get(what));
    // A question to which the third cable makes no difference would prove nothing.
    expect.soft(with3.get(what), what).not.toEqual(never.get(what));
  }
});

test('whoever comes to a deleted cable is told so, and by whom', async ({ folder }) => {
  const two = await libraryOfTwo(folder);
  const { store } = two;
  const { c, note } = await addThird(two, folder);
  await store.openCable(c);
  await store.discardCables({ ids: [c] }, 'kay');
  const told = {
    code: 'discarded',
    message: expect.stringMatching(/deleted by kay on 20/u) as string,
  };
  await expect(store.openCable(c)).rejects.toMatchObject(told);
  await expect(store.cableName(c)).rejects.toMatchObject(told);
  await expect(store.readAnnotation(note)).rejects.toMatchObject(told);
  await expect(store.wholeAnnotation(note)).rejects.toMatchObject(told);
  expect((await store.state()).lastCableId).toBeNull();
  await store.restoreCables([c], 'kay');
  expect((await store.openCable(c)).summary.title).toBe('Telegram Three');
});

test('what is decided, tagged and switched for all leaves a deleted cable alone, but cleans it', async ({
  folder,
}) => {
  const two = await libraryOfTwo(folder);
  const { store } = two;
  const { c } = await addThird(two, folder);
  await store.discardCables({ ids: [c] }, 'kay');
  await store.decideRule({ rule: 'braces', cableId: null, status: 'accepted' }, 'kay');
  await store.emendAlike({ search: alike, cableId: null, only: null, except: [] }, 'kay');
  await store.tagOccurrences(
    { search, cableId: null, only: null, except: [], tagIds: [two.havana] },
    'kay',
  );
  const switched = await store.switchRule({ rule: 'brackets', on: false }, 'kay');
  expect(switched.cables).toBe(2);
  await store.restoreCables([c], 'kay');
  const { changes, structure, summary } = await store.openCable(c);
  expect(changes.filter(({ status }) => status === 'proposed')).toHaveLength(1);
  expect(structure).toEqual([]);
  expect([summary.annotations, summary.review.state]).toEqual([3, 'proofread']);
  expect((await store.readCable(c)).text).toContain('Havana. Hayana.');
});

test('a tag of deleted cables can be deleted, and comes back with them', async ({ folder }) => {
  const two = await libraryOfTwo(folder);
  const { store, havana } = two;
  const { c } = await addThird(two, folder);
  await store.discardCables({ ids: [c] }, 'kay');
  await store.deleteTag(havana, 'kay');
  await store.undo('kay');
  await store.undo('kay');
  const tagged = (await store.listAnnotations(c)).filter(({ tagIds }) => tagIds.includes(havana));
  expect(tagged).toHaveLength(2);
});

test('a file whose cable was deleted brings that one back, and the report says so', async ({
  folder,
}) => {
  const two = await libraryOfTwo(folder);
  const { store } = two;
  const { c } = await addThird(two, folder);
  await store.discardCables({ ids: [c] }, 'kay');
  const report = await store.importFiles([fileIn(folder, 'again.txt', third)], 'hall');
  expect(await filesOf(store, report)).toMatchObject([
    { outcome: 'duplicate', cableId: c, title: 'Telegram Three', restored: true },
  ]);
  expect((await store.openCable(c)).summary.annotations).toBe(3);
  const again = await store.importFiles([fileIn(folder, 'more.txt', third)], 'hall');
  expect(await filesOf(store, again)).toMatchObject([{ outcome: 'duplicate', restored: false }]);
  await store.undo('hall');
  expect((await store.listDiscarded(stretch)).cables).toMatchObject([{ id: c, author: 'kay' }]);
});

test('the deleted are listed, those deleted last first, with who and when', async ({ folder }) => {
  const { store, a, b } = await libraryOfTwo(folder);
  await store.discardCables({ ids: [a] }, 'kay');
  await store.discardCables({ ids: [b] }, 'miller');
  const { total, cables } = await store.listDiscarded({ offset: 0, limit: 1 });
  expect([total, cables]).toMatchObject([2, [{ id: b, title: 'Telegram Two', author: 'miller' }]]);
  expect(await store.restoreCables([a, b], 'hall')).toBe(2);
  expect(await store.restoreCables([a, b], 'hall')).toBe(0);
  // Undo deletes them again, each as the person had it who deleted it.
  await store.undo('hall');
  const back = await store.listDiscarded(stretch);
  expect(back.cables.map(({ id, author }) => [id, author])).toEqual([
    [b, 'miller'],
    [a, 'kay'],
  ]);
});

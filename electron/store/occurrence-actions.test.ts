import { setImmediate } from 'node:timers/promises';
import { expect } from 'vitest';
import type { OccurrenceKey, OccurrenceSearch } from '../../domain/occurrence/occurrence.ts';
import { test } from '../testing/folder.ts';
import { editingIn } from '../testing/editing.ts';
import { idOf, storeWith, type TestStore } from '../testing/store.ts';

const FILES = {
  'a.txt': 'Title A\nCastro told Castro, {gone }CASTRO and Castor.',
  'b.txt': 'Title B\nNothing of it.',
  'c.txt': 'Title C\n🚢 Castro’s Castros.',
};
const NOTHING = { annotations: 0, cables: 0 };
const CASTRO: OccurrenceSearch = { words: ['Castro'], folded: true, wholeWords: true };

async function all(store: TestStore, search = CASTRO, cableId: string | null = null) {
  const found = await store.findOccurrences({ search, cableId });
  if (!found) throw new Error('nobody has stopped the search');
  return found;
}

/** A store with the files, and two tags. */
async function withTags(folder: string) {
  const store = await storeWith(folder, FILES);
  const persons = await store.createTag({ name: 'Persons' }, 'miller');
  const cuba = await store.createTag({ name: 'Cuba' }, 'miller');
  return { store, persons: persons.id, cuba: cuba.id };
}

function tagAll(store: TestStore, tagIds: string[], search = CASTRO, author = 'kay') {
  return store.tagOccurrences({ search, cableId: null, only: null, except: [], tagIds }, author);
}

/** The annotations of a cable as `creator: words (number of tags)`. */
async function standing(store: TestStore, file = 'a.txt') {
  const list = await store.listAnnotations(await idOf(store, file));
  return list.map(
    ({ creator, targets, tagIds }) =>
      `${creator}: ${targets.map(({ quote }) => quote.exact).join(' ')} (${tagIds.length})`,
  );
}

async function highlight(
  store: TestStore,
  words: string,
  { tagIds = [] as string[], side = 'transcription' as const, author = 'kay', file = 'a.txt' },
) {
  const cableId = await idOf(store, file);
  const from = (await store.readCable(cableId)).text.indexOf(words);
  const { version } = await store.openCable(cableId);
  const ranges = [{ side, from, to: from + words.length }];
  return store.createAnnotation({ cableId, ranges, version, tagIds, note: '' }, author);
}

function keysOf(places: readonly OccurrenceKey[], ...at: number[]): OccurrenceKey[] {
  return places
    .filter((_, index) => at.includes(index))
    .map(({ cableId, version, from, to }) => ({ cableId, version, from, to }));
}

test('places come in the order of the list, with the variants of the words', async ({ folder }) => {
  const { store } = await withTags(folder);
  const { total, cables, places, variants } = await all(store);
  expect([total, cables]).toEqual([4, 2]);
  expect(places.map(({ before, found, after }) => `${before}[${found}]${after}`)).toEqual([
    'Title A\n[Castro] told Castro, CASTRO and Castor.',
    'Title A\nCastro told [Castro], CASTRO and Castor.',
    'Title A\nCastro told Castro, [CASTRO] and Castor.',
    'Title C\n🚢 [Castro]’s Castros.',
  ]);
  expect(places.every(({ tagIds }) => tagIds.length === 0)).toBe(true);
  expect(variants).toEqual([{ words: 'Castros', places: 1 }]);
  const wider = { ...CASTRO, words: ['Castro', 'Castros', 'Castor'] };
  expect((await all(store, wider)).total).toBe(6);
  expect((await all(store, wider, await idOf(store, 'c.txt'))).total).toBe(2);
  expect((await all(store, { ...CASTRO, folded: false })).variants[0]?.words).toBe('CASTRO');
});

test('all places are tagged as one action, and one undo takes it back', async ({ folder }) => {
  const { store, persons, cuba } = await withTags(folder);
  expect(await tagAll(store, [persons, cuba, persons])).toEqual({ annotations: 4, cables: 2 });
  expect(await standing(store)).toEqual(['kay: Castro (2)', 'kay: Castro (2)', 'kay: CASTRO (2)']);
  expect(await standing(store, 'c.txt')).toEqual(['kay: Castro (2)']);
  const [made] = await store.listAnnotations(await idOf(store, 'c.txt'));
  expect(made?.targets[0]).toMatchObject({
    side: 'transcription',
    quote: { exact: 'Castro', prefix: 'Title C\n🚢 ', suffix: '’s Castros.' },
  });
  expect((await all(store)).places.map(({ tagIds }) => tagIds)).toEqual(
    Array.from({ length: 4 }, () => [persons, cuba]),
  );
  const label = 'tag “Castro” with Persons, Cuba at 4 places in 2 cables';
  expect((await store.state()).undo.undo).toBe(label);
  expect(await store.undo('kay')).toEqual({ label, cableId: null, text: false });
  expect((await store.state()).annotations).toBe(0);
  await store.redo('kay');
  expect((await store.state()).annotations).toBe(4);
});

test('who has the words already gets the tags on them', async ({ folder }) => {
  const { store, persons, cuba } = await withTags(folder);
  await highlight(store, 'Castro', { tagIds: [cuba] });
  await highlight(store, 'CASTRO', { author: 'miller' });
  await highlight(store, 'told Castro', {});
  const before = await standing(store);
  expect(await tagAll(store, [persons])).toEqual({ annotations: 4, cables: 2 });
  expect((await standing(store)).toSorted()).toEqual(
    [
      'kay: Castro (2)',
      'kay: told Castro (0)',
      'kay: Castro (1)',
      'miller: CASTRO (0)',
      'kay: CASTRO (1)',
    ].toSorted(),
  );
  await store.undo('kay');
  expect(await standing(store)).toEqual(before);
});

test('an annotation on the original stands on the same words', async ({ folder }) => {
  const { store, persons } = await withTags(folder);
  const cableId = await idOf(store, 'a.txt');
  const { original, version } = await store.openCable(cableId);
  const from = original.text.indexOf('CASTRO');
  const ranges = [{ side: 'original' as const, from, to: from + 6 }];
  await store.createAnnotation({ cableId, ranges, version, tagIds: [persons], note: '' }, 'kay');
  expect((await all(store)).places.map(({ tagIds }) => tagIds.length)).toEqual([0, 0, 1, 0]);
  expect(await tagAll(store, [persons])).toEqual({ annotations: 3, cables: 2 });
});

test('what has the tags already is left, unless it is chosen by name', async ({ folder }) => {
  const { store, persons } = await withTags(folder);
  await highlight(store, 'Castro', { tagIds: [persons], author: 'miller' });
  const { places } = await all(store);
  const only = keysOf(places, 0);
  const chosen = { search: CASTRO, cableId: null, only, except: [], tagIds: [persons] };
  expect(await store.tagOccurrences(chosen, 'miller')).toEqual(NOTHING);
  expect((await store.state()).undo.undo).not.toContain('places');
  expect(await tagAll(store, [persons])).toEqual({ annotations: 3, cables: 2 });
  expect(await store.tagOccurrences(chosen, 'kay')).toEqual({ annotations: 1, cables: 1 });
  expect((await store.state()).undo.undo).toBe('tag “Castro” with Persons at 1 place');
});

test('a rejected annotation stands on nothing', async ({ folder }) => {
  const { store, persons } = await withTags(folder);
  const { id } = await highlight(store, 'Castro', { tagIds: [persons] });
  expect((await all(store)).places[0]?.tagIds).toEqual([persons]);
  await store.judgeAnnotations({ ids: [id], verdict: 'rejected', rejecting: [] }, 'miller');
  expect((await all(store)).places[0]?.tagIds).toEqual([]);
  expect(await tagAll(store, [persons])).toEqual({ annotations: 4, cables: 2 });
});

test('places are left out, and those of a changed text are left', async ({ folder }) => {
  const { store, persons } = await withTags(folder);
  const { places } = await all(store);
  const input = { search: CASTRO, cableId: null, only: null, tagIds: [persons] };
  expect(await store.tagOccurrences({ ...input, except: keysOf(places, 0, 3) }, 'kay')).toEqual({
    annotations: 2,
    cables: 1,
  });
  expect(await standing(store)).toEqual(['kay: Castro (1)', 'kay: CASTRO (1)']);
  await store.undo('kay');
  const { type } = editingIn(store, await idOf(store, 'a.txt'));
  await type('told', 'said to');
  expect(
    await store.tagOccurrences({ ...input, only: keysOf(places, 1, 3), except: [] }, 'kay'),
  ).toEqual({ annotations: 1, cables: 1 });
  expect(await standing(store)).toEqual([]);
});

test('of overlapping words the very places chosen are tagged', async ({ folder }) => {
  const store = await storeWith(folder, { 'a.txt': 'United States Army of the United States' });
  const { id } = await store.createTag({ name: 'x' }, 'kay');
  const search = { ...CASTRO, words: ['United States Army', 'United States'] };
  expect((await all(store, search)).places.map(({ found }) => found)).toEqual([
    'United States Army',
    'United States',
  ]);
  const cableId = await idOf(store, 'a.txt');
  const only = [{ cableId, version: 0, from: 0, to: 13 }];
  const done = await store.tagOccurrences(
    { search, cableId, only, except: [], tagIds: [id] },
    'kay',
  );
  expect(await standing(store)).toEqual(['kay: United States (1)']);
  // In one cable the window is told what has changed.
  expect(done.changed).toEqual(await store.listAnnotations(cableId));
  expect((await store.state()).undo.undo).toBe('tag 1 place with x');
});

test('a tag that is not there is refused', async ({ folder }) => {
  const { store, persons } = await withTags(folder);
  await store.deleteTag(persons, 'kay');
  await expect(tagAll(store, [persons])).rejects.toMatchObject({ code: 'not-found' });
});

test('all are counted, the first 5,000 come back, and all are tagged', async ({ folder }) => {
  const store = await storeWith(folder, { 'a.txt': 'x '.repeat(4_999), 'b.txt': 'x '.repeat(3) });
  const { id } = await store.createTag({ name: 'x' }, 'kay');
  const search = { ...CASTRO, words: ['x'] };
  const found = await all(store, search);
  expect([found.total, found.cables, found.places.length]).toEqual([5_002, 2, 5_000]);
  expect(await tagAll(store, [id], search)).toEqual({ annotations: 5_002, cables: 2 });
  await store.undo('kay');
  expect((await store.state()).annotations).toBe(0);
});

test('search and tagging let others in, and are stopped with nothing changed', async ({
  folder,
}) => {
  const many: Record<string, string> = {};
  for (let at = 0; at < 80; at += 1) many[`${at}.txt`] = `Cable ${at} from Castro`;
  const store = await storeWith(folder, { ...FILES, ...many });
  const { id } = await store.createTag({ name: 'Persons' }, 'kay');
  store.progress.length = 0;
  const finding = store.findOccurrences({ search: CASTRO, cableId: null });
  await setImmediate();
  await expect(tagAll(store, [id])).rejects.toMatchObject({ code: 'busy' });
  await store.cancelImport();
  expect(await finding).toBeNull();
  expect(store.progress[0]).toMatchObject({ done: 0, total: 83 });

  const stopped = tagAll(store, [id]);
  await setImmediate();
  await store.cancelImport();
  expect(await stopped).toEqual(NOTHING);
  expect((await store.state()).annotations).toBe(0);

  // What others do meanwhile is seen: the words moved, and one of them got a tag from the same hand.
  const one = await highlight(store, 'Castro', {});
  const other = await store.createTag({ name: 'Other' }, 'kay');
  const batch = tagAll(store, [id]);
  await setImmediate();
  await store.updateAnnotation({ id: one.id, tagIds: [other.id] }, 'kay');
  await editingIn(store, await idOf(store, 'a.txt')).type('told', 'said to');
  expect(await batch).toEqual({ annotations: 84, cables: 82 });
  expect(await standing(store)).toEqual(['kay: Castro (2)', 'kay: Castro (1)', 'kay: CASTRO (1)']);
});

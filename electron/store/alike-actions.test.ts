import { setImmediate } from 'node:timers/promises';
import { expect } from 'vitest';
import type { AlikeSearch } from '../../domain/alike/alike.ts';
import { transcribe } from '../../domain/transcription/transcription.ts';
import { test } from '../testing/folder.ts';
import { idOf, storeWith } from '../testing/store.ts';
import type { Store } from './face.ts';

const FILES = {
  'a.txt': 'Title A\nFrom Habana {gone }to HABANA: the\nHabana raids end.',
  'b.txt': 'Title B\nNothing of it.',
  'c.txt': 'Title C\n🚢 Habana🚢 and Habanas.',
};
const NOTHING = { places: 0, cables: 0 };

/** A search by its words: `~` before them folds, `_` looks for whole words. */
function search(find: string, replace = 'Havana'): AlikeSearch {
  const options = /^[~_]*/u.exec(find)?.[0] ?? '';
  return {
    find: find.slice(options.length),
    replace,
    folded: options.includes('~'),
    wholeWords: options.includes('_'),
  };
}

/** The places of a search as `cable: before[found]after`. */
async function places(store: Store, what: AlikeSearch, cableId: string | null = null) {
  const found = await store.findAlike({ search: what, cableId });
  return found?.places.map(
    (place) => `${place.title}: ${place.before}[${place.found}]${place.after}`,
  );
}

async function all(store: Store, what: AlikeSearch) {
  const found = await store.findAlike({ search: what, cableId: null });
  if (!found) throw new Error('nobody has stopped the search');
  return found;
}

/** Emends all places of a search in the library. */
function emend(store: Store, what: AlikeSearch) {
  return store.emendAlike({ search: what, cableId: null, only: null, except: [] }, 'kay');
}

async function reading(store: Store, file: string) {
  const cable = await store.openCable(await idOf(store, file));
  return transcribe(cable.original.text, cable.changes, cable.emendations).text.toString();
}

async function readings(store: Store) {
  return Promise.all(Object.keys(FILES).map((file) => reading(store, file)));
}

async function highlight(store: Store, words: string, file = 'a.txt') {
  const cableId = await idOf(store, file);
  const from = (await reading(store, file)).indexOf(words);
  const { version } = await store.openCable(cableId);
  const ranges = [{ side: 'transcription' as const, from, to: from + words.length }];
  return store.createAnnotation({ cableId, ranges, version, tagIds: [], note: '' }, 'miller');
}

/** What annotations stand on, or why they are lost. */
async function standing(store: Store, file = 'a.txt') {
  const text = await reading(store, file);
  const list = await store.listAnnotations(await idOf(store, file));
  return list.flatMap(({ targets }) =>
    targets.map(({ from, to, lost }) => lost ?? text.slice(from, to)),
  );
}

test('places come in the order of the list, each among its words', async ({ folder }) => {
  const store = await storeWith(folder, FILES);
  expect(await places(store, search('Habana'))).toEqual([
    'A: Title A\nFrom [Habana] to HABANA: the\nHabana raids end.',
    'A: Title A\nFrom Habana to HABANA: the\n[Habana] raids end.',
    'C: Title C\n🚢 [Habana]🚢 and Habanas.',
    'C: Title C\n🚢 Habana🚢 and [Habana]s.',
  ]);
  expect(await places(store, search('_Habana'))).toHaveLength(3);
  expect(await places(store, search('~_Habana'))).toHaveLength(4);
  expect(await places(store, search('the Habana', 'x'))).toEqual([
    'A: Title A\nFrom Habana to HABANA: [the\nHabana] raids end.',
  ]);
  expect(await places(store, search('gone'))).toEqual([]);
  const inC = await store.findAlike({
    search: search('Habana'),
    cableId: await idOf(store, 'c.txt'),
  });
  expect(inC).toMatchObject({ total: 2, cables: 1, places: [{ version: 0 }, { version: 0 }] });
});

test('a place that reads so already is none', async ({ folder }) => {
  const store = await storeWith(folder, FILES);
  expect(await places(store, search('~habana', 'Habana'))).toEqual([
    'A: Title A\nFrom Habana to [HABANA]: the\nHabana raids end.',
  ]);
  expect(await all(store, search('Habana', 'Habana'))).toEqual({ total: 0, cables: 0, places: [] });
  expect(await emend(store, search('the Habana', 'the Habana'))).toEqual(NOTHING);
});

test('all are counted, the first 5,000 come back', async ({ folder }) => {
  const store = await storeWith(folder, { 'a.txt': 'x '.repeat(4_999), 'b.txt': 'x '.repeat(3) });
  const found = await all(store, search('x'));
  expect([found.total, found.cables, found.places.length]).toEqual([5_002, 2, 5_000]);
  expect(found.places.at(-1)?.title).toBe('b.txt');
});

test('all places are emended as one action, and one undo takes it back', async ({ folder }) => {
  const store = await storeWith(folder, FILES);
  const was = await readings(store);
  expect(await emend(store, search('_Habana'))).toEqual({ places: 3, cables: 2 });
  const is = [
    'Title A\nFrom Havana to HABANA: the\nHavana raids end.',
    'Title B\nNothing of it.',
    'Title C\n🚢 Havana🚢 and Habanas.',
  ];
  expect(await readings(store)).toEqual(is);
  const label = 'emend “Habana” to “Havana” at 3 places in 2 cables';
  expect((await store.state()).undo.undo).toBe(label);
  const cable = await store.openCable(await idOf(store, 'a.txt'));
  expect(cable.emendations).toMatchObject([
    { insert: 'v', author: 'kay', reason: null, witness: null },
    { insert: 'v', author: 'kay' },
  ]);
  expect(cable.summary.review).toMatchObject({ state: 'corrected', author: 'kay' });
  expect((await store.openCable(await idOf(store, 'b.txt'))).version).toBe(0);
  expect(await store.undo('kay')).toEqual({ label, cableId: null, text: true });
  expect(await readings(store)).toEqual(was);
  expect((await store.openCable(cable.summary.id)).summary.review.author).toBeNull();
  await store.redo('kay');
  expect(await readings(store)).toEqual(is);
});

test('in one cable the phrase says so, and the others are left alone', async ({ folder }) => {
  const store = await storeWith(folder, FILES);
  const cableId = await idOf(store, 'c.txt');
  const was = await reading(store, 'a.txt');
  const done = await store.emendAlike(
    { search: search(' and Habana', ''), cableId, only: null, except: [] },
    'kay',
  );
  expect(done).toEqual({ places: 1, cables: 1 });
  expect(await reading(store, 'c.txt')).toBe('Title C\n🚢 Habana🚢s.');
  expect(await reading(store, 'a.txt')).toBe(was);
  const label = 'delete “and Habana” at 1 place';
  expect(await store.undo('kay')).toEqual({ label, cableId, text: true });
});

test('places are left out, or only some are taken', async ({ folder }) => {
  const store = await storeWith(folder, FILES);
  const { places: found } = await all(store, search('Habana'));
  const keys = found.map(({ cableId, version, from }) => ({ cableId, version, from }));
  const some = (...at: number[]) => keys.filter((_, index) => at.includes(index));
  const input = { search: search('Habana'), cableId: null, only: null, except: some(0, 2, 3) };
  expect(await store.emendAlike(input, 'kay')).toEqual({ places: 1, cables: 1 });
  expect(await reading(store, 'a.txt')).toContain('From Habana to HABANA: the\nHavana raids');
  await store.undo('kay');
  // By now the first cable is in another version than the keys tell.
  expect(await store.emendAlike({ ...input, except: some(0) }, 'kay')).toEqual({
    places: 2,
    cables: 1,
  });
  await store.undo('kay');
  expect(await store.emendAlike({ ...input, except: [], only: some(1, 3) }, 'kay')).toEqual(
    NOTHING,
  );
  const anew = (await all(store, search('Habana'))).places.filter((_, at) => at === 1 || at === 3);
  const only = anew.map(({ cableId, version, from }) => ({ cableId, version, from }));
  expect(await store.emendAlike({ ...input, except: [], only }, 'kay')).toEqual({
    places: 2,
    cables: 2,
  });
  expect(await reading(store, 'a.txt')).toContain('From Habana to HABANA: the\nHavana raids');
  expect(await reading(store, 'c.txt')).toContain('🚢 Habana🚢 and Havanas.');
});

test('annotations hold on to their words; one whose words are gone says why, and comes back', async ({
  folder,
}) => {
  const store = await storeWith(folder, FILES);
  for (const words of ['Habana', 'to HABANA', 'the\nHabana raids', 'end'])
    await highlight(store, words);
  const before = (await standing(store)).toSorted();
  await emend(store, search('Habana'));
  const after = ['Havana', 'to HABANA', 'the\nHavana raids', 'end'];
  expect((await standing(store)).toSorted()).toEqual(after.toSorted());
  await emend(store, search('Havana', ''));
  const lost = 'Its words left the transcription when “Havana” was deleted wherever it stood.';
  expect((await standing(store)).toSorted()).toEqual(
    [lost, 'to HABANA', 'the\n raids', 'end'].toSorted(),
  );
  await store.undo('kay');
  await store.undo('kay');
  expect((await standing(store)).toSorted()).toEqual(before);
});

test('what reads as cleaning left it is no emendation any more', async ({ folder }) => {
  const store = await storeWith(folder, FILES);
  await emend(store, search('Habana'));
  await emend(store, search('Havana', 'Habana'));
  expect((await store.openCable(await idOf(store, 'a.txt'))).emendations).toEqual([]);
});

test('blanks alone are told by signs', async ({ folder }) => {
  const store = await storeWith(folder, { 'a.txt': 'two  blanks' });
  expect(await emend(store, search('  ', ' '))).toEqual({ places: 1, cables: 1 });
  expect(await reading(store, 'a.txt')).toBe('two blanks');
  expect((await store.state()).undo.undo).toBe('emend “··” to “·” at 1 place in 1 cable');
});

test('half a character is refused, with nothing changed', async ({ folder }) => {
  const store = await storeWith(folder, FILES);
  await expect(emend(store, search('Habana', 'x\ud83d'))).rejects.toMatchObject({
    code: 'bad-input',
  });
  expect((await store.state()).undo.undo).toBeNull();
});

test('search and emending let others in, and are stopped with nothing changed', async ({
  folder,
}) => {
  const many: Record<string, string> = {};
  for (let at = 0; at < 80; at += 1) many[`${at}.txt`] = `Cable ${at} from Habana`;
  const store = await storeWith(folder, { ...FILES, ...many });
  store.progress.length = 0;
  const finding = store.findAlike({ search: search('Habana'), cableId: null });
  await setImmediate();
  await expect(emend(store, search('Habana'))).rejects.toMatchObject({ code: 'busy' });
  await store.cancelImport();
  expect(await finding).toBeNull();
  expect(store.progress[0]).toMatchObject({ done: 0, total: 83 });
  expect(store.progress.at(-1)).toBeNull();

  const stopped = emend(store, search('Habana'));
  await setImmediate();
  await store.cancelImport();
  expect(await stopped).toEqual(NOTHING);
  expect((await store.state()).undo.undo).toBeNull();
  expect((await all(store, search('Habana'))).total).toBe(84);

  const batch = emend(store, search('_Habana'));
  await setImmediate();
  await highlight(store, 'Habana raids');
  expect(await batch).toEqual({ places: 83, cables: 82 });
  expect(await standing(store)).toEqual(['Havana raids']);
});

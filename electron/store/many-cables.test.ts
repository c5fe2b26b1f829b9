import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { expect, onTestFinished } from 'vitest';
import { byDate } from '../../domain/search/order.ts';
import { test } from '../testing/folder.ts';
import { idOf, storeWith, type TestStore } from '../testing/store.ts';
import type { Watching } from './batch.ts';
import { openLibrary } from './library-file.ts';
import { libraryOf, type Library } from './library.ts';
import { discardCables, restoreCables, reviewCables, tagCables } from './many-cables.ts';

/** A library of cables with these numbers, each of a day of its own. */
async function libraryOfMany(
  folder: string,
  count: number,
): Promise<{ store: TestStore; ids: string[] }> {
  const texts = Object.fromEntries(
    Array.from({ length: count }, (_, at) => [
      `${at + 1}.txt`,
      `Title Telegram ${at + 1}\nNo. ${at + 1}\nDate 1962-10-${String(at + 1).padStart(2, '0')}\nText ${at + 1} {x?}`,
    ]),
  );
  const store = await storeWith(folder, texts);
  const { cables } = await store.listCables({ offset: 0, limit: 500, query: '', order: byDate });
  return { store, ids: cables.map(({ id }) => id) };
}

/** The same library without a store before it, so that its rows can be read. */
async function opened(folder: string, store: TestStore): Promise<Library> {
  await store.close();
  const path = join(folder, 'test.cablewright');
  const library = libraryOf(
    openLibrary(path, () => undefined),
    path,
  );
  onTestFinished(() => {
    library.db.close();
  });
  return library;
}

/** Every row of the library but those of the journal, and of the index of words, which is made from the others. */
function everyRow({ db }: Library): Record<string, unknown[]> {
  const tables = db
    .prepare<[], { name: string }>(
      `SELECT name FROM pragma_table_list WHERE schema = 'main' AND type = 'table'
          AND name NOT LIKE 'sqlite_%' AND name <> 'journal' ORDER BY name`,
    )
    .all();
  return Object.fromEntries(
    tables.map(({ name }) => [name, db.prepare(`SELECT * FROM "${name}"`).all()]),
  );
}

const watching: Watching = { progress: () => undefined, signal: new AbortController().signal };

const statesOf = async (store: TestStore) => {
  const { cables } = await store.listCables({ offset: 0, limit: 500, query: '', order: byDate });
  return cables.map(({ review }) => review.state);
};

test('many cables get a state as one action; who has said the same is not asked again', async ({
  folder,
}) => {
  const { store, ids } = await libraryOfMany(folder, 4);
  const [a = '', , , d = ''] = ids;
  await store.setReview({ cableId: a, state: 'corrected' }, 'kay');
  await store.setReview({ cableId: d, state: 'proofread' }, 'hall');
  const choice = { query: '', except: [d] };
  expect(await store.reviewCables({ choice, state: 'corrected' }, 'kay')).toBe(2);
  expect(await statesOf(store)).toEqual(['corrected', 'corrected', 'corrected', 'proofread']);
  expect((await store.state()).undo.undo).toBe('mark 2 cables as corrected');
  expect(await store.reviewCables({ choice, state: 'corrected' }, 'kay')).toBe(0);
  expect(await store.reviewCables({ choice: { ids }, state: null }, 'kay')).toBe(4);
  expect(await statesOf(store)).toEqual(['imported', 'imported', 'imported', 'imported']);
  await store.undo('kay');
  await store.undo('kay');
  expect(await statesOf(store)).toEqual(['corrected', 'imported', 'imported', 'proofread']);
  expect((await store.openCable(d)).summary.review).toMatchObject({ author: 'hall' });
});

test('many cables are tagged as a whole; what says nothing else of a cable gets the tag', async ({
  folder,
}) => {
  const { store, ids } = await libraryOfMany(folder, 4);
  const [a = '', b = '', c = '', d = ''] = ids;
  const [ships, havana] = [
    (await store.createTag({ name: 'ships' }, 'kay')).id,
    (await store.createTag({ name: 'Havana' }, 'kay')).id,
  ];
  const draft = { ranges: [], version: 0, note: '' };
  await store.createAnnotation({ ...draft, cableId: a, tagIds: [havana] }, 'kay');
  await store.createAnnotation({ ...draft, cableId: b, tagIds: [havana], note: 'why?' }, 'kay');
  await store.createAnnotation({ ...draft, cableId: c, tagIds: [havana] }, 'hall');
  await store.createAnnotation({ ...draft, cableId: d, tagIds: [ships] }, 'kay');
  const all = () => Promise.all(ids.map((id) => store.listAnnotations(id)));
  const before = await all();

  expect(await store.tagCables({ choice: { query: '', except: [] }, tagIds: [ships] }, 'kay')).toBe(
    3,
  );
  expect((await store.state()).undo.undo).toBe('tag 3 cables with ships');
  const told = async (id: string) =>
    (await store.listAnnotations(id)).map(({ creator, tagIds, targets }) => {
      const names = tagIds.map((each) => (each === ships ? 'ships' : 'Havana'));
      return `${creator}: ${names.join()} on ${targets.length}`;
    });
  expect(await told(a)).toEqual(['kay: Havana,ships on 0']);
  expect(await told(b)).toEqual(['kay: Havana on 0', 'kay: ships on 0']);
  expect(await told(c)).toEqual(['hall: Havana on 0', 'kay: ships on 0']);
  expect(await told(d)).toEqual(['kay: ships on 0']);

  await store.undo('kay');
  expect(await all()).toEqual(before);
  await store.redo('kay');
  expect(await told(c)).toEqual(['hall: Havana on 0', 'kay: ships on 0']);
});

test('whatever is deleted, brought back, said and tagged, undo leaves the library row by row as it was', async ({
  folder,
}) => {
  const { store, ids } = await libraryOfMany(folder, 6);
  const tag = (await store.createTag({ name: 'ships' }, 'kay')).id;
  const library = await opened(folder, store);
  await discardCables(library, { ids: ids.slice(4) }, 'hall');
  const deeds = {
    discard: async (some: string[]) => discardCables(library, { ids: some }, 'kay'),
    restore: async (some: string[]) => restoreCables(library, some, 'kay'),
    tag: (some: string[]) =>
      tagCables(library, { choice: { ids: some }, tagIds: [tag] }, 'kay', watching),
    state: (some: string[]) =>
      reviewCables(library, { choice: { ids: some }, state: 'proofread' }, 'kay', watching),
    clear: (some: string[]) =>
      reviewCables(library, { choice: { ids: some }, state: null }, 'kay', watching),
  };
  const deed = fc.record({
    what: fc.constantFrom(...(Object.keys(deeds) as (keyof typeof deeds)[])),
    some: fc.subarray(ids, { minLength: 1 }),
  });
  await fc.assert(
    fc.asyncProperty(fc.array(deed, { minLength: 1, maxLength: 6 }), async (all) => {
      const before = everyRow(library);
      let done = 0;
      for (const { what, some } of all) if ((await deeds[what](some)) > 0) done += 1;
      const after = everyRow(library);
      const times = (turn: () => unknown) => {
        for (let count = 0; count < done; count += 1) turn();
      };
      times(() => library.journal.undo('miller'));
      expect(everyRow(library)).toEqual(before);
      times(() => library.journal.redo('miller'));
      expect(everyRow(library)).toEqual(after);
      times(() => library.journal.undo('miller'));
    }),
    { numRuns: 25 },
  );
});

test('the rows of the journal name each cable once, and say what is alike once', async ({
  folder,
}) => {
  const { store, ids } = await libraryOfMany(folder, 30);
  const tag = (await store.createTag({ name: 'ships' }, 'kay')).id;
  const library = await opened(folder, store);
  const choice = { query: '', except: [] };
  await reviewCables(library, { choice, state: 'corrected' }, 'kay', watching);
  await tagCables(library, { choice, tagIds: [tag] }, 'kay', watching);
  await discardCables(library, choice, 'kay');
  const rows = library.db
    .prepare<[], { forward: number; inverse: number }>(
      `SELECT length(forward) AS forward, length(inverse) AS inverse
         FROM journal ORDER BY sequence DESC LIMIT 3`,
    )
    .all();
  // An id with its quotes and comma is 39 characters; what is tagged names its annotation and its cable.
  const most = [39, 80, 39].map((length) => ids.length * length + 400);
  expect(rows).toHaveLength(3);
  for (const [at, { forward, inverse }] of rows.entries())
    expect(Math.max(forward, inverse)).toBeLessThan(most[at] ?? 0);
});

const save = { order: byDate };

test('a table tells every cable, guards what a spreadsheet would carry out, and replaces what was chosen', async ({
  folder,
}) => {
  const store = await storeWith(folder, {
    'a.txt': 'Title =HYPERLINK("x")\nNo. 1\nDate 1962-10-16\nText',
    'b.txt': 'Title Two, and “more”\nNo. 2\nDate 1962-10-15\nText',
  });
  const path = join(folder, 'table.csv');
  writeFileSync(path, 'old');
  const choice = { query: '', except: [] };
  expect(await store.saveCables({ ...save, choice, format: 'table' }, path)).toEqual({
    name: 'table.csv',
    cables: 2,
  });
  const lines = readFileSync(path, 'utf8').split('\r\n');
  expect(lines).toHaveLength(4);
  expect(lines[0]).toMatch(/^\uFEFFNumber,Title,Date,From,To,Kind,/u);
  expect(lines[1]).toMatch(/^2,"Two, and “more”",1962-10-15,/u);
  expect(lines[2]).toMatch(/^1,"'=HYPERLINK\(""x""\)",1962-10-16,/u);
  expect(readdirSync(folder).filter((name) => name.endsWith('.part'))).toEqual([]);
});

test('transcriptions and originals go into folders that were not there, under names that differ', async ({
  folder,
}) => {
  const bytes = Buffer.from('\uFEFFTitle Same\nDate 1962-10-16\n\u{1F6A2} {gone} text', 'utf16le');
  const store = await storeWith(folder, {
    'one/same.txt': bytes,
    'two/SAME.TXT': 'Title Same\nDate 1962-10-16\nother',
    'c.txt': 'Title a/b: c?\nText',
  });
  const place = join(folder, 'saved');
  mkdirSync(place);
  const choice = { query: '', except: [] };
  const first = await store.saveCables({ ...save, choice, format: 'transcriptions' }, place);
  const second = await store.saveCables({ ...save, choice, format: 'transcriptions' }, place);
  expect([first, second]).toEqual([
    { name: 'test transcriptions', cables: 3 },
    { name: 'test transcriptions 2', cables: 3 },
  ]);
  const texts = join(place, 'test transcriptions');
  expect(readdirSync(texts).toSorted()).toEqual([
    '1962-10-16 Same (2).txt',
    '1962-10-16 Same.txt',
    'a b c.txt',
  ]);
  const same = ['1962-10-16 Same.txt', '1962-10-16 Same (2).txt'].map((name) =>
    readFileSync(join(texts, name), 'utf8').split('\n').at(-1),
  );
  expect(new Set(same)).toEqual(new Set(['other', '\u{1F6A2}  text']));

  await store.saveCables({ ...save, choice, format: 'originals' }, place);
  const originals = join(place, 'test originals');
  const names = readdirSync(originals).toSorted();
  expect(names.map((name) => name.toLowerCase()).toSorted()).toEqual([
    'c.txt',
    'same (2).txt',
    'same.txt',
  ]);
  const came = names.map((name) => readFileSync(join(originals, name)));
  expect(came.some((each) => each.equals(bytes))).toBe(true);
});

test('saving that is stopped, or cannot be done, leaves nothing behind', async ({ folder }) => {
  const { store, ids } = await libraryOfMany(folder, 20);
  const place = join(folder, 'saved');
  mkdirSync(place);
  for (const format of ['transcriptions', 'originals', 'table'] as const) {
    const where = format === 'table' ? join(place, 'table.csv') : place;
    const saving = store.saveCables({ ...save, choice: { ids }, format }, where);
    await store.cancelImport();
    expect(await saving).toBeNull();
    expect(readdirSync(place)).toEqual([]);
  }
  const nowhere = join(place, 'not', 'there');
  await expect(
    store.saveCables({ ...save, choice: { ids }, format: 'originals' }, nowhere),
  ).rejects.toMatchObject({ code: 'file-missing' });
  expect(existsSync(nowhere)).toBe(false);
});

test('a query that cannot be read acts on nothing, and says why', async ({ folder }) => {
  const { store } = await libraryOfMany(folder, 2);
  const choice = { query: '(', except: [] };
  await expect(store.discardCables(choice, 'kay')).rejects.toMatchObject({ code: 'bad-query' });
  expect((await store.state()).cables).toBe(2);
  expect(await idOf(store, '1.txt')).not.toBe('');
});

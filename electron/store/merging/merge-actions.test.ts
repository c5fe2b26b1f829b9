import { copyFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect } from 'vitest';
import { test } from '../../testing/folder.ts';
import { typing } from '../../testing/editing.ts';
import { within, workingOn } from '../../testing/merged.ts';
import {
  cleanBraces,
  fileIn,
  idOf,
  storeWith,
  testStore,
  type TestStore,
} from '../../testing/store.ts';
import { vocabularyOf } from '../../testing/vocabulary.ts';
import type { Store } from '../face.ts';
import { sqliteStore } from '../sqlite-store.ts';

const TEXTS = {
  'a.txt': 'Title Cuba\nRusk told {gone }him that raids {?must }end.',
  'b.txt': 'Title Laos\nThe {?US }is not involved.',
};

interface Desk {
  readonly store: TestStore;
  readonly path: string;
  readonly a: string;
  readonly b: string;
}

/** A library with two cables, in the file `test.cablewright`. */
async function desk(folder: string): Promise<Desk> {
  const store = await storeWith(folder, TEXTS);
  const [a, b] = [await idOf(store, 'a.txt'), await idOf(store, 'b.txt')];
  return { store, path: join(folder, 'test.cablewright'), a, b };
}

/** Highlights words of the transcription of a cable; gives the annotation's id. */
async function highlight(
  store: Store,
  cableId: string,
  words: string,
  tagIds: readonly string[] = [],
  author = 'kay',
): Promise<string> {
  const { text } = await store.readCable(cableId);
  const { version } = await store.openCable(cableId);
  const from = text.indexOf(words);
  const ranges = [{ side: 'transcription' as const, from, to: from + words.length }];
  const draft = { cableId, ranges, version, tagIds: [...tagIds], note: '' };
  return (await store.createAnnotation(draft, author)).id;
}

async function type(store: Store, cableId: string, gone: string, come: string, author = 'kay') {
  const { text } = await store.readCable(cableId);
  const { version } = await store.openCable(cableId);
  const step = typing(text, gone, come);
  await store.emend({ cableId, version, step, continues: false, witness: null }, author);
}

async function merge(store: Store, path: string) {
  const read = await store.readMerge(path);
  return store.runMerge(read?.id ?? '', 'kay');
}

test('a package has the cables chosen, with their tags and those above, links among them, and no journal', async ({
  folder,
}) => {
  const { store, a, b } = await desk(folder);
  const tags = await vocabularyOf(store, 'persons Soviet<persons unused');
  const one = await highlight(store, a, 'Rusk', [tags.Soviet]);
  const two = await highlight(store, a, 'him');
  const far = await highlight(store, b, 'The');
  const typeId = (await store.listRelationTypes())[0]?.type.id ?? '';
  await store.createRelation({ typeId, from: one, to: two, note: 'in' }, 'kay');
  await store.createRelation({ typeId, from: one, to: far, note: 'out' }, 'kay');
  await type(store, a, 'raids', 'ships');
  const path = join(folder, 'package.cablewright');
  expect(await store.savePackage({ ids: [a] }, path)).toEqual({
    fileName: 'package.cablewright',
    cables: 1,
  });

  await workingOn(path, async (other) => {
    expect(await other.state()).toMatchObject({ cables: 1, annotations: 2 });
    expect((await other.state()).undo.undo).toBe(null);
    expect((await other.readCable(a)).text).toBe(
      'Title Cuba\nRusk told him that ships {?must }end.',
    );
    expect((await other.listTags()).map(({ tag }) => tag.name)).toEqual(['persons', 'Soviet']);
    expect((await other.listRelations(a)).map(({ relation }) => relation.note)).toEqual(['in']);
    expect(await other.listRevisions(a)).toHaveLength(2);
    expect(await other.countSearch('ships')).toMatchObject({ total: 1 });
  });
});

test('a package comes back with what was done in it; undo takes that away, and merging again brings it', async ({
  folder,
}) => {
  const { store, a, b } = await desk(folder);
  const sent = join(folder, 'package.cablewright');
  await store.savePackage({ ids: [a] }, sent);
  await workingOn(sent, async (other) => {
    await highlight(other, a, 'raids', [], 'miller');
    await type(other, a, 'Rusk', 'Dean Rusk', 'miller');
  });
  await type(store, a, 'end', 'stop');
  await highlight(store, b, 'US');
  const before = await store.listAnnotations(a);

  const read = await store.readMerge(sent);
  expect(read).toMatchObject({ cables: 0, annotations: 1, emendations: 1, conflicts: 0 });
  expect(await store.listAnnotations(a)).toEqual(before);
  expect(await store.runMerge(read?.id ?? '', 'kay')).toMatchObject({ annotations: 1 });
  const merged = 'Title Cuba\nDean Rusk told him that raids {?must }stop.';
  expect((await store.readCable(a)).text).toBe(merged);
  expect(await store.listAnnotations(a)).toMatchObject([
    { creator: 'miller', targets: [{ quote: { exact: 'raids' }, lost: null }] },
  ]);
  expect((await store.state()).undo.undo).toBe('merge package.cablewright');

  expect(await merge(store, sent)).toMatchObject({ annotations: 0, emendations: 0, others: 0 });

  await store.undo('kay');
  expect((await store.readCable(a)).text).toBe(
    'Title Cuba\nRusk told him that raids {?must }stop.',
  );
  expect(await store.listAnnotations(a)).toEqual(before);
  expect(await merge(store, sent)).toMatchObject({ annotations: 1, emendations: 1 });
  expect((await store.readCable(a)).text).toBe(merged);
});

test('cables that are not here come with all that hangs on them; undo leaves them as after an import', async ({
  folder,
}) => {
  const { store, path } = await desk(folder);
  await store.close();
  const other = testStore();
  const file = join(folder, 'other.cablewright');
  await other.create(file);
  await other.open(file);
  await other.importFiles([fileIn(folder, 'c.txt', 'Title Berlin\nThe {?US }wall.')]);
  const c = await idOf(other, 'c.txt');
  const { wall } = await vocabularyOf(other, 'wall');
  await highlight(other, c, 'wall', [wall], 'miller');
  await type(other, c, 'The', 'A', 'miller');
  await other.setReview({ cableId: c, state: 'proofread' }, 'miller');
  await other.close();

  await store.open(path);
  expect(await merge(store, file)).toMatchObject({ cables: 1, annotations: 1, tags: 1 });
  expect((await store.readCable(c)).text).toBe('Title Berlin\nA {?US }wall.');
  expect(await store.openCable(c)).toMatchObject({
    summary: { annotations: 1, review: { state: 'proofread', author: 'miller' } },
  });
  expect(await store.countSearch('tag:wall')).toMatchObject({ total: 1 });
  await store.undo('kay');
  expect(await store.openCable(c)).toMatchObject({ summary: { annotations: 0 } });
  expect(await store.listTags()).toEqual([]);
  expect(await merge(store, file)).toMatchObject({ cables: 0, annotations: 1, tags: 1 });
});

test('the same original is the same cable, whatever its id', async ({ folder }) => {
  const { store, a } = await desk(folder);
  const other = testStore();
  const file = join(folder, 'other.cablewright');
  await other.create(file);
  await other.open(file);
  await other.importFiles([fileIn(folder, 'again.txt', TEXTS['a.txt'])]);
  const again = await idOf(other, 'again.txt');
  expect(again).not.toBe(a);
  await highlight(other, again, 'raids', [], 'miller');
  await type(other, again, 'end', 'stop', 'miller');
  await other.close();
  expect(await merge(store, file)).toMatchObject({ cables: 0, annotations: 1, emendations: 1 });
  expect((await store.readCable(a)).text).toBe(
    'Title Cuba\nRusk told him that raids {?must }stop.',
  );
  expect(await store.listAnnotations(a)).toMatchObject([{ cableId: a, creator: 'miller' }]);
  expect(await merge(store, file)).toMatchObject({ annotations: 0, emendations: 0 });
});

test('what both have changed is a conflict; deciding it is one action, and both hear of it', async ({
  folder,
}) => {
  const { store, path, a } = await desk(folder);
  const { tag } = await vocabularyOf(store, 'tag');
  await store.close();
  const copy = join(folder, 'copy.cablewright');
  copyFileSync(path, copy);
  await workingOn(copy, async (other) => {
    await other.updateTag({ id: tag, name: 'theirs' }, 'miller');
    await other.emendField({ cableId: a, field: 'from', values: ['Rusk'] }, 'miller');
  });
  await store.open(path);
  await store.updateTag({ id: tag, name: 'ours' }, 'kay');
  await store.emendField({ cableId: a, field: 'from', values: ['Dean Rusk'] }, 'kay');
  expect(await merge(store, copy)).toMatchObject({ conflicts: 2 });
  const { conflicts, open } = await store.listConflicts({ offset: 0, limit: 10 });
  expect(open).toBe(2);
  const sides = conflicts.map(({ first, second }) => [first.author, second.author].toSorted());
  expect(sides).toEqual([
    ['kay', 'miller'],
    ['kay', 'miller'],
  ]);

  // Kay came later and stands for now; both are decided for Miller in one action.
  const [one] = conflicts;
  const take = one?.first.author === 'miller' ? 'first' : 'second';
  await store.decideConflicts({ ids: conflicts.map(({ id }) => id), take }, 'lee');
  expect((await store.listTags()).map((each) => each.tag.name)).toEqual(['theirs']);
  expect((await store.openCable(a)).fieldEmendations).toMatchObject([{ values: ['Rusk'] }]);
  expect(await store.listConflicts({ offset: 0, limit: 10 })).toMatchObject({ total: 2, open: 0 });
  await store.undo('lee');
  expect(await store.listConflicts({ offset: 0, limit: 10 })).toMatchObject({ open: 2 });
  await store.redo('lee');
  expect(await store.listConflicts({ offset: 0, limit: 10 })).toMatchObject({ open: 0 });

  // What stands now is kept, of all that are open.
  await store.undo('lee');
  await store.decideConflicts({ ids: null, take: 'shown' }, 'lee');
  expect(await store.listConflicts({ offset: 0, limit: 10 })).toMatchObject({ total: 2, open: 0 });
  expect((await store.listTags()).map((each) => each.tag.name)).toEqual(['ours']);
  await store.undo('lee');
  await store.decideConflicts({ ids: conflicts.map(({ id }) => id), take }, 'lee');
  await store.close();

  await workingOn(copy, async (other) => {
    expect(await merge(other, path)).toMatchObject({ conflicts: 2 });
    expect(await other.listConflicts({ offset: 0, limit: 10 })).toMatchObject({ open: 0 });
    expect((await other.listTags()).map((each) => each.tag.name)).toEqual(['theirs']);
  });
});

test('the library is backed up before a merge that brings something, and only then', async ({
  folder,
}) => {
  const { store, path, a } = await desk(folder);
  const sent = join(folder, 'package.cablewright');
  await store.savePackage({ ids: [a] }, sent);
  await workingOn(sent, (other) => highlight(other, a, 'raids', [], 'miller'));
  await store.close();
  const silent = { progress: () => undefined, log: () => undefined };
  const safety = { backups: join(folder, 'backups'), automatic: false };
  const cleaner = { clean: cleanBraces, rules: [] };
  const safe = sqliteStore(cleaner, silent, undefined, safety);
  await safe.open(path);
  await merge(safe, sent);
  await merge(safe, sent);
  const { backups } = await safe.listBackups(null);
  await safe.close();
  expect(backups).toMatchObject([{ why: 'before-merge' }]);
});

test('a merge that is stopped changes nothing', async ({ folder }) => {
  const { store, a } = await desk(folder);
  const sent = join(folder, 'package.cablewright');
  await store.savePackage({ ids: [a] }, sent);
  await workingOn(sent, (other) => highlight(other, a, 'raids', [], 'miller'));
  const read = await store.readMerge(sent);
  const running = store.runMerge(read?.id ?? '', 'kay');
  await store.cancelImport();
  expect(await running).toBe(null);
  expect(await store.listAnnotations(a)).toEqual([]);
  expect(await store.runMerge(read?.id ?? '', 'kay')).toMatchObject({ annotations: 1 });
});

test.for([
  ['its own file', 'test.cablewright', 'bad-input', 'is the library that is open'],
  ['a file that is not there', 'nowhere.cablewright', 'file-missing', 'There is no file'],
  ['a text', 'text.cablewright', 'not-a-library', 'neither a package nor a library'],
  ['a damaged library', 'damaged.cablewright', 'library-damaged', 'damaged.cablewright is damaged'],
] as const)('%s is refused with a sentence', async ([, name, code, words], { folder }) => {
  const { store, path } = await desk(folder);
  await store.close();
  writeFileSync(join(folder, 'text.cablewright'), 'Rusk told him that raids must end. '.repeat(9));
  const damaged = within(path, (db) => db.serialize());
  damaged.fill(0x5a, 4096, 40_960);
  writeFileSync(join(folder, 'damaged.cablewright'), damaged);
  await store.open(path);
  const sentence: unknown = expect.stringContaining(words);
  await expect(store.readMerge(join(folder, name))).rejects.toMatchObject({
    code,
    message: sentence,
  });
});

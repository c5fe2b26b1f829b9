import { join } from 'node:path';
import { v7 as newId } from 'uuid';
import { describe, expect } from 'vitest';
import type { Annotation } from '../../domain/annotation/annotation.ts';
import type { Passage } from '../../domain/annotation/draft.ts';
import { test } from '../testing/folder.ts';
import { idOf, storeWith, testStore } from '../testing/store.ts';
import { annotationTable } from './annotations.ts';
import { indexTable } from './search/index-table.ts';
import { connect, transact } from './database.ts';
import type { Store } from './face.ts';

const TEXT = 'Matias {page 4 }Farias of Cuba, and <SECRET >raids 🚢 end in Havana.';
const READING = 'Matias Farias of Cuba, and raids 🚢 end in Havana.';

type Side = Passage['side'];

/** Where words stand on a side. */
function at(words: string, side: Side = 'transcription'): Passage {
  const from = (side === 'original' ? TEXT : READING).indexOf(words);
  return { side, from, to: from + words.length };
}

/** A cable with an annotation on some words. */
async function annotated(folder: string, ...ranges: Passage[]) {
  const store = await storeWith(folder, { 'a.txt': TEXT });
  const cableId = await idOf(store, 'a.txt');
  const { version } = await store.openCable(cableId);
  const draft = { cableId, ranges, version, tagIds: [], note: 'Who?' };
  const made = await store.createAnnotation(draft, 'miller');
  return { store, cableId, version, made, id: made.id };
}

const only = async (store: Store, cableId: string) => (await store.listAnnotations(cableId))[0];
const undone = async (store: Store) => (await store.state()).undo.undo;
const exact = (annotation: Annotation | undefined) =>
  annotation?.targets.map(({ side, quote, lost }) => [side, quote.exact, lost !== null]);

/** The library of a store as the next start of the program opens it. */
async function reopened(store: Store, folder: string) {
  await store.close();
  const again = testStore();
  await again.open(join(folder, 'test.cablewright'));
  return again;
}

describe('an annotation stands on other passages', () => {
  test('on several of either side, in reading order, with their quotes', async ({ folder }) => {
    const { store, cableId, version, id, made } = await annotated(folder, at('Cuba'));
    const ranges = [at('Havana', 'original'), at('Cuba'), at('Matias', 'original'), at('raids')];
    const reached = await store.reachAnnotation({ id, ranges, version }, 'kay');
    expect(exact(reached)).toEqual([
      ['original', 'Matias', false],
      ['transcription', 'Cuba', false],
      ['transcription', 'raids', false],
      ['original', 'Havana', false],
    ]);
    expect(reached.targets.map((target) => target.version)).toEqual([0, version, version, 0]);
    expect(reached.targets[1]?.quote).toEqual({
      exact: 'Cuba',
      prefix: 'Matias Farias of ',
      suffix: ', and raids 🚢 end in Havana.',
    });
    expect(reached).toMatchObject({ id, note: 'Who?', creator: 'miller', created: made.created });
    expect(reached.modified >= made.modified).toBe(true);
    expect(await only(store, cableId)).toEqual(reached);
    expect(await undone(store)).toBe('change the passage of “Cuba”');
  });

  test('those of one side that overlap or touch are one', async ({ folder }) => {
    const { store, version, id } = await annotated(folder, at('Cuba'));
    const ranges = [at('of Cuba'), at('Farias '), at('Cuba, and'), at('Farias', 'original')];
    const reached = await store.reachAnnotation({ id, ranges, version }, 'kay');
    expect(exact(reached)).toEqual([
      ['transcription', 'Farias of Cuba, and', false],
      ['original', 'Farias', false],
    ]);
  });

  test('undo and redo lead there and back, after a restart as well', async ({ folder }) => {
    const { store, cableId, version, id, made } = await annotated(folder, at('Matias'));
    const ranges = [at('Matias'), at('Farias')];
    const reached = await store.reachAnnotation({ id, ranges, version }, 'kay');
    const again = await reopened(store, folder);
    await again.undo('kay');
    expect(await only(again, cableId)).toEqual(made);
    await again.redo('kay');
    expect(await only(again, cableId)).toEqual(reached);
  });

  test('nothing is done where it stands there already, in whichever order', async ({ folder }) => {
    const { store, version, id, made } = await annotated(folder, at('Cuba'), at('raids'));
    const before = await undone(store);
    const ranges = [at('raids'), at('Cuba')];
    expect(await store.reachAnnotation({ id, ranges, version }, 'kay')).toEqual(made);
    expect(await undone(store)).toBe(before);
  });

  test('what it has lost stays with it, and the rest moves', async ({ folder }) => {
    const proposed = 'We keep {?the quarantine }up. All know the quarantine.';
    const reading = 'We keep up. All know the quarantine.';
    const store = await storeWith(folder, { 'a.txt': proposed });
    const cableId = await idOf(store, 'a.txt');
    const word = (text: string, words: string) => {
      const from = text.indexOf(words);
      return { side: 'transcription' as const, from, to: from + words.length };
    };
    const ranges = [word(proposed, 'the quarantine'), word(proposed, 'All')];
    const draft = { cableId, ranges, version: 0, tagIds: [], note: '' };
    const { id } = await store.createAnnotation(draft, 'miller');
    const change = { from: proposed.indexOf('{'), to: proposed.indexOf('}') + 1, rule: 'braces' };
    await store.decideChanges({ cableId, changes: [change], status: 'accepted' }, 'kay');
    const { version } = await store.openCable(cableId);
    const reached = await store.reachAnnotation(
      { id, ranges: [word(reading, 'know')], version },
      'kay',
    );
    expect(exact(reached)).toEqual([
      ['transcription', 'know', false],
      ['transcription', 'the quarantine', true],
    ]);
    await store.undo('kay');
    expect(exact(await only(store, cableId))).toEqual([
      ['transcription', 'the quarantine', true],
      ['transcription', 'All', false],
    ]);
  });

  test('it stands on words only, and on words as they are now', async ({ folder }) => {
    const { store, cableId, version, id, made } = await annotated(folder, at('Cuba'));
    const half = READING.indexOf('🚢') + 1;
    for (const [from, to, seen, sentence] of [
      [3, 3, version, /No text is selected/u],
      [half, half + 4, version, /middle of a character/u],
      [3, 900, version, /has 50 characters/u],
      [3, 7, version + 1, /has changed since it was shown/u],
    ] as const) {
      const ranges = [at('Farias'), { side: 'transcription' as const, from, to }];
      await expect(store.reachAnnotation({ id, ranges, version: seen }, 'kay')).rejects.toThrow(
        sentence,
      );
    }
    expect(await only(store, cableId)).toEqual(made);
  });

  test('one that is deleted stands nowhere', async ({ folder }) => {
    const { store, version, id } = await annotated(folder, at('Cuba'));
    await store.deleteAnnotations([id], 'kay');
    await expect(
      store.reachAnnotation({ id, ranges: [at('raids')], version }, 'kay'),
    ).rejects.toThrow(/deleted meanwhile/u);
  });
});

/** A library of two cables with annotations on the first words of both, and three tags. */
async function tagged(folder: string) {
  const store = await storeWith(folder, { 'a.txt': TEXT, 'b.txt': READING });
  const [a, b] = [await idOf(store, 'a.txt'), await idOf(store, 'b.txt')];
  const tag = async (name: string) => (await store.createTag({ name }, 'miller')).id;
  const tags = { persons: await tag('persons'), places: await tag('places'), x: await tag('x') };
  const make = async (cableId: string, words: string, tagIds: string[]) => {
    const { version } = await store.openCable(cableId);
    const draft = { cableId, ranges: [at(words)], version, tagIds, note: '' };
    return (await store.createAnnotation(draft, 'miller')).id;
  };
  const ids = [
    await make(a, 'Matias', [tags.x]),
    await make(a, 'Farias', [tags.places, tags.x]),
    await make(b, 'Cuba', []),
  ];
  const of = async (id: string | undefined) => {
    const all = [...(await store.listAnnotations(a)), ...(await store.listAnnotations(b))];
    return all.find((each) => each.id === id);
  };
  return { store, a, b, tags, ids, of };
}

describe('tags of many annotations', () => {
  test('are put on in the order given and taken off, as one action', async ({ folder }) => {
    const { store, ids, tags, of } = await tagged(folder);
    const before = await Promise.all(ids.map(of));
    const input = { ids, put: [tags.places, tags.persons], take: [tags.x] };
    const told = await store.retagAnnotations(input, 'kay');
    const after = await Promise.all(ids.map(of));
    expect(told).toEqual({ annotations: 3, cableId: null, changed: after });
    expect(after.map((each) => each?.tagIds)).toEqual([
      [tags.places, tags.persons],
      [tags.places, tags.persons],
      [tags.places, tags.persons],
    ]);
    expect(new Set(after.map((each) => each?.modified)).size).toBe(1);
    expect(await undone(store)).toBe('change the tags of 3 annotations');
    await store.undo('kay');
    expect(await Promise.all(ids.map(of))).toEqual(before);
    await store.redo('kay');
    expect(await Promise.all(ids.map(of))).toEqual(after);
  });

  test('are told in the label by what was done to how many', async ({ folder }) => {
    const { store, a, ids, tags } = await tagged(folder);
    const { persons, places, x } = tags;
    const put = (tagIds: string[]) => ({ ids, put: tagIds, take: [] });
    await store.retagAnnotations(put([persons, x]), 'kay');
    expect(await undone(store)).toBe('tag 3 annotations with persons, x');
    const take = { ids, put: [], take: [x] };
    expect(await store.retagAnnotations(take, 'kay')).toMatchObject({ annotations: 3 });
    expect(await undone(store)).toBe('take x off 3 annotations');
    // Of those named only one has this tag; the two others stay as they are.
    const off = await store.retagAnnotations({ ids, put: [], take: [places] }, 'kay');
    expect(off).toMatchObject({ annotations: 1, cableId: a });
    expect(await undone(store)).toBe('take places off “Farias”');
  });

  test('where nothing changes, nothing is done', async ({ folder }) => {
    const { store, a, ids, tags, of } = await tagged(folder);
    const [first = '', second = ''] = ids;
    const before = await of(first);
    const label = await undone(store);
    const input = { ids: [first, second], put: [tags.x], take: [tags.persons] };
    expect(await store.retagAnnotations(input, 'kay')).toEqual({ annotations: 0, cableId: a });
    expect(await undone(store)).toBe(label);
    expect(await of(first)).toEqual(before);
  });

  test('a tag that is put on and taken off at once is put on', async ({ folder }) => {
    const { store, ids, tags, of } = await tagged(folder);
    const { persons } = tags;
    await store.retagAnnotations({ ids, put: [persons], take: [persons] }, 'kay');
    expect((await of(ids[2]))?.tagIds).toEqual([persons]);
  });

  test('those that are gone are passed over; where none is left, it is said', async ({
    folder,
  }) => {
    const { store, b, ids, tags, of } = await tagged(folder);
    const [first = '', second = '', third = ''] = ids;
    await store.deleteAnnotations([first, second], 'kay');
    const input = { ids, put: [tags.persons], take: [] };
    const told = await store.retagAnnotations(input, 'kay');
    expect(told).toEqual({ annotations: 1, cableId: b, changed: [await of(third)] });
    expect((await of(third))?.tagIds).toEqual([tags.persons]);
    await expect(
      store.retagAnnotations({ ...input, ids: [first, second] }, 'kay'),
    ).rejects.toMatchObject({ code: 'not-found' });
  });

  test('tags that are gone are refused, and nothing is changed', async ({ folder }) => {
    const { store, ids, tags, of } = await tagged(folder);
    await store.deleteTag(tags.persons, 'kay');
    const before = await of(ids[0]);
    for (const [put, take] of [
      [[tags.places, tags.persons], []],
      [[tags.places], [tags.persons]],
    ] as const)
      await expect(
        store.retagAnnotations({ ids, put: [...put], take: [...take] }, 'kay'),
      ).rejects.toThrow('This tag has been deleted meanwhile. Choose another one.');
    expect(await of(ids[0])).toEqual(before);
  });

  test('5,000 are tagged as one action and taken back, after a restart as well', async ({
    folder,
  }) => {
    const { store, tags, ids, of } = await tagged(folder);
    const first = await of(ids[0]);
    await store.close();
    const many = first ? multiplied(join(folder, 'test.cablewright'), first, 5_000) : [];
    const full = await reopened(store, folder);
    const uses = async (from: Store) =>
      (await from.listTags()).find(({ tag }) => tag.id === tags.persons)?.uses;

    const input = { ids: many, put: [tags.persons], take: [] };
    const retag = full.retagAnnotations(input, 'kay');
    expect(Object.keys(await retag)).not.toContain('changed');
    expect(await uses(full)).toBe(5_000);
    expect(await undone(full)).toBe('tag 5000 annotations with persons');
    const again = await reopened(full, folder);
    await again.undo('kay');
    expect(await uses(again)).toBe(0);
    await again.redo('kay');
    expect(await uses(again)).toBe(5_000);
  });
});

/** Puts an annotation into a library many times over, and gives the ids. */
function multiplied(path: string, annotation: Annotation, times: number): string[] {
  const db = connect(path, 'must-be-there');
  const table = annotationTable(db, indexTable(db));
  const ids = Array.from({ length: times }, () => newId());
  transact(db, () => {
    for (const id of ids) table.put({ ...annotation, id });
  });
  db.close();
  return ids;
}

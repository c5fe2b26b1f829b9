import fc from 'fast-check';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { FailureError } from '../../domain/failure.ts';
import { lineOf, namesakeOf, tagsById } from '../../domain/tag/tree.ts';
import { idOf, storeWith, type TestStore } from '../testing/store.ts';
import { annotateMany, vocabularyOf } from '../testing/vocabulary.ts';

const NAMES = ['arms', 'Arms', 'ships', 'raids', 'Cuba'] as const;
const at = fc.nat(9);
const name = fc.constantFrom(...NAMES);
const action = fc.oneof(
  fc.record({ type: fc.constant('create'), name, above: fc.option(at) }),
  fc.record({ type: fc.constant('move'), tag: at, above: fc.option(at) }),
  fc.record({ type: fc.constant('rename'), tag: at, name }),
  fc.record({ type: fc.constant('delete'), tag: at }),
  fc.record({
    type: fc.constant('merge'),
    tags: fc.array(at, { minLength: 1, maxLength: 3 }),
    into: at,
  }),
  fc.record({
    type: fc.constant('split'),
    tag: at,
    name,
    above: fc.option(at),
    step: fc.integer({ min: 1, max: 3 }),
  }),
);
type Action = typeof action extends fc.Arbitrary<infer A> ? A : never;

/** Does an action on the tags that are there, chosen by their places in the list. */
async function act(store: TestStore, cableId: string, one: Action): Promise<unknown> {
  const tags = (await store.listTags()).map(({ tag }) => tag);
  const id = (place: number) => tags[place % tags.length]?.id ?? '';
  const above = (place: number | null) => (place === null ? null : id(place));
  if (tags.length === 0 && one.type !== 'create') return undefined;
  switch (one.type) {
    case 'create':
      return store.createTag(
        { name: one.name, parentId: tags.length === 0 ? null : above(one.above) },
        'kay',
      );
    case 'move':
      return store.updateTag({ id: id(one.tag), parentId: above(one.above) }, 'kay');
    case 'rename':
      return store.updateTag({ id: id(one.tag), name: one.name }, 'kay');
    case 'delete':
      return store.deleteTag(id(one.tag), 'kay');
    case 'merge':
      return store.mergeTags({ ids: one.tags.map(id), into: id(one.into) }, 'kay');
    case 'split': {
      const all = await store.listAnnotations(cableId);
      const annotationIds = all.filter((_, index) => index % one.step === 0).map((each) => each.id);
      const draft = { name: one.name, parentId: above(one.above), annotationIds };
      return store.splitTag({ id: id(one.tag), ...draft }, 'kay');
    }
    default:
      return undefined;
  }
}

/** Checks what must hold of every vocabulary. */
async function isSound(store: TestStore, cableId: string): Promise<void> {
  const tags = (await store.listTags()).map(({ tag }) => tag);
  const byId = tagsById(tags);
  for (const tag of tags) {
    expect(tag.parentId === null || byId.has(tag.parentId)).toBe(true);
    expect(lineOf(tag, byId)[0]?.parentId).toBe(null);
    expect(namesakeOf(tag, tags)).toBe(null);
  }
  const annotations = await store.listAnnotations(cableId);
  expect(annotations).toHaveLength(12);
  for (const { tagIds } of annotations) {
    expect(new Set(tagIds).size).toBe(tagIds.length);
    expect(tagIds.every((each) => byId.has(each))).toBe(true);
  }
}

test('whatever is made, moved, merged, split and deleted, undo and redo tell every state again', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(action, { minLength: 1, maxLength: 12 }), async (actions) => {
      const folder = mkdtempSync(join(tmpdir(), 'cablewright-'));
      let store = await storeWith(folder, { 'a.txt': 'The US is not involved.' });
      const cableId = await idOf(store, 'a.txt');
      const ids = Object.values(await vocabularyOf(store, 'a b<a c<b d<a e'));
      await store.close();
      const path = join(folder, 'test.cablewright');
      annotateMany(path, cableId, 12, (index) =>
        ids.filter((_, tag) => (index + tag) % 3 === 0).toSorted(() => (index % 2) - 0.5),
      );
      store = await storeWith(folder);
      const state = async () =>
        JSON.stringify([await store.listTags(), await store.listAnnotations(cableId)]);
      const states = [await state()];
      for (const one of actions) {
        const before = (await store.state()).undo.undo;
        try {
          await act(store, cableId, one);
        } catch (error) {
          // What is refused is said in words, and nothing of it is done.
          expect(error).toBeInstanceOf(FailureError);
          expect((await store.state()).undo.undo).toBe(before);
          expect(await state()).toBe(states.at(-1));
        }
        await isSound(store, cableId);
        const now = await state();
        if (now !== states.at(-1)) states.push(now);
      }
      await store.close();
      store = await storeWith(folder);
      for (const wanted of states.slice(0, -1).toReversed()) {
        await store.undo('kay');
        expect(await state()).toBe(wanted);
      }
      for (const wanted of states.slice(1)) {
        await store.redo('kay');
        expect(await state()).toBe(wanted);
      }
      await store.close();
      rmSync(folder, { recursive: true, force: true });
    }),
    { numRuns: 12 },
  );
}, 180_000);

import { join } from 'node:path';
import { expect } from 'vitest';
import type { Annotation } from '../../domain/annotation/annotation.ts';
import { test } from '../testing/folder.ts';
import { idOf, storeWith, type TestStore, testStore } from '../testing/store.ts';
import { MANY } from './long-actions.ts';

/** More annotations than are changed at once. */
const ANNOTATIONS = MANY + 50;

/** A cable with so many annotations, all of one tag and every other of a second one. */
async function crowded(folder: string) {
  const words = 'word '.repeat(ANNOTATIONS + 1);
  const store = await storeWith(folder, { 'a.txt': words, 'b.txt': 'Another one.' });
  const [cableId, other] = [await idOf(store, 'a.txt'), await idOf(store, 'b.txt')];
  const [first, second, third] = await Promise.all(
    ['First', 'Second', 'Third'].map((name) => store.createTag({ name }, 'miller')),
  );
  if (!first || !second || !third) throw new Error('no tags');
  const search = { words: ['word'], folded: true, wholeWords: true };
  await store.tagOccurrences(
    { search, cableId, only: null, except: [], tagIds: [first.id] },
    'miller',
  );
  const all = await store.listAnnotations(cableId);
  const half = all.filter((_, at) => at % 2 === 0).map(({ id }) => id);
  await store.retagAnnotations({ ids: half, put: [second.id], take: [] }, 'miller');
  return { store, cableId, other, first, second, third, half };
}

/** What a library holds of annotations and tags, but for when they were changed. */
async function told(store: TestStore, cableId: string) {
  const annotations = await store.listAnnotations(cableId);
  const plain = annotations.map((each): Annotation => ({ ...each, modified: '' }));
  return { annotations: plain, tags: await store.listTags() };
}

test('a tag with many uses is deleted, merged and split; undo brings all of it back, also after a restart', async ({
  folder,
}) => {
  const { store, cableId, first, second, third, half } = await crowded(folder);
  const before = await told(store, cableId);
  expect(before.annotations.length).toBeGreaterThan(ANNOTATIONS);

  await store.deleteTag(first.id, 'miller');
  const without = await told(store, cableId);
  expect(without.annotations.every(({ tagIds }) => !tagIds.includes(first.id))).toBe(true);
  expect(without.tags.map(({ tag, uses }) => [tag.name, uses])).toEqual([
    ['Second', half.length],
    ['Third', 0],
  ]);
  expect(store.progress.at(-1)).toBeNull();
  expect(store.progress.some((each) => each !== null && each.done > 0)).toBe(true);
  await store.undo('miller');
  expect(await told(store, cableId)).toEqual(before);

  const input = { ids: [first.id, second.id], into: third.id };
  expect(await store.previewMerge(input)).toMatchObject({
    annotations: before.annotations.length,
    both: half.length,
  });
  expect(await store.mergeTags(input, 'miller')).toEqual({
    annotations: before.annotations.length,
  });
  const merged = await told(store, cableId);
  expect(merged.annotations.every(({ tagIds }) => tagIds.join() === third.id)).toBe(true);
  await store.undo('miller');
  await store.redo('miller');
  expect(await told(store, cableId)).toEqual(merged);

  await store.close();
  const again = testStore();
  await again.open(join(folder, 'test.cablewright'));
  await again.undo('miller');
  expect(await told(again, cableId)).toEqual(before);
  const made = await again.splitTag(
    { id: first.id, annotationIds: half, name: 'Fourth', parentId: null },
    'miller',
  );
  const split = await told(again, cableId);
  expect(split.annotations.filter(({ tagIds }) => tagIds.includes(made.id))).toHaveLength(
    half.length,
  );
  await again.undo('miller');
  expect(await told(again, cableId)).toEqual(before);
});

test('many annotations are tagged and deleted, and come back', async ({ folder }) => {
  const { store, cableId, third } = await crowded(folder);
  const before = await told(store, cableId);
  const ids = before.annotations.map(({ id }) => id);
  const done = await store.retagAnnotations({ ids, put: [third.id], take: [] }, 'miller');
  expect(done).toMatchObject({ annotations: ids.length, cableId });
  await store.undo('miller');
  expect(await told(store, cableId)).toEqual(before);
  expect(await store.deleteAnnotations(ids, 'miller')).toEqual({
    annotations: ids.length,
    cableId,
  });
  expect((await store.state()).annotations).toBe(0);
  await store.undo('miller');
  expect(await told(store, cableId)).toEqual(before);
});

test('whoever writes while much is changed waits for it, and all that was said is kept', async ({
  folder,
}) => {
  const { store, cableId, other, first } = await crowded(folder);
  const deleting = store.deleteTag(first.id, 'miller');
  const draft = { cableId: other, ranges: [], version: 0, tagIds: [], note: 'Mine' };
  await Promise.all([deleting, store.createAnnotation(draft, 'kay')]);
  expect((await store.listAnnotations(other)).map(({ note }) => note)).toEqual(['Mine']);
  // Each is an action of its own, the annotation the later one.
  await store.undo('kay');
  expect((await store.state()).undo.undo).toBe('delete the tag First');
  await store.undo('miller');
  expect((await store.listAnnotations(cableId))[0]?.tagIds).toContain(first.id);
});

test('what was stopped has changed nothing, and says so', async ({ folder }) => {
  const { store, cableId, first, third } = await crowded(folder);
  const ids = (await store.listAnnotations(cableId)).map(({ id }) => id);
  await store.retagAnnotations({ ids, put: [third.id], take: [] }, 'miller');
  const before = await told(store, cableId);
  const undone = (await store.state()).undo;
  for (const [begin, sentence] of [
    [() => store.deleteTag(first.id, 'miller'), 'Deleting the tag “First” was stopped.'],
    [
      () => store.mergeTags({ ids: [first.id], into: third.id }, 'miller'),
      'Merging the tags was stopped.',
    ],
    [
      () => store.retagAnnotations({ ids, put: [], take: [first.id] }, 'miller'),
      'Tagging 301 annotations was stopped.',
    ],
    [() => store.deleteAnnotations(ids, 'miller'), 'Deleting 301 annotations was stopped.'],
    [() => store.undo('miller'), 'The undo was stopped.'],
  ] as const) {
    const work = begin();
    const answer = expect(work).rejects.toMatchObject({
      code: 'stopped',
      message: `${sentence} Nothing was changed.`,
    });
    await store.cancelImport();
    await answer;
    expect(await told(store, cableId)).toEqual(before);
  }
  expect((await store.state()).undo).toEqual(undone);
});

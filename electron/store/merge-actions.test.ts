import { join } from 'node:path';
import { expect } from 'vitest';
import { test } from '../testing/folder.ts';
import { idOf, storeWith, type TestStore } from '../testing/store.ts';
import { annotateMany, drawn, highlight, vocabularyOf } from '../testing/vocabulary.ts';

const TEXT = 'The US is not involved in organizing such raids. IL-28s.';
const refusal = (code: string, message: RegExp) => ({
  code,
  message: expect.stringMatching(message) as string,
});

/** The tags of the annotations of a cable, in the order in which these were made. */
async function tagged(store: TestStore, cableId: string): Promise<string[]> {
  const names = new Map((await store.listTags()).map(({ tag }) => [tag.id, tag.name]));
  const all = await store.listAnnotations(cableId);
  return all
    .toSorted((a, b) => (a.id < b.id ? -1 : 1))
    .map(({ tagIds }) => tagIds.map((id) => names.get(id)).join(' '));
}

test('merged tags give way to one, once in each annotation and in the place of the first', async ({
  folder,
}) => {
  let store = await storeWith(folder, { 'a.txt': TEXT });
  const cableId = await idOf(store, 'a.txt');
  const { arms, weapons, bombs, other } = await vocabularyOf(store, 'arms weapons bombs other');
  const uses = [
    ['The', [weapons]],
    ['US', [other, weapons, arms]],
    ['not', [bombs, other, weapons]],
    ['such', [arms, other]],
    ['raids', [other]],
  ] as const;
  for (const [words, tagIds] of uses) await highlight(store, cableId, words, tagIds);
  const before = [await store.listTags(), await store.listAnnotations(cableId)];
  const input = { ids: [weapons, bombs, weapons], into: arms };
  expect(await store.previewMerge(input)).toEqual({ annotations: 3, both: 2, moved: [] });
  expect([await store.listTags(), await store.listAnnotations(cableId)]).toEqual(before);

  expect(await store.mergeTags(input, 'kay')).toEqual({ annotations: 3 });
  expect(await tagged(store, cableId)).toEqual([
    'arms',
    'other arms',
    'arms other',
    'arms other',
    'other',
  ]);
  expect(await drawn(store)).toBe('arms other');
  const after = [await store.listTags(), await store.listAnnotations(cableId)];
  await store.close();

  store = await storeWith(folder);
  expect(await store.undo('kay')).toEqual({
    ...{ label: 'merge 2 tags into arms', cableId: null, text: false },
  });
  expect([await store.listTags(), await store.listAnnotations(cableId)]).toEqual(before);
  await store.redo('kay');
  expect([await store.listTags(), await store.listAnnotations(cableId)]).toEqual(after);
});

test.for([
  ['a b c<b d<c', 'b', 'a', 'a(c(d))', 'c'],
  ['a b<a c<b', 'b', 'a', 'a(c)', 'c'],
  ['a b<a c<a', 'a', 'b', 'b(c)', 'c'],
  ['a b<a c<b d<a', 'a', 'c', 'c(b d)', 'b d'],
  ['z a<z b<a c<b d<c', 'a c', 'd', 'z(d(b))', 'b'],
  ['a b c<b d<c', 'b c', 'a', 'a(d)', 'd'],
  ['a b c<b d<c', 'c b', 'a', 'a(d)', 'd'],
  ['a b<a c<b d<c', 'a b c', 'd', 'd', ''],
] as const)(
  'in “%s” merging %s into %s makes %s',
  async ([notation, merged, into, tree, movedNames], { folder }) => {
    const store = await storeWith(folder);
    const ids: Readonly<Record<string, string>> = await vocabularyOf<string>(store, notation);
    const before = await store.listTags();
    const input = { ids: merged.split(' ').map((name) => ids[name] ?? ''), into: ids[into] ?? '' };
    const { moved } = await store.previewMerge(input);
    expect(moved.map(({ name }) => name).join(' ')).toBe(movedNames);
    await store.mergeTags(input, 'miller');
    expect(await drawn(store)).toBe(tree);
    await store.undo('miller');
    expect(await store.listTags()).toEqual(before);
    await store.redo('miller');
    expect(await drawn(store)).toBe(tree);
  },
);

test('tags are not merged where two of one name would come to stand together', async ({
  folder,
}) => {
  const store = await storeWith(folder);
  const { People, Persons } = await vocabularyOf(store, 'People Persons Soviet<Persons');
  await store.createTag({ name: 'soviet', parentId: People }, 'miller');
  const state = await store.state();
  const two = refusal(
    'tag-exists',
    /^Two tags “soviet” would then stand below “Persons”.*Nothing was merged\.$/u,
  );
  const input = { ids: [People], into: Persons };
  await expect(store.previewMerge(input)).rejects.toMatchObject(two);
  await expect(store.mergeTags(input, 'miller')).rejects.toMatchObject(two);
  await expect(store.mergeTags({ ids: [People], into: People }, 'miller')).rejects.toMatchObject(
    refusal('bad-input', /“People” is that tag itself/u),
  );
  expect(await store.state()).toEqual(state);
  expect(await drawn(store)).toBe('People(soviet) Persons(Soviet)');
});

test('a tag that takes the place of the one above it is refused beside its namesake', async ({
  folder,
}) => {
  const store = await storeWith(folder);
  const { old } = await vocabularyOf(store, 'old arms');
  const below = await store.createTag({ name: 'Arms', parentId: old }, 'miller');
  await expect(store.mergeTags({ ids: [old], into: below.id }, 'miller')).rejects.toMatchObject(
    refusal('tag-exists', /Two tags “Arms” would then stand at the top/u),
  );
});

test('a tag is split: the annotations chosen get the new one in its place', async ({ folder }) => {
  let store = await storeWith(folder, { 'a.txt': TEXT });
  const cableId = await idOf(store, 'a.txt');
  const { arms, other } = await vocabularyOf(store, 'arms other');
  const chosen = [
    await highlight(store, cableId, 'The', [other, arms]),
    await highlight(store, cableId, 'US', [arms, other]),
  ].map(({ id }) => id);
  const stays = await highlight(store, cableId, 'raids', [arms]);
  const without = await highlight(store, cableId, 'such', [other]);
  const before = [await store.listTags(), await store.listAnnotations(cableId)];
  const made = await store.splitTag(
    {
      ...{ id: arms, name: 'bombers', parentId: arms },
      annotationIds: [...chosen, without.id, chosen[0] ?? ''],
    },
    'kay',
  );
  expect(made).toMatchObject({ name: 'bombers', parentId: arms });
  expect(await tagged(store, cableId)).toEqual(['other bombers', 'bombers other', 'arms', 'other']);
  expect(await drawn(store)).toBe('arms(bombers) other');
  const after = [await store.listTags(), await store.listAnnotations(cableId)];
  await store.close();
  store = await storeWith(folder);
  expect(await store.undo('kay')).toMatchObject({ label: 'split the tag bombers off arms' });
  expect([await store.listTags(), await store.listAnnotations(cableId)]).toEqual(before);
  await store.redo('kay');
  expect([await store.listTags(), await store.listAnnotations(cableId)]).toEqual(after);

  const draft = { id: arms, parentId: null, annotationIds: [stays.id] };
  await expect(store.splitTag({ ...draft, name: 'Other' }, 'kay')).rejects.toMatchObject(
    refusal('tag-exists', /“other” already/u),
  );
  await expect(
    store.splitTag({ ...draft, name: 'x', annotationIds: [without.id] }, 'kay'),
  ).rejects.toMatchObject(
    refusal('not-found', /None of the annotations chosen has the tag “arms”/u),
  );
});

test('the uses of a tag come a stretch at a time, in the order of making', async ({ folder }) => {
  const store = await storeWith(folder, { 'a.txt': TEXT });
  const cableId = await idOf(store, 'a.txt');
  const { arms, other } = await vocabularyOf(store, 'arms other');
  for (const words of ['raids', 'US', 'IL-28s']) await highlight(store, cableId, words, [arms]);
  await highlight(store, cableId, 'such', [other]);
  expect(await store.listTagUses({ id: arms, offset: 1, limit: 5 })).toMatchObject({
    total: 3,
    uses: [{ quote: 'US', title: 'a.txt', tagIds: [arms], cableId }, { quote: 'IL-28s' }],
  });
  expect((await store.listTagUses({ id: arms, offset: 0, limit: 1 })).uses).toHaveLength(1);
  await store.deleteTag(arms, 'miller');
  await expect(store.listTagUses({ id: arms, offset: 0, limit: 1 })).rejects.toMatchObject({
    code: 'not-found',
  });
});

test('5,000 uses are merged, split and deleted, and each undo brings all of it back', async ({
  folder,
}) => {
  let store = await storeWith(folder, { 'a.txt': TEXT });
  const cableId = await idOf(store, 'a.txt');
  const { arms, weapons, other } = await vocabularyOf(store, 'arms weapons other');
  await store.close();
  const path = join(folder, 'test.cablewright');
  const tagsOf = (index: number) =>
    index % 5 === 0 ? [weapons, other, arms] : index % 5 === 1 ? [other, weapons] : [weapons];
  annotateMany(path, cableId, 5_000, tagsOf);
  store = await storeWith(folder);
  const everything = async () =>
    JSON.stringify([await store.listTags(), await store.listAnnotations(cableId)]);
  const uses = async () =>
    (await store.listTags()).map(({ tag, uses: count }) => `${tag.name} ${count}`).join(', ');
  const before = await everything();
  expect(await uses()).toBe('arms 1000, other 2000, weapons 5000');
  const annotationIds = (await store.listAnnotations(cableId)).map(({ id }) => id);

  const split = { id: weapons, name: 'bombs', parentId: null, annotationIds };
  const actions = [
    [() => store.mergeTags({ ids: [weapons], into: arms }, 'kay'), 'arms 5000, other 2000'],
    [() => store.splitTag(split, 'kay'), 'arms 1000, bombs 5000, other 2000, weapons 0'],
    [() => store.deleteTag(weapons, 'kay'), 'arms 1000, other 2000'],
  ] as const;
  for (const [act, counts] of actions) {
    await act();
    expect(await uses()).toBe(counts);
    await store.undo('kay');
    expect((await everything()) === before).toBe(true);
    await store.redo('kay');
    expect(await uses()).toBe(counts);
    await store.undo('kay');
    expect((await everything()) === before).toBe(true);
  }
}, 60_000);

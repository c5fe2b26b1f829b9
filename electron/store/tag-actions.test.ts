import { expect } from 'vitest';
import { test } from '../testing/folder.ts';
import { idOf, storeWith } from '../testing/store.ts';
import { drawn, highlight, vocabularyOf } from '../testing/vocabulary.ts';

const TEXT = 'The US is not involved in organizing such raids. IL-28s.';
const refusal = (code: string, message: RegExp) => ({
  code,
  message: expect.stringMatching(message) as string,
});

test('a tag is made below another, and gets its colour', async ({ folder }) => {
  const store = await storeWith(folder);
  const persons = await store.createTag({ name: 'Persons', colour: 'purple' }, 'miller');
  const soviet = await store.createTag({ name: 'Soviet', parentId: persons.id }, 'miller');
  expect(soviet).toMatchObject({ parentId: persons.id, colour: 'purple' });
  const cuban = await store.createTag(
    { name: 'Cuban', parentId: persons.id, colour: 'sky', description: 'Who lives there.' },
    'miller',
  );
  expect(cuban).toMatchObject({ colour: 'sky', description: 'Who lives there.' });
  expect(await drawn(store)).toBe('Persons(Cuban Soviet)');
  await expect(
    store.createTag({ name: 'x', parentId: '0195a000-0000-7000-8000-000000000009' }, 'miller'),
  ).rejects.toMatchObject(refusal('not-found', /This tag has been deleted/u));
});

test('two tags may have one name in two places, not in one', async ({ folder }) => {
  const store = await storeWith(folder);
  const { Persons, Places, Cuban } = await vocabularyOf(store, 'Persons Places Cuban<Persons');
  const other = await store.createTag({ name: 'cuban', parentId: Places }, 'miller');
  expect(await drawn(store)).toBe('Persons(Cuban) Places(cuban)');
  const taken = refusal('tag-exists', /“Cuban” already below “Persons”/u);
  await expect(
    store.createTag({ name: 'CUBAN', parentId: Persons }, 'miller'),
  ).rejects.toMatchObject(taken);
  await expect(
    store.updateTag({ id: other.id, parentId: Persons }, 'miller'),
  ).rejects.toMatchObject(taken);
  // Two things may change at once.
  await store.updateTag({ id: other.id, parentId: Persons, name: 'Castro' }, 'miller');
  expect(await drawn(store)).toBe('Persons(Castro Cuban) Places');
  await store.updateTag({ id: Cuban, parentId: null }, 'miller');
  expect(await drawn(store)).toBe('Cuban Persons(Castro) Places');
});

test('a tag is moved with all below it, back by undo, and never below itself', async ({
  folder,
}) => {
  let store = await storeWith(folder);
  const ids = await vocabularyOf(store, 'Persons Soviet<Persons Khrushchev<Soviet Places');
  const { Persons, Soviet, Khrushchev, Places } = ids;
  await store.updateTag({ id: Soviet, parentId: Places }, 'miller');
  expect(await drawn(store)).toBe('Persons Places(Soviet(Khrushchev))');
  await store.close();
  store = await storeWith(folder);
  expect(await store.undo('kay')).toMatchObject({ label: 'move the tag Soviet below Places' });
  expect(await drawn(store)).toBe('Persons(Soviet(Khrushchev)) Places');
  await store.redo('kay');
  await store.undo('kay');
  await store.updateTag({ id: Soviet, parentId: null }, 'miller');
  expect((await store.state()).undo.undo).toBe('move the tag Soviet to the top');
  await store.undo('kay');
  await expect(
    store.updateTag({ id: Persons, parentId: Khrushchev }, 'miller'),
  ).rejects.toMatchObject(
    refusal('bad-input', /“Persons” cannot go below “Khrushchev”, which stands below it/u),
  );
  await expect(store.updateTag({ id: Soviet, parentId: Soviet }, 'miller')).rejects.toMatchObject(
    refusal('bad-input', /cannot stand below itself/u),
  );
  expect(await drawn(store)).toBe('Persons(Soviet(Khrushchev)) Places');
});

test('a key is that of one tag only', async ({ folder }) => {
  const store = await storeWith(folder);
  const { raids, Cuba } = await vocabularyOf(store, 'raids Cuba');
  expect(await store.updateTag({ id: raids, key: 'r' }, 'miller')).toMatchObject({ key: 'r' });
  await expect(store.updateTag({ id: Cuba, key: 'r' }, 'miller')).rejects.toMatchObject(
    refusal('tag-exists', /The key R is that of the tag “raids” already/u),
  );
  await store.updateTag({ id: raids, key: null }, 'miller');
  await store.updateTag({ id: Cuba, key: 'r' }, 'miller');
  expect((await store.listTags()).map(({ tag }) => tag.key)).toEqual(['r', null]);
  expect((await store.state()).undo.undo).toBe('give the tag Cuba the key R');
});

test('a deleted tag leaves those below it to the tag above, and comes back as it was', async ({
  folder,
}) => {
  let store = await storeWith(folder, { 'a.txt': TEXT });
  const cableId = await idOf(store, 'a.txt');
  const { Persons, Soviet, Cuban } = await vocabularyOf(
    store,
    'Persons Soviet<Persons Khrushchev<Soviet Gromyko<Soviet Cuban<Persons',
  );
  const made = await highlight(store, cableId, 'raids', [Cuban, Soviet, Persons]);
  const before = await store.listTags();
  await store.deleteTag(Soviet, 'miller');
  expect(await drawn(store)).toBe('Persons(Cuban Gromyko Khrushchev)');
  const [left] = await store.listAnnotations(cableId);
  expect(left?.tagIds).toEqual([Cuban, Persons]);
  await store.close();
  store = await storeWith(folder);
  await store.undo('kay');
  expect(await store.listTags()).toEqual(before);
  expect(await store.listAnnotations(cableId)).toEqual([made]);
  await store.redo('kay');
  expect(await store.listAnnotations(cableId)).toEqual([left]);
});

test('a tag is not deleted where one below it would come to stand beside its namesake', async ({
  folder,
}) => {
  const store = await storeWith(folder, { 'a.txt': TEXT });
  const cableId = await idOf(store, 'a.txt');
  const ids = await vocabularyOf(store, 'Soviet Persons Other<Persons Leaders<Persons');
  const below = await store.createTag({ name: 'soviet', parentId: ids.Persons }, 'miller');
  const made = await highlight(store, cableId, 'raids', [ids.Persons]);
  await expect(store.deleteTag(ids.Persons, 'miller')).rejects.toMatchObject(
    refusal(
      'tag-exists',
      /^“soviet” below “Persons” would move up beside another tag “Soviet” at the top\..*Nothing was deleted\.$/u,
    ),
  );
  expect(await store.listAnnotations(cableId)).toEqual([made]);
  expect(await drawn(store)).toBe('Persons(Leaders Other soviet) Soviet');
  // The one deleted is no namesake in the way.
  await store.updateTag({ id: below.id, name: 'PERSONS' }, 'miller');
  await store.deleteTag(ids.Persons, 'miller');
  expect(await drawn(store)).toBe('Leaders Other PERSONS Soviet');
});

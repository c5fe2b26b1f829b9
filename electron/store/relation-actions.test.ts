import { expect } from 'vitest';
import type { Relation } from '../../domain/relation/relation.ts';
import { test } from '../testing/folder.ts';
import { idOf, storeWith } from '../testing/store.ts';
import type { Store } from './face.ts';

const A = 'Castro has IL-28s in Cuba. The bombers stay.';
const B = 'The bombers must leave Cuba. We know of IL-28s.';

/** Annotates the first place of some words of a cable; without words the whole of it. */
async function annotate(store: Store, file: string, words: string | null) {
  const cableId = await idOf(store, file);
  const from = words === null ? -1 : (await store.readCable(cableId)).text.indexOf(words);
  const ranges =
    words === null ? [] : [{ side: 'transcription' as const, from, to: from + words.length }];
  return store.createAnnotation({ cableId, ranges, version: 0, tagIds: [], note: '' }, 'miller');
}

/** A library with two cables, two annotations in the first and one in the second. */
async function linked(folder: string) {
  const store = await storeWith(folder, { 'a.txt': A, 'b.txt': B });
  const planes = await annotate(store, 'a.txt', 'IL-28s');
  const stay = await annotate(store, 'a.txt', 'The bombers stay');
  const leave = await annotate(store, 'b.txt', 'must leave');
  const types = new Map((await store.listRelationTypes()).map(({ type }) => [type.name, type.id]));
  const kind = (name: string) => types.get(name) ?? '';
  const link = (name: string, from: { id: string }, to: { id: string }, note = '') =>
    store.createRelation({ typeId: kind(name), from: from.id, to: to.id, note }, 'miller');
  return { store, planes, stay, leave, kind, link };
}

const undoing = async (store: Store) => (await store.state()).undo.undo;

/** The relations of a cable as a reader reads them. */
async function read(store: Store, file: string) {
  const all = await store.listRelations(await idOf(store, file));
  const types = await store.listRelationTypes();
  const nameOf = ({ typeId }: Relation) => types.find(({ type }) => type.id === typeId)?.type.name;
  return all.map(({ relation, from, to }) => `${from.quote} ${nameOf(relation)} ${to.quote}`);
}

test('a library begins with types of relations, in alphabetical order', async ({ folder }) => {
  const store = await storeWith(folder);
  expect((await store.listRelationTypes()).map(({ type, uses }) => [type.name, uses])).toEqual(
    ['carries out', 'contradicts', 'quotes', 'replies to', 'same event', 'supports'].map((name) => [
      name,
      0,
    ]),
  );
});

test('annotations of two cables are linked, and both cables tell it', async ({ folder }) => {
  const { store, stay, leave, link } = await linked(folder);
  const relation = await link('contradicts', stay, leave, 'see *both*');
  expect(relation).toMatchObject({ from: stay.id, to: leave.id, creator: 'miller' });
  expect(await read(store, 'a.txt')).toEqual(['The bombers stay contradicts must leave']);
  expect(await read(store, 'b.txt')).toEqual(await read(store, 'a.txt'));
  const [listed] = await store.listRelations(leave.cableId);
  expect(listed).toMatchObject({
    relation: { note: 'see *both*' },
    from: { cableId: stay.cableId, title: 'a.txt', creator: 'miller' },
    to: { cableId: leave.cableId, title: 'b.txt' },
  });
  expect(await undoing(store)).toBe('link “The bombers stay” (contradicts) “must leave”');
});

test('undo parts them and redo links them, after a restart, too', async ({ folder }) => {
  const { store, stay, leave, link } = await linked(folder);
  await link('quotes', stay, leave);
  await store.close();
  const again = await storeWith(folder);
  expect(await again.undo('kay')).toMatchObject({ cableId: null, text: false });
  expect(await read(again, 'a.txt')).toEqual([]);
  await again.close();
  const third = await storeWith(folder);
  await third.redo('kay');
  expect(await read(third, 'b.txt')).toEqual(['The bombers stay quotes must leave']);
});

test('a link within one cable leads there when it is undone', async ({ folder }) => {
  const { store, planes, stay, link } = await linked(folder);
  await link('same event', planes, stay);
  expect(await store.undo('kay')).toMatchObject({ cableId: planes.cableId });
});

test('the same is not said twice, and nothing is linked to itself', async ({ folder }) => {
  const { store, planes, stay, link } = await linked(folder);
  await link('quotes', planes, stay);
  await expect(link('quotes', planes, stay)).rejects.toThrow(
    '“IL-28s” and “The bombers stay” are linked by “quotes” already. Choose another kind of link, or another annotation.',
  );
  // The other direction says something else, but not where both read the same.
  await link('quotes', stay, planes);
  await link('same event', planes, stay);
  await expect(link('same event', stay, planes)).rejects.toThrow(/by “same event” already/u);
  await expect(link('quotes', stay, stay)).rejects.toThrow(/cannot be linked to itself/u);
  expect(await read(store, 'a.txt')).toHaveLength(3);
});

test('neither end nor type may be gone', async ({ folder }) => {
  const { store, planes, stay, kind, link } = await linked(folder);
  await store.deleteRelationType(kind('quotes'), 'miller');
  await expect(link('quotes', planes, stay)).rejects.toThrow(/kind of link has been deleted/u);
  await store.deleteAnnotations([stay.id], 'miller');
  await expect(link('supports', planes, stay)).rejects.toThrow(/annotation has been deleted/u);
});

test('a link gets another kind, direction and note, each an action of its own', async ({
  folder,
}) => {
  const { store, stay, leave, kind, link } = await linked(folder);
  const { id } = await link('contradicts', stay, leave);
  const change = (edit: object) => store.updateRelation({ id, ...edit }, 'kay');
  for (const [edit, reading, label] of [
    [
      { typeId: kind('quotes') },
      'The bombers stay quotes must leave',
      'change the link to “The bombers stay” (quotes) “must leave”',
    ],
    [
      { turned: true },
      'must leave quotes The bombers stay',
      'change the link to “must leave” (quotes) “The bombers stay”',
    ],
    [
      { note: 'Sure?' },
      'must leave quotes The bombers stay',
      'write a note on the link “must leave” (quotes) “The bombers stay”',
    ],
    [
      { note: 'Sure.' },
      'must leave quotes The bombers stay',
      'change the note on the link “must leave” (quotes) “The bombers stay”',
    ],
    [
      { note: '' },
      'must leave quotes The bombers stay',
      'delete the note on the link “must leave” (quotes) “The bombers stay”',
    ],
  ] as const) {
    await change(edit);
    expect(await read(store, 'b.txt')).toEqual([reading]);
    expect(await undoing(store)).toBe(label);
  }
  for (let turns = 0; turns < 5; turns++) await store.undo('kay');
  expect(await read(store, 'b.txt')).toEqual(['The bombers stay contradicts must leave']);
});

test('what changes nothing is no action; a link without direction cannot be turned', async ({
  folder,
}) => {
  const { store, stay, leave, kind, link } = await linked(folder);
  const { id } = await link('contradicts', stay, leave);
  const before = await undoing(store);
  await store.updateRelation({ id, typeId: kind('contradicts'), note: '' }, 'kay');
  await store.updateRelation({ id, turned: true }, 'kay');
  expect(await read(store, 'b.txt')).toEqual(['The bombers stay contradicts must leave']);
  expect(await undoing(store)).toBe(before);
});

test('no change makes two links that say the same', async ({ folder }) => {
  const { store, stay, leave, kind, link } = await linked(folder);
  await link('quotes', stay, leave);
  const other = await link('quotes', leave, stay);
  const event = await link('same event', leave, stay);
  for (const edit of [
    { id: other.id, turned: true },
    { id: event.id, typeId: kind('quotes') },
  ])
    await expect(store.updateRelation(edit, 'kay')).rejects.toThrow(/by “quotes” already/u);
});

test('a link is removed, and comes back with its note', async ({ folder }) => {
  const { store, stay, leave, link } = await linked(folder);
  const { id } = await link('supports', stay, leave, 'weakly');
  await store.deleteRelation(id, 'kay');
  expect(await read(store, 'a.txt')).toEqual([]);
  expect(await undoing(store)).toBe('remove the link “The bombers stay” (supports) “must leave”');
  await store.undo('kay');
  const [listed] = await store.listRelations(leave.cableId);
  expect(listed?.relation).toMatchObject({ id, note: 'weakly', creator: 'miller' });
  await store.redo('kay');
  await expect(store.deleteRelation(id, 'kay')).rejects.toThrow(/link has been deleted/u);
});

test('annotations take their links along when they are deleted, and bring them back', async ({
  folder,
}) => {
  const { store, planes, stay, leave, link } = await linked(folder);
  await link('supports', planes, stay);
  await link('contradicts', stay, leave);
  await store.deleteAnnotations([stay.id], 'kay');
  expect(await read(store, 'a.txt')).toEqual([]);
  await store.undo('kay');
  expect(await read(store, 'a.txt')).toHaveLength(2);
  await store.deleteAnnotations([stay.id, leave.id], 'kay');
  await store.undo('kay');
  expect(await read(store, 'b.txt')).toEqual(['The bombers stay contradicts must leave']);
});

test('one on the whole cable is named so', async ({ folder }) => {
  const { store, leave, link } = await linked(folder);
  const whole = await annotate(store, 'a.txt', null);
  expect(await undoing(store)).toBe('annotate the whole cable');
  await link('supports', whole, leave);
  expect(await undoing(store)).toBe('link the whole cable (supports) “must leave”');
  expect(await store.readAnnotation(whole.id)).toMatchObject({ quote: '', title: 'a.txt' });
});

test('a type is made, changed and deleted', async ({ folder }) => {
  const store = await storeWith(folder);
  const draft = { name: 'corrects', reverse: 'is corrected by', description: '' };
  const { id } = await store.createRelationType(draft, 'miller');
  expect(await undoing(store)).toBe('make the kind of link corrects');
  for (const [edit, label] of [
    [{ name: 'amends' }, 'rename the kind of link corrects to amends'],
    [
      { reverse: 'is amended by' },
      'have the kind of link amends read “is amended by” from the other end',
    ],
    [{ description: 'It says it better.' }, 'describe the kind of link amends'],
    [{ reverse: null }, 'have the kind of link amends read the same from both ends'],
  ] as const) {
    await store.updateRelationType({ id, ...edit }, 'miller');
    expect(await undoing(store)).toBe(label);
    await store.updateRelationType({ id, ...edit }, 'miller');
    expect(await undoing(store)).toBe(label);
  }
  const find = async () =>
    (await store.listRelationTypes()).find(({ type }) => type.id === id)?.type;
  expect(await find()).toEqual({
    ...{ id, name: 'amends', reverse: null, description: 'It says it better.' },
  });
  await store.deleteRelationType(id, 'miller');
  expect(await undoing(store)).toBe('delete the kind of link amends');
  expect(await find()).toBeUndefined();
  for (let turns = 0; turns < 5; turns++) await store.undo('miller');
  expect(await find()).toEqual({ id, ...draft });
});

test('no two types have a name in common, at whichever end', async ({ folder }) => {
  const { store, kind } = await linked(folder);
  const taken = (name: string) =>
    `There is a kind of link “${name}” already. Use that one, or choose another name.`;
  for (const [name, reverse, found] of [
    ['QUOTES', null, 'quotes'],
    ['cites', 'Is quoted by', 'is quoted by'],
    ['is replied to by', null, 'is replied to by'],
  ] as const)
    await expect(
      store.createRelationType({ name, reverse, description: '' }, 'miller'),
    ).rejects.toThrow(taken(found));
  const id = kind('supports');
  await expect(store.updateRelationType({ id, name: 'Quotes' }, 'miller')).rejects.toThrow(
    taken('quotes'),
  );
  // Its own name may be written otherwise, and two names that are one have no direction.
  const same = await store.updateRelationType(
    { id, name: 'Supports', reverse: 'SUPPORTS' },
    'miller',
  );
  expect(same).toMatchObject({ name: 'Supports', reverse: null });
});

test('a direction stays where links go both ways', async ({ folder }) => {
  const { store, stay, leave, kind, link } = await linked(folder);
  await link('quotes', stay, leave);
  const back = await link('quotes', leave, stay);
  const edit = { id: kind('quotes'), reverse: null };
  await expect(store.updateRelationType(edit, 'miller')).rejects.toThrow(
    '“The bombers stay” and “must leave” are linked by “quotes” in both directions, so the direction cannot be left out. Remove one of the two links first.',
  );
  await store.deleteRelation(back.id, 'miller');
  expect(await store.updateRelationType(edit, 'miller')).toMatchObject({ reverse: null });
});

test('a type goes with all its links, and one undo brings all back, after a restart, too', async ({
  folder,
}) => {
  const { store, planes, stay, leave, kind, link } = await linked(folder);
  await link('quotes', stay, leave, 'word for word');
  await link('quotes', planes, leave);
  await link('supports', planes, leave);
  await store.deleteRelationType(kind('quotes'), 'kay');
  expect(await undoing(store)).toBe('delete the kind of link quotes with its 2 links');
  expect(await read(store, 'b.txt')).toEqual(['IL-28s supports must leave']);
  await store.close();
  const again = await storeWith(folder);
  await again.undo('kay');
  expect(await read(again, 'b.txt')).toEqual([
    'The bombers stay quotes must leave',
    'IL-28s quotes must leave',
    'IL-28s supports must leave',
  ]);
  expect((await again.listRelations(leave.cableId))[0]?.relation.note).toBe('word for word');
});

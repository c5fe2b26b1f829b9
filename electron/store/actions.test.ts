import { copyFileSync, mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { expect } from 'vitest';
import type { CheckedInput } from '../../domain/contract.ts';
import { test } from '../testing/folder.ts';
import { idOf, storeWith } from '../testing/store.ts';
import { connect } from './database.ts';
import type { Store } from './face.ts';

const TEXT = 'The US is not {[Page 864] }involved in organizing such raids. 🚢 IL-28s.';
const READING = 'The US is not involved in organizing such raids. 🚢 IL-28s.';

/** Highlights some words on one side of the cable, as they stand there. */
async function highlight(
  store: Store,
  words: string,
  more: {
    side?: 'original' | 'transcription';
    tagIds?: string[];
    note?: string;
    version?: number;
  } = {},
) {
  const { side = 'transcription', tagIds = [], note = '', version = 0 } = more;
  const from = (side === 'original' ? TEXT : READING).indexOf(words);
  const cableId = await idOf(store, 'a.txt');
  const ranges = [{ side, from, to: from + words.length }];
  const draft = { cableId, ranges, version, tagIds, note };
  return store.createAnnotation(draft, 'miller');
}

const words = async (store: Store) =>
  (await store.listAnnotations(await idOf(store, 'a.txt'))).map(
    ({ targets }) => targets[0]?.quote.exact,
  );
const vocabulary = async (store: Store) =>
  (await store.listTags()).map(({ tag, uses }) => `${tag.name} ${uses}`);
const undoState = async (store: Store) => (await store.state()).undo;

test('an annotation is stored with its quote, on either side', async ({ folder }) => {
  const store = await storeWith(folder, { 'a.txt': TEXT });
  const made = await highlight(store, 'not involved', { note: 'Is it *so*?' });
  expect(made.targets).toEqual([
    {
      ...{ side: 'transcription', from: 10, to: 22, version: 0 },
      quote: {
        exact: 'not involved',
        prefix: 'The US is ',
        suffix: ' in organizing such raids. 🚢 IL',
      },
      lost: null,
    },
  ]);
  expect(made).toMatchObject({ creator: 'miller', note: 'Is it *so*?', created: made.modified });
  await highlight(store, '[Page 864]', { side: 'original' });
  expect(await words(store)).toEqual(['not involved', '[Page 864]']);
  expect((await store.listAnnotations(made.cableId))[0]).toEqual(made);
  expect(await store.state()).toMatchObject({ annotations: 2 });
});

test('annotations come in the order of their places, whichever side they stand on', async ({
  folder,
}) => {
  const store = await storeWith(folder, { 'a.txt': TEXT });
  await highlight(store, 'raids');
  await highlight(store, 'organizing', { side: 'original' });
  await highlight(store, 'IL-28s');
  await highlight(store, 'The US');
  await highlight(store, 'The', { side: 'original' });
  expect(await words(store)).toEqual(['The', 'The US', 'organizing', 'raids', 'IL-28s']);
});

test('characters of two halves are quoted whole, and never parted', async ({ folder }) => {
  const store = await storeWith(folder, { 'a.txt': TEXT });
  const cableId = await idOf(store, 'a.txt');
  const ship = READING.indexOf('🚢');
  const on = (from: number, to: number) => ({
    ...{ cableId, version: 0, tagIds: [], note: '' },
    ranges: [{ side: 'transcription' as const, from, to }],
  });
  const whole = await store.createAnnotation(on(ship, ship + 2), 'miller');
  expect(whole.targets[0]?.quote.exact).toBe('🚢');
  for (const [from, to] of [
    [ship + 1, ship + 3],
    [0, ship + 1],
  ] as const)
    await expect(store.createAnnotation(on(from, to), 'miller')).rejects.toMatchObject({
      code: 'bad-input',
      message: expect.stringMatching(/middle of a character/u) as string,
    });
  // A context that would begin or end within the ship leaves it out, so that what is read back is what was stored.
  const near = await highlight(store, READING.slice(ship + 3));
  expect((await store.listAnnotations(cableId)).at(-1)).toEqual(near);
  const before = READING.slice(ship - 40, ship - 31);
  const far = await highlight(store, before);
  expect((await store.listAnnotations(cableId)).find(({ id }) => id === far.id)).toEqual(far);
});

test('what cannot be highlighted is refused with a sentence, and nothing is stored', async ({
  folder,
}) => {
  const store = await storeWith(folder, { 'a.txt': TEXT });
  const good: CheckedInput<'annotation.create'> = {
    ...{ cableId: await idOf(store, 'a.txt'), version: 0, tagIds: [], note: '' },
    ranges: [{ side: 'transcription', from: 3, to: 6 }],
  };
  const refused = [
    [
      { version: 1 },
      'bad-input',
      /The transcription of “a\.txt” has changed.*Select the words again/u,
    ],
    [{ ranges: [{ side: 'transcription', from: 3, to: 3 }] }, 'bad-input', /No text is selected/u],
    [{ ranges: [{ side: 'original', from: 3, to: 5_000 }] }, 'bad-input', /has \d+ characters/u],
    [
      { ranges: [{ side: 'transcription', from: 3, to: 5_000 }] },
      'bad-input',
      /has 59 characters/u,
    ],
    [{ cableId: '0195a000-0000-7000-8000-000000000001' }, 'not-found', /This cable/u],
    [{ tagIds: ['0195a000-0000-7000-8000-000000000001'] }, 'not-found', /This tag/u],
  ] satisfies [Partial<typeof good>, string, RegExp][];
  for (const [wrong, code, sentence] of refused)
    await expect(store.createAnnotation({ ...good, ...wrong }, 'miller')).rejects.toMatchObject({
      code,
      message: expect.stringMatching(sentence) as string,
    });
  expect(await words(store)).toEqual([]);
  expect(await undoState(store)).toEqual({ undo: null, redo: null });
});

test('tags and note can be changed and taken back step by step, also after a restart', async ({
  folder,
}) => {
  let store = await storeWith(folder, { 'a.txt': TEXT });
  const weapons = await store.createTag({ name: 'weapons' }, 'miller');
  const { id, cableId } = await highlight(store, 'IL-28s');
  await store.updateAnnotation({ id, tagIds: [weapons.id, weapons.id] }, 'miller');
  await store.updateAnnotation({ id, note: 'bombers' }, 'miller');
  await store.updateAnnotation({ id, note: 'bombers' }, 'miller');
  expect(await undoState(store)).toEqual({ undo: 'write a note on “IL-28s”', redo: null });
  await store.close();

  store = await storeWith(folder);
  expect(await store.listAnnotations(cableId)).toMatchObject([
    { tagIds: [weapons.id], note: 'bombers' },
  ]);
  const back = { cableId, text: false };
  expect(await store.undo('reader')).toEqual({ label: 'write a note on “IL-28s”', ...back });
  expect(await store.listAnnotations(cableId)).toMatchObject([{ tagIds: [weapons.id], note: '' }]);
  expect(await store.undo('reader')).toEqual({ label: 'tag “IL-28s” with weapons', ...back });
  expect(await undoState(store)).toEqual({
    undo: 'highlight “IL-28s”',
    redo: 'tag “IL-28s” with weapons',
  });
  await store.close();

  store = await storeWith(folder);
  expect(await store.redo('reader')).toMatchObject({ label: 'tag “IL-28s” with weapons' });
  expect(await store.redo('reader')).toMatchObject({ label: 'write a note on “IL-28s”' });
  expect(await store.listAnnotations(cableId)).toMatchObject([
    { tagIds: [weapons.id], note: 'bombers' },
  ]);
  await expect(store.redo('reader')).rejects.toMatchObject({ code: 'nothing-to-redo' });
  for (const _ of 'abcd') await store.undo('reader');
  await expect(store.undo('reader')).rejects.toMatchObject({ code: 'nothing-to-undo' });
  expect([await words(store), await vocabulary(store)]).toEqual([[], []]);
});

test('a deleted annotation comes back as it was', async ({ folder }) => {
  const store = await storeWith(folder, { 'a.txt': TEXT });
  const made = await highlight(store, 'raids', { note: 'which?' });
  expect(await store.deleteAnnotations([made.id], 'miller')).toEqual({
    annotations: 1,
    cableId: made.cableId,
  });
  expect(await words(store)).toEqual([]);
  await expect(store.deleteAnnotations([made.id], 'miller')).rejects.toMatchObject({
    code: 'not-found',
  });
  await expect(store.updateAnnotation({ id: made.id, note: 'x' }, 'miller')).rejects.toMatchObject({
    code: 'not-found',
  });
  expect(await store.undo('miller')).toMatchObject({ label: 'delete the annotation on “raids”' });
  expect(await store.listAnnotations(made.cableId)).toEqual([made]);
});

test('after something new is done, what was undone cannot be redone', async ({ folder }) => {
  const store = await storeWith(folder, { 'a.txt': TEXT });
  await highlight(store, 'raids');
  await store.undo('miller');
  await highlight(store, 'IL-28s');
  await expect(store.redo('miller')).rejects.toMatchObject({ code: 'nothing-to-redo' });
  expect(await words(store)).toEqual(['IL-28s']);
});

test('a tag is deleted from every annotation in one step, and comes back to each in its order', async ({
  folder,
}) => {
  const store = await storeWith(folder, { 'a.txt': TEXT });
  const [arms, threat] = [
    await store.createTag({ name: 'arms' }, 'miller'),
    await store.createTag({ name: 'threat' }, 'miller'),
  ];
  const both = await highlight(store, 'raids', { tagIds: [arms.id, threat.id] });
  const one = await highlight(store, 'IL-28s', { tagIds: [arms.id] });
  expect(await vocabulary(store)).toEqual(['arms 2', 'threat 1']);
  await store.deleteTag(arms.id, 'miller');
  expect(await vocabulary(store)).toEqual(['threat 1']);
  const left = await store.listAnnotations(both.cableId);
  expect(left.map(({ tagIds }) => tagIds)).toEqual([[threat.id], []]);
  expect(await store.undo('miller')).toEqual({
    label: 'delete the tag arms',
    cableId: null,
    text: false,
  });
  expect(await store.listAnnotations(both.cableId)).toEqual([both, one]);
  expect(await vocabulary(store)).toEqual(['arms 2', 'threat 1']);
  await store.redo('miller');
  expect(await vocabulary(store)).toEqual(['threat 1']);
  await expect(store.deleteTag(arms.id, 'miller')).rejects.toMatchObject({ code: 'not-found' });
});

test('no two tags have names a reader would take for one', async ({ folder }) => {
  const store = await storeWith(folder);
  const tag = await store.createTag({ name: 'Quarantine', colour: 'blue' }, 'miller');
  const other = await store.createTag({ name: 'threat' }, 'miller');
  const exists = {
    code: 'tag-exists',
    message: expect.stringMatching(/“Quarantine” already/u) as string,
  };
  await expect(store.createTag({ name: 'quarantine' }, 'miller')).rejects.toMatchObject(exists);
  await expect(
    store.updateTag({ id: other.id, name: 'ＱUARANTINE' }, 'miller'),
  ).rejects.toMatchObject(exists);
  expect(await store.updateTag({ id: tag.id, name: 'QUARANTINE' }, 'miller')).toMatchObject({
    name: 'QUARANTINE',
    colour: 'blue',
  });
  expect(await vocabulary(store)).toEqual(['QUARANTINE 0', 'threat 0']);
});

test('a new tag gets the colour used least', async ({ folder }) => {
  const store = await storeWith(folder);
  for (const name of ['a', 'b', 'c']) await store.createTag({ name }, 'miller');
  expect((await store.listTags()).map(({ tag }) => tag.colour)).toEqual(['orange', 'sky', 'green']);
});

test('a change that changes nothing is no action', async ({ folder }) => {
  const store = await storeWith(folder);
  const tag = await store.createTag({ name: 'a' }, 'miller');
  expect(await store.updateTag({ id: tag.id, name: 'a', colour: tag.colour }, 'miller')).toEqual(
    tag,
  );
  expect(await undoState(store)).toEqual({ undo: 'make the tag a', redo: null });
});

test('the journal holds who did what and how to take it back, and is only ever added to', async ({
  folder,
}) => {
  const store = await storeWith(folder, { 'a.txt': TEXT });
  const made = await highlight(store, 'raids');
  await store.undo('reader');
  await store.redo('reader');
  await store.close();
  const db = connect(join(folder, 'test.cablewright'), 'must-be-there');
  const rows = db
    .prepare<[], Record<string, string>>('SELECT * FROM journal ORDER BY sequence')
    .all()
    .map(({ forward = '', inverse = '', ...row }) => ({
      ...row,
      forward: JSON.parse(forward) as unknown,
      inverse: JSON.parse(inverse) as unknown,
    }));
  const ids = rows.map((row) => ('id' in row ? row.id : null));
  const put = [{ type: 'annotation.put', annotation: made }];
  const remove = [{ type: 'annotation.remove', id: made.id }];
  expect(rows).toMatchObject([
    {
      kind: 'do',
      of: null,
      author: 'miller',
      label: 'highlight “raids”',
      forward: put,
      inverse: remove,
    },
    {
      kind: 'undo',
      of: ids[0],
      author: 'reader',
      cable_id: made.cableId,
      forward: remove,
      inverse: put,
    },
    { kind: 'redo', of: ids[1], author: 'reader', forward: put, inverse: remove },
  ]);
  db.pragma('recursive_triggers = ON');
  for (const sql of [
    "UPDATE journal SET author = 'x'",
    'DELETE FROM journal',
    "INSERT OR REPLACE INTO journal SELECT sequence, id, kind, of, 'x', cable_id, author, time, forward, inverse FROM journal",
  ])
    expect(() => db.exec(sql)).toThrow(/only ever added to/u);
  db.close();
});

test('what was answered is there after a crash', async ({ folder }) => {
  const store = await storeWith(folder, { 'a.txt': TEXT });
  const made = await highlight(store, 'raids');
  // What lies on the disk while the program runs is what a crash would leave.
  const crashed = join(folder, 'crashed');
  mkdirSync(crashed);
  for (const name of ['test.cablewright', 'test.cablewright-wal'])
    copyFileSync(join(folder, name), join(crashed, name));
  const again = await storeWith(crashed);
  expect(await again.listAnnotations(made.cableId)).toEqual([made]);
  expect(await undoState(again)).toEqual({ undo: 'highlight “raids”', redo: null });
});

test('an action that fails half-way leaves nothing of itself', async ({ folder }) => {
  const store = await storeWith(folder, { 'a.txt': TEXT });
  const made = await highlight(store, 'raids');
  await store.close();
  const db = connect(join(folder, 'test.cablewright'), 'must-be-there');
  db.exec("CREATE TRIGGER no_more BEFORE INSERT ON journal BEGIN SELECT RAISE(ABORT, 'full'); END");
  db.close();
  const again = await storeWith(folder);
  await expect(again.deleteAnnotations([made.id], 'miller')).rejects.toThrow('full');
  expect(await again.listAnnotations(made.cableId)).toEqual([made]);
});

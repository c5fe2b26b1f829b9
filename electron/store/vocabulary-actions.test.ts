import { join } from 'node:path';
import { expect } from 'vitest';
import { starterVocabulary } from '../../domain/vocabulary/starter.ts';
import { test } from '../testing/folder.ts';
import { idOf, storeWith } from '../testing/store.ts';
import { connect } from './database.ts';

const ALL = starterVocabulary.length;

test('a vocabulary is taken over as one action, and goes with one undo', async ({ folder }) => {
  const store = await storeWith(folder, {});
  const own = await store.createTag({ name: 'persons', colour: 'grey' }, 'kay');
  expect(await store.takeConcepts(starterVocabulary, 'kay')).toEqual({
    made: ALL - 1,
    changed: 1,
    same: 0,
  });
  const tags = (await store.listTags()).map(({ tag }) => tag);
  expect(tags).toHaveLength(ALL);
  expect(tags.find(({ id }) => id === own.id)).toMatchObject({
    name: 'Persons',
    colour: 'blue',
    key: 'p',
  });
  expect(tags.filter(({ parentId }) => parentId === own.id)).toHaveLength(4);

  expect(await store.takeConcepts(starterVocabulary, 'kay')).toEqual({
    made: 0,
    changed: 0,
    same: ALL,
  });
  expect((await store.state()).undo.undo).toBe(`take over ${ALL} tags`);
  await store.undo('kay');
  expect((await store.listTags()).map(({ tag }) => tag)).toEqual([own]);
  await store.redo('kay');
  expect((await store.listTags()).map(({ tag }) => tag)).toEqual(tags);
});

test('uses are counted by tag and cable, under the title and the date that hold', async ({
  folder,
}) => {
  const store = await storeWith(folder, {
    'b.txt': 'Title Late\nDate 1962-11\nwords',
    'a.txt': 'Title Early\nDate 1961-04-23\nwords',
    'c.txt': 'no more than words',
  });
  const [x, y] = await Promise.all(['x', 'y'].map((name) => store.createTag({ name }, 'kay')));
  const use = async (file: string, tagIds: string[]) =>
    store.createAnnotation(
      {
        cableId: await idOf(store, file),
        ranges: [{ side: 'original', from: 0, to: 5 }],
        version: 0,
        tagIds,
        note: '',
      },
      'kay',
    );
  const [a, b] = [x?.id ?? '', y?.id ?? ''];
  await use('a.txt', [a, b]);
  await use('a.txt', [a]);
  await use('b.txt', [b]);
  await use('c.txt', [a]);
  const { id: wrong } = await use('c.txt', [b]);
  await store.emendField(
    { cableId: await idOf(store, 'b.txt'), field: 'date', values: ['1960'] },
    'kay',
  );
  await store.close();
  const db = connect(join(folder, 'test.cablewright'), 'must-be-there');
  db.prepare(
    `UPDATE annotation SET verdict = 'rejected', verdict_by = 'kay', verdict_time = '2026-01-01T00:00:00Z' WHERE id = ?`,
  ).run(wrong);
  db.close();

  const again = await storeWith(folder, {});
  const uses = await again.countTagUse();
  expect(
    uses.map(({ tagId, title, date, uses: count }) => [
      tagId === a ? 'x' : 'y',
      title,
      date,
      count,
    ]),
  ).toEqual([
    ['y', 'Late', '1960', 1],
    ['x', 'Early', '1961-04-23', 2],
    ['y', 'Early', '1961-04-23', 1],
    ['x', 'c.txt', null, 1],
  ]);
});

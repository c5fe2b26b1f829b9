import { copyFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect } from 'vitest';
import { test } from '../../testing/folder.ts';
import { contentOf, differences, mergeInto, workingOn } from '../../testing/merged.ts';
import { idOf, storeWith } from '../../testing/store.ts';
import type { Store } from '../face.ts';

const TEXTS = { 'a.txt': 'Title Cuba\nRusk told him.', 'b.txt': 'Title Laos\nNo end.' };

async function highlight(store: Store, cableId: string, words: string): Promise<string> {
  const { text } = await store.readCable(cableId);
  const { version } = await store.openCable(cableId);
  const from = text.indexOf(words);
  const ranges = [{ side: 'transcription' as const, from, to: from + words.length }];
  const draft = { cableId, ranges, version, tagIds: [], note: '' };
  return (await store.createAnnotation(draft, 'lee')).id;
}

test('an annotation that one side has deleted and the other has linked is kept on both, and told', async ({
  folder,
}) => {
  const store = await storeWith(folder, TEXTS);
  const one = await highlight(store, await idOf(store, 'a.txt'), 'Rusk');
  const two = await highlight(store, await idOf(store, 'b.txt'), 'end');
  const typeId = (await store.listRelationTypes())[0]?.type.id ?? '';
  await store.close();
  const base = join(folder, 'test.cablewright');
  const [a = '', b = '', c = ''] = ['a', 'b', 'c'].map((name) => {
    const copy = join(folder, `${name}.cablewright`);
    copyFileSync(base, copy);
    return copy;
  });
  await workingOn(a, (own) => own.deleteAnnotations([one], 'kay'));
  await workingOn(b, (own) =>
    own.createRelation({ typeId, from: one, to: two, note: '' }, 'miller'),
  );
  copyFileSync(a, c);

  expect(await mergeInto(a, b)).toBe(1);
  expect(await mergeInto(b, c)).toBe(1);
  expect(differences(contentOf(a), contentOf(b))).toEqual({});
  await workingOn(a, async (own) => {
    expect(await own.wholeAnnotation(one)).toMatchObject({ id: one });
    const { conflicts } = await own.listConflicts({ offset: 0, limit: 10 });
    const [conflict] = conflicts;
    expect(conflict).toMatchObject({ kind: 'annotation', thing: `annotation:${one}` });
    const take = conflict?.shown === 'first' ? 'second' : 'first';
    await own.decideConflicts({ ids: conflicts.map(({ id }) => id), take }, 'lee');
    await expect(own.wholeAnnotation(one)).rejects.toThrow();
  });
  expect(await mergeInto(b, a)).toBe(0);
  expect(await mergeInto(a, b)).toBe(0);
  expect(differences(contentOf(b), contentOf(a))).toEqual({});
});

import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setImmediate } from 'node:timers/promises';
import { expect } from 'vitest';
import { test } from '../testing/folder.ts';
import { idOf, storeWith } from '../testing/store.ts';
import { readVocabulary } from '../vocabulary/files.ts';

const TAGS = 10_000;

/** A table of so many tags below ten others: `Top 3/Topic 00123`. */
function table(folder: string): string {
  const path = join(folder, 'tags.csv');
  const rows = Array.from({ length: TAGS - 10 }, (_, at) => {
    const name = `Topic ${String(at).padStart(5, '0')}`;
    return `Top ${at % 10}/${name},What ${name} is used for.`;
  });
  const tops = Array.from({ length: 10 }, (_, at) => `Top ${at},`);
  writeFileSync(path, ['path,description', ...tops, ...rows].join('\n'));
  return path;
}

test('10,000 tags come from one file as one action; they are used, changed and taken back', async ({
  folder,
}) => {
  const store = await storeWith(folder, { 'a.txt': 'Some words.' });
  const { concepts, warnings } = await readVocabulary(table(folder));
  expect([concepts.length, warnings]).toEqual([TAGS, []]);

  const stopped = expect(store.takeConcepts(concepts, 'kay')).rejects.toMatchObject({
    code: 'stopped',
    message: 'Taking over the tags was stopped. Nothing was changed.',
  });
  await setImmediate();
  await store.cancelImport();
  await stopped;
  expect(await store.listTags()).toEqual([]);

  expect(await store.takeConcepts(concepts, 'kay')).toEqual({ made: TAGS, changed: 0, same: 0 });
  const tags = await store.listTags();
  expect(tags).toHaveLength(TAGS);
  const [tag, other] = tags.slice(-2).map((each) => each.tag);
  if (!tag || !other) throw new Error('no tags');
  const draft = { cableId: await idOf(store, 'a.txt'), ranges: [], version: 0, note: '' };
  await store.createAnnotation({ ...draft, tagIds: [tag.id] }, 'kay');
  await store.mergeTags({ ids: [tag.id], into: other.id }, 'kay');
  const merged = await store.listTags();
  expect(merged).toHaveLength(TAGS - 1);
  expect(merged.filter(({ uses }) => uses > 0).map((each) => each.tag.id)).toEqual([other.id]);

  for (const label of ['merge', 'tag the whole cable', 'take over 10,000 tags']) {
    expect((await store.state()).undo.undo).toContain(label);
    await store.undo('kay');
  }
  expect(await store.listTags()).toEqual([]);
});

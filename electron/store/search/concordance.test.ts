import { expect } from 'vitest';
import type { ConcordanceLine, ConcordanceOrder } from '../../../domain/search/result.ts';
import { editingIn } from '../../testing/editing.ts';
import { test } from '../../testing/folder.ts';
import { idOf, storeWith, type TestStore } from '../../testing/store.ts';

const FILES = {
  'a.txt': 'Title A\nDate 1962-10-16\nWe told Castro so. Then Castro\nleft, {Castro }CASTRO said.',
  'b.txt': 'Title B\nNothing of it.',
  'c.txt': 'Title C\nDate 1961-04-17\nBoth saw Castro.',
};

async function make(store: TestStore, query: string) {
  const made = await store.makeConcordance(query);
  if (!made) throw new Error('nobody has stopped it');
  return made;
}

async function linesOf(
  store: TestStore,
  id: string,
  by: ConcordanceOrder['by'],
  descending = false,
) {
  return store.concordanceLines({ id, order: { by, descending }, offset: 0, limit: 500 });
}

function read(lines: readonly ConcordanceLine[]): string[] {
  return lines.map(({ before, hit, after, stale }) =>
    stale ? '(changed)' : `${before.slice(-11)}[${hit}]${after.slice(0, 8)}`,
  );
}

test('a concordance has every place of the words, in any order, with cables and tags', async ({
  folder,
}) => {
  const store = await storeWith(folder, FILES);
  const made = await make(store, 'castro');
  expect(made).toMatchObject({ lines: 4, cables: 2, more: false });
  expect(read(await linesOf(store, made.id, 'cable')).slice(0, 2)).toEqual([
    '7 Both saw [Castro].',
    '16 We told [Castro] so. The',
  ]);
  const left = await linesOf(store, made.id, 'left');
  // left, saw, then, told: the word beside the hit comes first.
  expect(left.map(({ before }) => before.trim().split(' ').at(-1))).toEqual([
    ...['left,', 'saw', 'Then', 'told'],
  ]);
  const right = await linesOf(store, made.id, 'right');
  expect(right.map(({ after }) => after.slice(0, 5).trim())).toEqual(['.', 'left', 'said', 'so.']);
  expect(await linesOf(store, made.id, 'right', true)).toEqual(right.toReversed());
  const stretch = { id: made.id, order: { by: 'right', descending: false } as const };
  expect(await store.concordanceLines({ ...stretch, offset: 1, limit: 2 })).toEqual(
    right.slice(1, 3),
  );
  expect(right[0]).toMatchObject({ title: 'C', date: '1961-04-17', side: 'transcription' });
});

test('originals are read in context only where the query names them', async ({ folder }) => {
  const store = await storeWith(folder, FILES);
  const sides = async (query: string) => {
    const { id } = await make(store, query);
    return (await linesOf(store, id, 'cable')).map(({ side }) => side);
  };
  expect(await sides('castro told')).toEqual(Array.from({ length: 4 }, () => 'transcription'));
  expect(await sides('original:castro told')).toEqual([
    'transcription',
    ...Array.from({ length: 4 }, () => 'original'),
  ]);
});

test('a query that cannot be read, or asks for no words, says so or has no lines', async ({
  folder,
}) => {
  const store = await storeWith(folder, FILES);
  await expect(store.makeConcordance('castro AND (')).rejects.toMatchObject({ code: 'bad-query' });
  expect(await make(store, 'date:1962')).toMatchObject({ lines: 0, cables: 0 });
  expect(await make(store, '')).toMatchObject({ lines: 0 });
  const first = await make(store, 'castro');
  await make(store, 'told');
  await expect(linesOf(store, first.id, 'cable')).rejects.toMatchObject({ code: 'not-found' });
});

async function retype(store: TestStore, file: string, words: string, others: string) {
  await editingIn(store, await idOf(store, file)).type(words, others);
}

test('lines follow their words; those whose words are gone say so and show no others', async ({
  folder,
}) => {
  const store = await storeWith(folder, FILES);
  const { id } = await make(store, 'castro');
  const before = await linesOf(store, id, 'left');
  await retype(store, 'a.txt', 'We told Castro', 'Nobody at all told him');
  const after = await linesOf(store, id, 'left');
  expect(after.map(({ stale }) => stale)).toEqual([false, false, false, true]);
  const { text } = await store.readCable(await idOf(store, 'a.txt'));
  for (const { stale, from, to, hit, title } of after)
    if (!stale && title === 'A') expect(text.slice(from, to)).toBe(hit);
  expect(after[2]?.from).not.toBe(before[2]?.from);
  expect(after[3]).toMatchObject({ before: '', hit: '', after: '', tagIds: [] });
});

test('lines are tagged as one action, which one undo takes back', async ({ folder }) => {
  const store = await storeWith(folder, FILES);
  const cableId = await idOf(store, 'c.txt');
  const { version } = await store.openCable(cableId);
  const { id: tag } = await store.createTag({ name: 'Persons' }, 'kay');
  const from = (await store.readCable(cableId)).text.indexOf('Castro');
  const ranges = [{ side: 'transcription' as const, from, to: from + 6 }];
  const own = await store.createAnnotation(
    { cableId, ranges, version, tagIds: [], note: 'mine' },
    'kay',
  );
  const { id } = await make(store, 'castro');
  const [first] = await linesOf(store, id, 'cable');
  const rest = { id, tagIds: [tag] };
  const all = { ...rest, only: null, except: [] };
  expect(await store.tagConcordance({ ...all, except: [first?.line ?? -1] }, 'kay')).toEqual({
    ...{ annotations: 3, cables: 1 },
  });
  expect(await store.tagConcordance(all, 'kay')).toEqual({ annotations: 1, cables: 1 });
  expect(await store.listAnnotations(cableId)).toMatchObject([
    { id: own.id, note: 'mine', tagIds: [tag] },
  ]);
  expect((await linesOf(store, id, 'cable')).map(({ tagIds }) => tagIds)).toEqual(
    Array.from({ length: 4 }, () => [tag]),
  );
  expect(await store.tagConcordance(all, 'miller')).toEqual({ annotations: 0, cables: 0 });
  await store.undo('kay');
  expect((await linesOf(store, id, 'cable'))[0]?.tagIds).toEqual([]);
  await store.undo('kay');
  expect((await store.state()).annotations).toBe(1);
});

test('lines that are named are tagged, and no others; what is gone from its text is left', async ({
  folder,
}) => {
  const store = await storeWith(folder, FILES);
  const { id: tag } = await store.createTag({ name: 'Persons' }, 'kay');
  const { id } = await make(store, 'original:castro');
  const lines = await linesOf(store, id, 'cable');
  const some = { id, only: lines.slice(1, 3).map(({ line }) => line), except: [], tagIds: [tag] };
  expect(await store.tagConcordance(some, 'kay')).toEqual({ annotations: 2, cables: 1 });
  const annotations = await store.listAnnotations(await idOf(store, 'a.txt'));
  expect(annotations.map(({ targets }) => targets[0]?.side)).toEqual(['original', 'original']);

  const other = await make(store, 'castro');
  await retype(store, 'c.txt', 'Both saw Castro', 'None');
  const all = { id: other.id, only: null, except: [], tagIds: [tag] };
  expect(await store.tagConcordance(all, 'kay')).toMatchObject({ cables: 1 });
});

test('the lines of a cable that was deleted say so', async ({ folder }) => {
  const store = await storeWith(folder, FILES);
  const { id } = await make(store, 'castro');
  await store.discardCables({ ids: [await idOf(store, 'c.txt')] }, 'kay');
  const lines = await linesOf(store, id, 'cable');
  expect(lines.map(({ stale }) => stale)).toEqual([true, false, false, false]);
  await store.undo('kay');
  expect((await linesOf(store, id, 'cable')).some(({ stale }) => stale)).toBe(false);
});

test('making one lets others in, and is stopped with the one before kept', async ({ folder }) => {
  const text = `Title X\n${'Castro spoke. '.repeat(40)}`;
  const files = Array.from({ length: 300 }, (_, at) => [`${at}.txt`, `${text}${at}`] as const);
  const store = await storeWith(folder, Object.fromEntries(files));
  const first = await make(store, 'castro');
  expect(first).toMatchObject({ lines: 12_000, cables: 300 });
  const stopped = store.makeConcordance('spoke');
  await store.cancelImport();
  expect(await stopped).toBeNull();
  expect(await linesOf(store, first.id, 'right')).toHaveLength(500);
  const last = { by: 'left', descending: true } as const;
  expect(
    await store.concordanceLines({ id: first.id, order: last, offset: 11_990, limit: 500 }),
  ).toHaveLength(10);
});

import { expect } from 'vitest';
import { test } from '../testing/folder.ts';
import { idOf, storeWith } from '../testing/store.ts';
import { connect } from './database.ts';
import type { Store } from './face.ts';

const A = 'Title Circular 938\nKhrushchevʼs IL-28s are in Cuba; the US is not involved.';
const B = 'Title Memorandum\nMr. Rusk spoke of the IL-28s at the SIXTH meeting.';

/** Annotates words of a cable, each the first place of it; without any the whole cable. */
async function annotate(
  store: Store,
  file: string,
  words: readonly string[],
  more: { note?: string; tagIds?: string[]; author?: string } = {},
) {
  const { note = '', tagIds = [], author = 'miller' } = more;
  const cableId = await idOf(store, file);
  const { text } = await store.readCable(cableId);
  const ranges = words.map((each) => {
    const from = text.indexOf(each);
    return { side: 'transcription' as const, from, to: from + each.length };
  });
  return store.createAnnotation({ cableId, ranges, version: 0, tagIds, note }, author);
}

/** A library with four annotations in two cables, the last of them on a whole cable. */
async function annotated(folder: string) {
  const store = await storeWith(folder, { 'a.txt': A, 'b.txt': B });
  const { id: weapons } = await store.createTag({ name: 'Weapons & arms' }, 'miller');
  await annotate(store, 'a.txt', ['Khrushchevʼs', 'in Cuba'], { tagIds: [weapons] });
  await annotate(store, 'a.txt', ['not involved'], {
    note: 'Really?\n\nSee “Bundy”.',
    author: 'kay',
  });
  await annotate(store, 'b.txt', ['SIXTH']);
  await annotate(store, 'b.txt', [], { note: 'The best account.', author: 'kay' });
  const found = async (words: string, limit = 10) =>
    (await store.findAnnotations({ words, limit, cableId: null })).map(({ quote }) => quote);
  return { store, weapons, found };
}

test('without words all are found, those changed last first, as many as wanted', async ({
  folder,
}) => {
  const { store, found } = await annotated(folder);
  expect(await found('')).toEqual(['', 'SIXTH', 'not involved', 'Khrushchevʼs … in Cuba']);
  expect(await found('  ', 2)).toEqual(['', 'SIXTH']);
  const sixth = (await store.findAnnotations({ words: 'sixth', limit: 1, cableId: null }))[0];
  await store.updateAnnotation({ id: sixth?.id ?? '', note: 'So?' }, 'miller');
  expect(await found('', 1)).toEqual(['SIXTH']);
});

test('they are found by words, notes, tags and cables, in whichever case and with any apostrophe', async ({
  folder,
}) => {
  const { found } = await annotated(folder);
  for (const [words, quotes] of [
    ["KHRUSHCHEV'S", ['Khrushchevʼs … in Cuba']],
    ['khrushchev’s cuba', ['Khrushchevʼs … in Cuba']],
    ['cuba khrush', ['Khrushchevʼs … in Cuba']],
    ['"bundy"', ['not involved']],
    ['weapons', ['Khrushchevʼs … in Cuba']],
    ['arms IN', ['Khrushchevʼs … in Cuba']],
    ['best account', ['']],
    ['memorandum', ['', 'SIXTH']],
    ['circular involved', ['not involved']],
    ['% _', []],
    ['sixth cuba', []],
  ] as const)
    expect(await found(words), words).toEqual(quotes);
});

test('they are found in one cable alone', async ({ folder }) => {
  const { store } = await annotated(folder);
  const cableId = await idOf(store, 'a.txt');
  const found = async (words: string) =>
    (await store.findAnnotations({ words, limit: 1, cableId })).map(({ quote }) => quote);
  expect(await found('')).toEqual(['not involved']);
  expect(await found('cuba')).toEqual(['Khrushchevʼs … in Cuba']);
  expect(await found('sixth')).toEqual([]);
});

test('a summary tells all that a list shows', async ({ folder }) => {
  const { store, weapons } = await annotated(folder);
  const [one] = await store.findAnnotations({ words: 'khrushchev', limit: 10, cableId: null });
  expect(one).toEqual({
    ...{ id: one?.id, cableId: await idOf(store, 'a.txt'), title: 'Circular 938' },
    ...{ quote: 'Khrushchevʼs … in Cuba', tagIds: [weapons], note: '', creator: 'miller' },
    modified: one?.modified,
  });
  expect(await store.readAnnotation(one?.id ?? '')).toEqual(one);
  const whole = await store.wholeAnnotation(one?.id ?? '');
  expect(whole.targets.map(({ quote }) => quote.exact)).toEqual(['Khrushchevʼs', 'in Cuba']);
  await store.deleteAnnotations([one?.id ?? ''], 'miller');
  await expect(store.readAnnotation(one?.id ?? '')).rejects.toThrow(
    'This annotation has been deleted. Undo may bring it back.',
  );
});

test('what was rejected or merged is not found, but can be read', async ({ folder }) => {
  const { store } = await annotated(folder);
  const all = await store.findAnnotations({ words: '', limit: 10, cableId: null });
  const verdicts = ['rejected', 'merged', 'accepted'] as const;
  const { path } = await store.state();
  await store.close();
  const db = connect(path, 'must-be-there');
  for (const [index, verdict] of verdicts.entries())
    db.prepare(
      "UPDATE annotation SET verdict = ?, verdict_by = 'kay', verdict_time = modified WHERE id = ?",
    ).run(verdict, all[index]?.id);
  db.close();
  const again = await storeWith(folder);
  const found = await again.findAnnotations({ words: '', limit: 10, cableId: null });
  expect(found.map(({ quote }) => quote)).toEqual(['not involved', 'Khrushchevʼs … in Cuba']);
  expect(await again.readAnnotation(all[1]?.id ?? '')).toMatchObject({ quote: 'SIXTH' });
});

test('creators come in alphabetical order with what they have done', async ({ folder }) => {
  const { store } = await annotated(folder);
  expect(await store.listCreators()).toEqual([
    { creator: 'kay', annotations: 2, cables: 2 },
    { creator: 'miller', annotations: 2, cables: 2 },
  ]);
});

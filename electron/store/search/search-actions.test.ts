import { expect } from 'vitest';
import { byDate } from '../../../domain/search/order.ts';
import { test } from '../../testing/folder.ts';
import { fileIn, idOf, storeWith } from '../../testing/store.ts';
import type { Store } from '../face.ts';

const TEXTS = {
  'a.txt': 'No. 1\nTitle Circular Telegram\nDate 1962-10-16\nMissiles in Cuba. {Stamp}',
  'b.txt': 'No. 2\nTitle Khrushchevʼs Reply\nDate 1962-11-02\nThe diplo-\nmatic reply on missiles.',
  'c.txt': 'No. 3\nTitle Despatch\nDate 1961\nNothing of Cuba, no missile.\nInfo Moscow',
  'd.txt': 'Undated talk of bases in Turkey. {?Cuba}',
};

const relevance = { by: 'relevance', descending: true } as const;
const found = async (store: Store, query: string) => {
  const input = { query, order: relevance, offset: 0, limit: 50, whole: false };
  const { results, total } = await store.searchResults(input);
  const { total: listed } = await store.listCables({ offset: 0, limit: 50, query, order: byDate });
  expect(total).toBe(listed);
  const names = {
    'Circular Telegram': 'a',
    'Khrushchevʼs Reply': 'b',
    Despatch: 'c',
    'd.txt': 'd',
  };
  return results
    .map(({ cable }) => names[cable.title as keyof typeof names])
    .toSorted()
    .join('');
};

test.for([
  ['', 'abcd'],
  ['cuba', 'acd'],
  ['CUBA missiles', 'a'],
  ['missile*', 'abc'],
  ['"in cuba"', 'a'],
  ['"cuba in"', ''],
  ['cuba -missiles', 'cd'],
  ['cuba OR reply', 'abcd'],
  ['-cuba', 'b'],
  ["khrushchev's", 'b'],
  ['diplomatic', 'b'],
  ['NEAR(nothing cuba, 1)', 'c'],
  ['NEAR(nothing missile, 1)', ''],
  ['original:stamp', 'a'],
  ['transcription:stamp', ''],
  ['title:reply', 'b'],
  ['to:moscow', 'c'],
  ['number:2', 'b'],
  ['date:1962', 'ab'],
  ['date:1962-10..1962-11-01', 'a'],
  ['date:<=1961', 'c'],
  ['date:none', 'd'],
  ['state:imported', 'd'],
  ['has:proposal', 'd'],
  ['cuba date:1962', 'a'],
  ['cuba OR date:1962', 'abcd'],
  ['cuba NOT date:1962', 'cd'],
  ['has:annotation', ''],
  ['has:witness', ''],
  ['~rnissiles', 'ab'],
] as const)('%s finds %s', async ([query, cables], { folder }) => {
  expect(await found(await storeWith(folder, TEXTS), query)).toBe(cables);
});

test('notes and names of tags are found, and follow what is done and undone', async ({
  folder,
}) => {
  const store = await storeWith(folder, TEXTS);
  const cableId = await idOf(store, 'd.txt');
  const tag = await store.createTag({ name: 'Jupiter bases', parentId: null }, 'kay');
  const draft = { cableId, ranges: [], version: 0, tagIds: [tag.id], note: 'A missile trade?' };
  const { id } = await store.createAnnotation(draft, 'kay');
  expect(await found(store, 'trade')).toBe('d');
  expect(await found(store, 'note:missile')).toBe('d');
  expect(await found(store, 'missile')).toBe('cd');
  expect(await found(store, 'cuba trade')).toBe('d');
  expect(await found(store, 'jupiter')).toBe('d');
  expect(await found(store, 'tag:"jupiter bases"')).toBe('d');
  expect(await found(store, 'by:Kay')).toBe('d');
  await store.updateTag({ ...tag, name: 'Thor' }, 'kay');
  expect(await found(store, 'jupiter')).toBe('');
  expect(await found(store, 'thor')).toBe('d');
  await store.deleteAnnotations([id], 'kay');
  expect(await found(store, 'thor OR trade')).toBe('');
  await store.undo('kay');
  expect(await found(store, 'thor trade')).toBe('d');
});

test('has:witness finds what came twice from one place, and what it came as before', async ({
  folder,
}) => {
  const store = await storeWith(folder, TEXTS);
  await store.importFiles([fileIn(folder, 'd.txt', 'Undated talk of bases in Italy.')]);
  const { total } = await store.countSearch('has:witness');
  expect(total).toBe(2);
  expect((await store.countSearch('has:witness turkey')).total).toBe(1);
});

test.for([
  ['reply OR cuba (', ')'],
  ['despatch OR (cuba ', ')'],
  ['title:(circular ', ' OR cuba)'],
] as const)('what lies as deep as it may is found: %s…%s', async ([before, behind], { folder }) => {
  const store = await storeWith(folder, TEXTS);
  const deep = (levels: number) => `${before.repeat(levels)}missiles${behind.repeat(levels)}`;
  for (const levels of [7, 8, 9, 10]) {
    const wanted = await found(store, deep(levels % 2 === 0 ? 2 : 1));
    expect(await found(store, deep(levels)), `${levels}`).toBe(wanted);
  }
});

test('a query that cannot be read is told', async ({ folder }) => {
  const store = await storeWith(folder, TEXTS);
  const input = { query: '"', order: relevance, offset: 0, limit: 50, whole: false };
  await expect(store.searchResults(input)).rejects.toMatchObject({ code: 'bad-query' });
});

test('counts follow the query, and leave a facet’s own conditions out', async ({ folder }) => {
  const store = await storeWith(folder, TEXTS);
  const { total, facets, months, undated } = await store.countSearch('cuba date:1962');
  const facet = (name: string) => facets.find((each) => each.facet === name)?.values;
  expect({ total, months, undated }).toEqual({
    total: 1,
    months: [{ value: '1962-10', cables: 1 }],
    undated: 1,
  });
  expect(facet('year')).toEqual([
    { value: '1961', cables: 1 },
    { value: '1962', cables: 1 },
  ]);
  expect(facet('state')).toEqual([{ value: 'cleaned', cables: 1 }]);
});

test('a passage shows why, on the side where the words stand', async ({ folder }) => {
  const store = await storeWith(folder, TEXTS);
  const passages = async (query: string) => {
    const input = { query, order: relevance, offset: 0, limit: 50, whole: false };
    const { results } = await store.searchResults(input);
    return results.flatMap(({ snippets }) =>
      snippets.map(({ where, label, text, marks }) => {
        const marked = marks.map(({ from, to }) => text.slice(from, to)).join('|');
        return `${where}${label === null ? '' : ` ${label}`}: ${marked}`;
      }),
    );
  };
  expect(await passages('stamp')).toEqual(['original: Stamp']);
  expect(await passages('"missiles in cuba"')).toEqual(['transcription: Missiles in Cuba']);
  expect(await passages('to:moscow')).toEqual(['field info: Moscow']);
});

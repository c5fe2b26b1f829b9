import { expect, test } from 'vitest';
import { testEntry } from '../../domain/testing/entries.ts';
import { listedFor } from './editing.ts';

const listed = [
  testEntry({ name: 'Castro, Fidel', forms: ['Líder Máximo'], description: 'Premier of Cuba.' }),
  testEntry({ kind: 'place', name: 'Habana', forms: ['Havana'] }),
  testEntry({ kind: 'term', name: 'reftel', description: 'The telegram referred to.' }),
].map((entry) => ({ entry, own: true }));

test.each([
  ['', null, ['Castro, Fidel', 'Habana', 'reftel']],
  ['HAV', null, ['Habana']],
  ['líder', null, ['Castro, Fidel']],
  ['cuba ', null, ['Castro, Fidel']],
  ['', 'term', ['reftel']],
  ['a', 'place', ['Habana']],
  ['nobody', null, []],
] as const)('%j of the kind %s', (words, kind, names) =>
  expect(listedFor(listed, { words, kind }).map(({ entry }) => entry.name)).toEqual(names),
);

test('the whole list is the very same', () => {
  expect(listedFor(listed, { words: ' ', kind: null })).toBe(listed);
});

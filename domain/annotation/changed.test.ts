import { expect, it } from 'vitest';
import type { Annotation } from './annotation.ts';
import { afterChange } from './changed.ts';

/** An annotation that is told by its id and note. */
const one = (id: string, note = '') => ({ id, note }) as Annotation;
const [a, b, c] = [one('a'), one('b'), one('c')];

it.each([
  ['nothing', [], [], [a, b, c]],
  ['one made', [one('d')], [], [a, b, c, one('d')]],
  ['one changed, in its place', [one('b', 'new')], [], [a, one('b', 'new'), c]],
  ['one taken away', [], ['b'], [a, c]],
  ['one taken away that is not there', [], ['x'], [a, b, c]],
  ['all at once', [one('e'), one('c', 'new')], ['a'], [b, one('c', 'new'), one('e')]],
])('after %s', (_, put, remove, after) => {
  expect(afterChange([a, b, c], { put, remove })).toEqual(after);
});

it('leaves all others the very same', () => {
  expect(afterChange([a, b], { put: [one('b', 'new')], remove: [] })[0]).toBe(a);
});

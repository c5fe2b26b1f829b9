import { expect, it } from 'vitest';
import type { Concept } from '../../domain/vocabulary/concept.ts';
import { checkedAt, type LeftOut, previewOf, rowsOf, toggledAt } from './preview.ts';

/** Concepts by paths of one-letter names: `a`, `ab` (b below a). */
function concepts(paths: string): Concept[] {
  return paths.split(' ').map((id) => ({
    id,
    iri: null,
    name: id.slice(-1),
    description: null,
    colour: null,
    key: null,
    parent: id.slice(0, -1) || null,
  }));
}

const rows = rowsOf(previewOf([], concepts('b a ab abc ad bx')).taken);
const ids = rows.map(({ taken }) => taken.concept.id);

/** The rows with their ticks: `+` taken, `-` left out, `~` not all of it taken. */
function ticks(left: LeftOut): string {
  const sign = (at: number) => {
    const checked = checkedAt(rows, at, left);
    return checked === 'mixed' ? '~' : checked ? '+' : '-';
  };
  return ids.map((id, at) => `${sign(at)}${id}`).join(' ');
}

it('shows each tag before those below it, in the order of the file', () => {
  expect(ids).toEqual(['b', 'bx', 'a', 'ab', 'abc', 'ad']);
  expect(rows.map(({ depth, below }) => `${depth}${below}`)).toEqual([
    '01',
    '10',
    '03',
    '11',
    '20',
    '10',
  ]);
});

it.each([
  ['ab', '+b +bx ~a -ab -abc +ad'],
  ['a', '+b +bx -a -ab -abc -ad'],
  ['ab ab', '+b +bx +a +ab +abc +ad'],
  ['a abc', '+b +bx ~a +ab +abc -ad'],
  ['abc ab', '+b +bx +a +ab +abc +ad'],
])('ticking %s leads to %s', (pressed, shown) => {
  const left = pressed
    .split(' ')
    .reduce<LeftOut>((now, id) => toggledAt(rows, ids.indexOf(id), now), new Set());
  expect(ticks(left)).toBe(shown);
});

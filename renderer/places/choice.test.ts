import { describe, expect, test } from 'vitest';
import type { AlikePlace } from '../../domain/alike/alike.ts';
import { allKeys, checkedOf, chosenOf, leftOut, rowsOf, toggled } from './choice.ts';

const NONE: ReadonlySet<string> = new Set();
const [A, B] = ['0199e4a0-0000-7000-8000-000000000001', '0199e4a0-0000-7000-8000-000000000002'];

function place(cableId: string, from: number): AlikePlace {
  const words = { before: 'From ', found: 'Habana', after: ' to' };
  return { cableId, title: cableId.slice(-1), version: 3, from, to: from + 6, ...words };
}

const places = [place(A, 5), place(A, 20), place(B, 5)];
const found = { total: 3, cables: 2, places };
const cut = { total: 10, cables: 4, places };

describe('the lines', () => {
  test('are the cables with their places below them', () => {
    expect(rowsOf(found).map(({ type, keys }) => [type, keys])).toEqual([
      ['cable', [`${A} 5`, `${A} 20`]],
      ['place', [`${A} 5`]],
      ['place', [`${A} 20`]],
      ['cable', [`${B} 5`]],
      ['place', [`${B} 5`]],
    ]);
    expect(rowsOf({ total: 0, cables: 0, places: [] })).toEqual([]);
  });

  test('end with those that are not shown', () => {
    expect(rowsOf(cut).at(-1)).toMatchObject({ type: 'rest', count: 7 });
    expect(rowsOf(cut).flatMap(({ type, keys }) => (type === 'cable' ? [] : keys))).toEqual(
      allKeys(cut),
    );
  });
});

describe('ticks', () => {
  test('leave out and take in: a place, a cable, all', () => {
    const [cable, first] = rowsOf(found);
    const all = allKeys(found);
    const one = toggled(first?.keys ?? [], NONE);
    expect([checkedOf(cable?.keys ?? [], one), checkedOf(all, one), leftOut(found, one)]).toEqual([
      'mixed',
      'mixed',
      1,
    ]);
    expect(toggled(cable?.keys ?? [], one)).toEqual(NONE);
    const none = toggled(all, NONE);
    expect([checkedOf(all, none), leftOut(found, none)]).toEqual([false, 3]);
    expect(toggled(all, none)).toEqual(NONE);
  });

  test('count all that is not shown as one tick', () => {
    const rest = toggled(rowsOf(cut).at(-1)?.keys ?? [], NONE);
    expect(leftOut(cut, rest)).toBe(7);
    expect(leftOut(cut, toggled(allKeys(cut), NONE))).toBe(10);
  });
});

describe('what is asked for', () => {
  const one = toggled([`${A} 20`], NONE);
  test('is exactly what was chosen', () => {
    expect(chosenOf(found, one)).toEqual({ only: [place(A, 5), place(B, 5)], except: [] });
  });
  test('is all but what was left out where more was found than is shown', () => {
    expect(chosenOf(cut, one)).toEqual({ only: null, except: [place(A, 20)] });
    const rest = toggled(['rest'], one);
    expect(chosenOf(cut, rest)).toEqual({ only: [place(A, 5), place(B, 5)], except: [] });
  });
});

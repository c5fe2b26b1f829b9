import fc from 'fast-check';
import { expect, test } from 'vitest';
import {
  allOf,
  choiceOf,
  countMarks,
  isMarked,
  type Marks,
  noMarks,
  toggled,
  withMarks,
} from './marking.ts';

const cables = ['a', 'b', 'c', 'd'];

test.for<[string, Marks, string[]]>([
  ['none', noMarks, []],
  ['one', toggled(noMarks, 'b'), ['b']],
  ['one marked twice', toggled(toggled(noMarks, 'b'), 'b'), []],
  ['a stretch', withMarks(toggled(noMarks, 'a'), ['a', 'b', 'c'], true), ['a', 'b', 'c']],
  ['all', allOf('from:rusk'), cables],
  ['all but one', toggled(allOf(''), 'c'), ['a', 'b', 'd']],
  ['all but none again', withMarks(toggled(allOf(''), 'c'), ['b', 'c'], true), cables],
])('%s', ([, marks, expected]) => {
  expect(cables.filter((id) => isMarked(marks, id))).toEqual(expected);
  expect(countMarks(marks, cables.length)).toBe(expected.length);
});

test('a request names some cables, or a query with what is left out', () => {
  expect(choiceOf(withMarks(noMarks, ['a', 'b'], true))).toEqual({ ids: ['a', 'b'] });
  expect(choiceOf(toggled(allOf('state:cleaned'), 'd'))).toEqual({
    query: 'state:cleaned',
    except: ['d'],
  });
});

test('whatever is marked, the marks are those of a plain set', () => {
  const deed = fc.oneof(
    fc.constantFrom(...cables).map((id) => ({ ids: [id], marked: null })),
    fc.record({ ids: fc.subarray(cables), marked: fc.boolean() }),
  );
  fc.assert(
    fc.property(fc.boolean(), fc.array(deed), (all, deeds) => {
      let marks = all ? allOf('') : noMarks;
      const plain = new Set(all ? cables : []);
      for (const { ids, marked } of deeds) {
        for (const id of ids)
          if (marked ?? !plain.has(id)) plain.add(id);
          else plain.delete(id);
        marks = marked === null ? toggled(marks, ids[0] ?? '') : withMarks(marks, ids, marked);
      }
      expect(cables.filter((id) => isMarked(marks, id))).toEqual(
        cables.filter((id) => plain.has(id)),
      );
      expect(countMarks(marks, cables.length)).toBe(plain.size);
    }),
  );
});

import { expect, test } from 'vitest';
import type { ConcordanceLine } from '../../domain/search/result.ts';
import { ALL, checkedOf, chosenOf, isMarked, markedOf, NONE, toggled, withLines } from './marks.ts';
import { csvRow, moreWords, orderAfter, sumWords, taggedWords } from './words.ts';

test('marking all and taking one out names all but that one', () => {
  const marks = toggled(ALL, 7);
  expect([isMarked(marks, 7), isMarked(marks, 8)]).toEqual([false, true]);
  expect([markedOf(marks, 10), checkedOf(marks, 10)]).toEqual([9, 'mixed']);
  expect(chosenOf(marks)).toEqual({ only: null, except: [7] });
  expect(chosenOf(withLines(marks, [6, 7]))).toEqual({ only: null, except: [] });
});

test('marking some names those', () => {
  const marks = toggled(withLines(NONE, [1, 2, 3]), 2);
  expect(chosenOf(marks)).toEqual({ only: [1, 3], except: [] });
  expect([checkedOf(marks, 2), checkedOf(NONE, 2), checkedOf(ALL, 2)]).toEqual([true, false, true]);
});

const made = { id: 'x', lines: 50_000, cables: 1, more: true };

test.each([
  [sumWords(made, 0), '50,000 lines in 1 cable'],
  [sumWords(made, 3), '50,000 lines in 1 cable, 3 marked'],
  [
    moreWords(made),
    'There are more: these are the first 50,000. Narrow the search to see all of its lines.',
  ],
  [moreWords({ ...made, more: false }), null],
  [taggedWords({ annotations: 2, cables: 1 }, 2), '2 lines tagged in 1 cable.'],
  [
    taggedWords({ annotations: 2, cables: 2 }, 3),
    '2 lines tagged in 2 cables. 1 line was left: tagged already, or no longer in the text.',
  ],
  [
    taggedWords({ annotations: 0, cables: 0 }, 3),
    'Nothing has changed: these lines have the tags already, or no longer stand in their texts.',
  ],
])('%j', (words, wanted) => expect(words).toBe(wanted));

test('an order pressed again goes the other way', () => {
  const left = orderAfter({ by: 'cable', descending: true }, 'left');
  expect(left).toEqual({ by: 'left', descending: false });
  expect(orderAfter(left, 'left')).toEqual({ by: 'left', descending: true });
});

test('a saved line cannot be taken for a formula, and says where its words are gone', () => {
  const line: ConcordanceLine = {
    ...{ line: 0, cableId: 'x', title: '=A', number: null, date: '1962-10', version: 0 },
    ...{ from: 0, to: 1, before: 'a ', hit: 'b', after: ', c', stale: false, tagIds: [] },
    side: 'original',
  };
  const row = ['', '1962-10', "'=A", 'original', 'a', 'b', ', c', 'P; Q'];
  expect(csvRow(line, ['P', 'Q'])).toEqual(row);
  const gone = csvRow({ ...line, stale: true }, []);
  expect(gone.slice(4)).toEqual(['', 'This passage reads otherwise now.', '', '']);
});

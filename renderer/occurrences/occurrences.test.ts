import { expect, test } from 'vitest';
import { keyOf } from '../places/choice.ts';
import { changed, isTagged, taggedKeys } from './choice.ts';
import { doneWords } from './words.ts';

function place(from: number, ...tagIds: string[]) {
  const words = { before: '', found: 'x', after: '' };
  return { cableId: 'a', title: 'A', version: 0, from, to: from + 1, ...words, tagIds };
}

test.each([
  [place(0, 'p', 'q'), ['p'], true],
  [place(0, 'p'), ['p', 'q'], false],
  [place(0, 'p'), [], false],
])('%j has %j: %s', (one, wanted, is) => expect(isTagged(one, wanted)).toBe(is));

test('places that are tagged are left out, until their tick is changed', () => {
  const places = [place(0, 'p'), place(5), place(9, 'p')];
  const tagged = taggedKeys(places, ['p']);
  const [first, second] = places.map(keyOf);
  expect(tagged).toEqual(new Set(['a 0', 'a 9']));
  expect(changed(tagged, new Set([first ?? '', second ?? '']))).toEqual(new Set(['a 9', 'a 5']));
});

test.each([
  [{ annotations: 14, cables: 3 }, 14, '14 places tagged in 3 cables. Undo takes all of it back.'],
  [
    { annotations: 1, cables: 1 },
    3,
    '1 place tagged in 1 cable. 2 places were left: tagged already, or in a text that has changed meanwhile. Undo takes all of it back.',
  ],
  [
    { annotations: 0, cables: 0 },
    3,
    'Nothing has changed: all of these places have the tags already.',
  ],
])('%j of %i', (done, wanted, words) => expect(doneWords(done, wanted)).toBe(words));

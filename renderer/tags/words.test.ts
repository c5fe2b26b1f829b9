import { expect, it } from 'vitest';
import { narrowed } from './narrowed.ts';
import { madeOf } from './testing.ts';
import { vocabularyOf } from './vocabulary.ts';
import { fateWords, mergeWords, splitWords } from './words.ts';

const tags = madeOf('Persons Soviet Cuban c d e f g h').map(({ tag }) => tag);
const [persons, ...others] = tags;
if (!persons) throw new Error('there are tags');

it.each([
  [0, 0, 'Not used yet. Undo (Ctrl Z) brings a deleted tag back.'],
  [1, 0, 'On 1 annotation. Deleting takes it off; Undo (Ctrl Z) brings all of it back.'],
  [0, 1, 'Not used yet. Deleting moves 1 tag below it up; Undo (Ctrl Z) brings all of it back.'],
  [
    5000,
    3,
    'On 5,000 annotations. Deleting takes it off and moves 3 tags below it up; Undo (Ctrl Z) brings all of it back.',
  ],
])('%d uses, %d tags below: %s', (uses, below, words) => {
  expect(fateWords(uses, below)).toBe(words);
});

it.each([
  [0, 0, 0, 1, 'No annotation changes.'],
  [1, 0, 0, 1, '1 annotation changes.'],
  [
    312,
    14,
    2,
    1,
    '312 annotations change. 14 of them have both and will have one. 2 tags move below Persons: Soviet, Cuban.',
  ],
  [
    2,
    1,
    1,
    2,
    '2 annotations change. 1 of them has more than one of these tags and will have one. 1 tag moves below Persons: Soviet.',
  ],
  [
    1,
    0,
    8,
    1,
    '1 annotation changes. 8 tags move below Persons: Soviet, Cuban, c, d, e, f and 2 more.',
  ],
])('merging %d, %d, %d of %d: %s', (annotations, both, moved, gone, words) => {
  expect(mergeWords({ annotations, both, moved: others.slice(0, moved) }, gone, persons)).toBe(
    words,
  );
});

it.each([
  [0, 5, 'x', 'Tick the annotations that are to get the new tag.'],
  [1, 5, 'x', '1 annotation gets x in the place of Persons. 4 keep Persons.'],
  [5, 5, '', '5 annotations get the new tag in the place of Persons. None keeps Persons.'],
])('splitting %d of %d: %s', (chosen, total, name, words) => {
  expect(splitWords(chosen, total, persons, name)).toBe(words);
});

it.each([
  ['', 'Persons Soviet Khrushchev Places', ''],
  ['khru', 'Persons Soviet Khrushchev', 'Persons Soviet'],
  ['soviet', 'Persons Soviet Khrushchev', 'Persons Soviet'],
  ['places', 'Places', ''],
  ['x', '', ''],
])('“%s” leaves %s of the tree', (typed, shown, open) => {
  const vocabulary = vocabularyOf(madeOf('Persons Soviet<Persons Khrushchev<Soviet Places'));
  const part = narrowed(vocabulary, typed);
  const names: string[] = [];
  const walk = (nodes: typeof part.tree) => {
    for (const { tag, below } of nodes) {
      names.push(tag.name);
      walk(below);
    }
  };
  walk(part.tree);
  expect(names.join(' ')).toBe(shown);
  const opened = vocabulary.tags.filter(({ id }) => part.open.has(id)).map(({ name }) => name);
  expect(opened.join(' ')).toBe(open);
});

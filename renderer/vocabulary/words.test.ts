import { expect, it } from 'vitest';
import type { Tag } from '../../domain/tag/tag.ts';
import type { TagAspect, Taken } from '../../domain/vocabulary/taking.ts';
import { deedWords, sumWords } from './words.ts';

const tag: Tag = {
  id: 'a',
  name: 'Persons',
  colour: 'sky',
  description: '',
  parentId: null,
  key: null,
  iri: null,
};

function taken(before: Tag | null, ...changed: readonly TagAspect[]): Taken {
  const concept = { ...tag, description: null, parent: null };
  return { concept, tag, before, changed };
}

it.each<[Taken, string]>([
  [taken(null), 'new'],
  [taken(tag), 'as it is'],
  [
    taken({ ...tag, name: 'People' }, 'name', 'colour', 'key'),
    'renamed from People; another colour, key',
  ],
  [taken({ ...tag, parentId: 'b' }, 'parentId'), 'moved to the top'],
])('says of a tag %#', (each, words) => {
  expect(deedWords(each)).toBe(words);
});

it.each<[Taken[], string]>([
  [[], 'Nothing is chosen.'],
  [[taken(null)], '1 new tag.'],
  [[taken(null), taken(null), taken(tag, 'key'), taken(tag)], '2 new tags, 1 changed, 1 as it is.'],
  [[taken(tag, 'key'), taken(tag), taken(tag)], '1 tag changed, 2 as they are.'],
  [[taken(tag), taken(tag)], '2 tags are there already, as told.'],
])('says of all %#', (all, words) => {
  expect(sumWords(all)).toBe(words);
});

import { expect, it } from 'vitest';
import type { Tag } from '../../domain/tag/tag.ts';
import { matchingTags } from './matching.ts';

const tags = ['blockade', 'OAS', 'press', 'sea blockade', 'Überflug'].map((name): Tag => ({
  id: name,
  name,
  colour: 'sky',
  description: '',
  parentId: null,
  key: null,
  iri: null,
}));

it.each([
  ['', 'blockade, OAS, press, sea blockade, Überflug'],
  ['block', 'blockade, sea blockade'],
  ['s', 'sea blockade, OAS, press'],
  ['oas', 'OAS'],
  ['ÜBER', 'Überflug'],
  ['x', ''],
])('“%s” finds %s', (typed, names) => {
  expect(
    matchingTags(tags, typed)
      .map(({ name }) => name)
      .join(', '),
  ).toBe(names);
});

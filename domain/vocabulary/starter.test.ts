import { expect, it } from 'vitest';
import { Concept } from './concept.ts';
import { conceptsOf } from './exporting.ts';
import { starterVocabulary } from './starter.ts';
import { takingOver } from './taking.ts';

const noId = () => {
  throw new Error('a tag of the starter has no id of its own');
};

it('takes no more than a library allows, and all of it', () => {
  expect(starterVocabulary.map((concept) => Concept.parse(concept))).toEqual(starterVocabulary);
  const { taken, problems } = takingOver([], starterVocabulary, noId);
  expect(problems).toEqual([]);
  expect(taken).toHaveLength(starterVocabulary.length);
});

it('is the same in every library: its tags have ids of their own, and come back as they went', () => {
  const tags = takingOver([], starterVocabulary, noId).taken.map(({ tag }) => tag);
  expect(tags.every(({ iri }) => iri === null)).toBe(true);
  const byName = (a: Concept, b: Concept) => (a.id < b.id ? -1 : 1);
  expect(conceptsOf(tags).toSorted(byName)).toEqual(starterVocabulary.toSorted(byName));
});

it('has two levels, each tag with a sentence on when to use it, and a key for each at the top', () => {
  const tops = starterVocabulary.filter(({ parent }) => parent === null);
  for (const { name, description, key, parent } of starterVocabulary) {
    expect(description, name).toMatch(/^\p{Lu}.{20,}\.$/su);
    expect(key === null, name).toBe(parent !== null);
    expect(parent === null || tops.some(({ id }) => id === parent), name).toBe(true);
  }
});

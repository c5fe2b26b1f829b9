import { expect, test } from 'vitest';
import type { Tag } from '../../domain/tag/tag.ts';
import { changingTag, merging, splitting } from './tag-labels.ts';

const named = (name: string): Tag => ({
  ...{ id: name, name, colour: 'sky', description: '', parentId: null, key: null, iri: null },
});
const weapons = named('weapons');
const arms = named('arms');

test.for([
  ['rename the tag weapons to arms', { name: 'arms' }, null],
  ['give the tag weapons another colour', { colour: 'blue' as const }, null],
  ['describe the tag weapons', { description: 'x' }, null],
  ['move the tag weapons below arms', { parentId: 'arms' }, arms],
  ['give the tag weapons the key W', { key: 'w' }, null],
] as const)('%s', ([phrase, change, parent]) => {
  expect(changingTag(weapons, { ...weapons, ...change }, parent)).toBe(phrase);
});

test.for([
  [changingTag({ ...weapons, parentId: 'arms' }, weapons, null), 'move the tag weapons to the top'],
  [changingTag({ ...weapons, key: 'w' }, weapons, null), 'take the key off the tag weapons'],
  [merging([weapons], arms), 'merge the tag weapons into arms'],
  [merging([weapons, named('IL-28s')], arms), 'merge 2 tags into arms'],
  [splitting(weapons, arms), 'split the tag arms off weapons'],
] as const)('%s', ([label, expected]) => expect(label).toBe(expected));

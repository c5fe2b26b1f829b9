import { expect, test } from 'vitest';
import type { Annotation } from '../../domain/annotation/annotation.ts';
import type { Tag } from '../../domain/tag/tag.ts';
import { changing, changingTag, creating, quoted } from './labels.ts';

const ID = '0195a000-0000-7000-8000-000000000001';
const tag = (name: string): Tag => ({
  id: ID,
  name,
  colour: 'sky',
  description: '',
  parentId: null,
});
const note = (words: string): Annotation => ({
  ...{ id: ID, cableId: ID, tagIds: [], creator: '', created: '', modified: '', note: words },
  targets: [
    {
      side: 'original',
      from: 0,
      to: 6,
      version: 0,
      quote: { exact: 'IL-28s', prefix: '', suffix: '' },
      lost: null,
    },
  ],
});
const [weapons, threat] = [tag('weapons'), tag('threat')];

test.for([
  ['US not involved', '“US not involved”'],
  [' US\nnot   involved ', '“US not involved”'],
  ['x'.repeat(40), `“${'x'.repeat(40)}”`],
  ['x'.repeat(41), `“${'x'.repeat(39)}…”`],
  ['🚢'.repeat(41), `“${'🚢'.repeat(39)}…”`],
])('%s is quoted as %s', ([words, phrase]) => {
  expect(quoted(words ?? '')).toBe(phrase);
});

test.for([
  ['highlight “IL-28s”', '', []],
  ['tag “IL-28s” with weapons', '', [weapons]],
  ['tag “IL-28s” with weapons, threat', '', [weapons, threat]],
  ['write a note on “IL-28s”', 'x', []],
  ['annotate “IL-28s” with weapons', 'x', [weapons]],
] as const)('%s', ([phrase, words, tags]) => {
  expect(creating(note(words), tags)).toBe(phrase);
});

test.for([
  ['tag “IL-28s” with weapons', '', '', [weapons], []],
  ['take weapons off “IL-28s”', '', '', [], [weapons]],
  ['change the tags on “IL-28s”', '', '', [threat], [weapons]],
  ['change the order of the tags on “IL-28s”', '', '', [], []],
  ['write a note on “IL-28s”', '', 'x', [], []],
  ['change the note on “IL-28s”', 'x', 'y', [], []],
  ['delete the note on “IL-28s”', 'x', '', [], []],
  ['change the annotation on “IL-28s”', 'x', 'y', [weapons], []],
] as const)('%s', ([phrase, before, after, added, removed]) => {
  expect(changing(note(before), note(after), added, removed)).toBe(phrase);
});

test.for([
  ['rename the tag weapons to arms', { name: 'arms' }],
  ['give the tag weapons another colour', { colour: 'blue' as const }],
  ['describe the tag weapons', { description: 'x' }],
] as const)('%s', ([phrase, change]) => {
  expect(changingTag(weapons, { ...weapons, ...change })).toBe(phrase);
});

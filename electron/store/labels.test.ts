import { expect, test } from 'vitest';
import type { Annotation } from '../../domain/annotation/annotation.ts';
import type { Tag } from '../../domain/tag/tag.ts';
import {
  changing,
  creating,
  deciding,
  quoted,
  readingField,
  reviewing,
  whyLost,
} from './labels.ts';

const ID = '0195a000-0000-7000-8000-000000000001';
const tag = (name: string): Tag => ({
  id: ID,
  name,
  colour: 'sky',
  description: '',
  parentId: null,
  key: null,
  iri: null,
});
const note = (words: string): Annotation => ({
  ...{
    id: ID,
    cableId: ID,
    tagIds: [],
    creator: '',
    created: '',
    modified: '',
    verdict: null,
    note: words,
  },
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

const rules = (names: string) => names.split(' ').map((rule) => ({ rule }));

test.for([
  ['accept “running head”', 'accepted', 'running-head'],
  ['reject “running head”', 'rejected', 'running-head'],
  ['take back “running head”', 'proposed', 'running-head'],
  ['accept 2 proposals of “stamp”', 'accepted', 'stamp stamp'],
  ['take back 2 decisions on “stamp”', 'proposed', 'stamp stamp'],
  ['reject 2 proposals', 'rejected', 'stamp running-head'],
] as const)('%s', ([phrase, status, names]) => {
  expect(deciding(status, rules(names))).toBe(phrase);
});

test.for([
  ['when “running head” was accepted.', 'accepted', 'running-head'],
  ['when “stamp” was taken back.', 'proposed', 'stamp'],
  ['when proposals of “stamp” were rejected.', 'rejected', 'stamp stamp'],
  ['when 2 proposals were accepted.', 'accepted', 'stamp running-head'],
] as const)('Its words left the transcription %s', ([end, status, names]) => {
  expect(whyLost(status, rules(names))).toBe(`Its words left the transcription ${end}`);
});

test.for([
  [reviewing('Circular 938', 'proofread'), 'mark “Circular 938” as proofread'],
  [reviewing('Circular 938', null), 'leave the state of “Circular 938” to the cleaning'],
  [readingField('date', 'Circular 938', ['1962']), 'change the date of “Circular 938”'],
  [readingField('drafter', 'Circular 938', []), 'say that “Circular 938” has no drafter'],
  [readingField('fileNumber', 'Circular 938', null), 'take back the file number of “Circular 938”'],
] as const)('%s', ([label, expected]) => expect(label).toBe(expected));

const onCable = (words: string): Annotation => ({ ...note(words), targets: [] });

test.for([
  [creating(onCable(''), []), 'annotate the whole cable'],
  [creating(onCable('x'), []), 'write a note on the whole cable'],
  [creating(onCable(''), [weapons]), 'tag the whole cable with weapons'],
  [changing(onCable('x'), onCable('y'), [], []), 'change the note on the whole cable'],
  [changing(onCable(''), onCable(''), [], [weapons]), 'take weapons off the whole cable'],
] as const)('%s', ([label, expected]) => expect(label).toBe(expected));

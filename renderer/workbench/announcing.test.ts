import { describe, expect, it } from 'vitest';
import type { Annotation } from '../../domain/annotation/annotation.ts';
import type { Tag } from '../../domain/tag/tag.ts';
import { announcementOf, type Part } from './announcing.ts';

const names = ['Persons', 'Places', 'Commitments', 'Threats', 'Sources', 'Orders', 'Codes'];
const vocabulary = new Map(
  names.map((name): [string, Tag] => [
    name,
    { id: name, name, colour: 'sky', description: '', parentId: null, key: null, iri: null },
  ]),
);

function annotation(tagIds: readonly string[]): Annotation {
  const time = '1962-11-19T17:18:00.000Z';
  return {
    ...{ id: tagIds.join(), cableId: 'cable', targets: [], tagIds: [...tagIds], note: '' },
    ...{ creator: 'miller', created: time, modified: time, verdict: null },
  };
}

/** Stretches as `from–to Tag & Tag`, separated by commas. */
function parts(notation: string): Part[] {
  return Array.from(notation.matchAll(/(\d+)–(\d+)([^,]*)/gu), ([, from, to, tags = '']) => ({
    annotation: annotation(tags.split('&').flatMap((name) => name.trim() || [])),
    ...{ from: Number(from), to: Number(to), part: 1, parts: 1 },
  }));
}

const said = (notation: string, old: number, now: number) =>
  announcementOf(parts(notation), old, now, vocabulary);

describe('down the text', () => {
  it.each([
    ['nothing there', '', 1, 2, null],
    ['into one', '5–9 Persons', 4, 5, 'start of Persons'],
    ['on within it', '5–9 Persons', 5, 8, null],
    ['out of it', '5–9 Persons', 8, 9, 'end of Persons'],
    ['not there yet', '5–9 Persons', 3, 4, null],
    ['gone already', '5–9 Persons', 9, 10, null],
    ['one without a tag', '5–9', 4, 5, 'start of highlight'],
    ['one with two tags', '5–9 Persons & Places', 4, 5, 'start of Persons and Places'],
    ['two at once', '5–9 Places, 5–12 Persons', 4, 5, 'start of Persons, Places'],
    ['two that begin apart', '6–9 Places, 5–8 Persons', 4, 7, 'start of Persons, Places'],
    ['from one into the next', '5–9 Persons, 9–12 Places', 8, 9, 'end of Persons; start of Places'],
    [
      'into one before the end of another',
      '2–7 Persons, 5–12 Places',
      4,
      8,
      'start of Places; end of Persons',
    ],
    ['over a word', '5–9 Persons', 3, 9, 'past Persons'],
    [
      'over a word and into another',
      '5–9 Persons, 11–20 Places',
      3,
      12,
      'past Persons; start of Places',
    ],
    ['out of one, over another', '1–4 Persons, 5–9 Places', 2, 10, 'end of Persons; past Places'],
  ])('%s', (_, notation, old, now, sentence) => {
    expect(said(notation, old, now)).toBe(sentence);
  });
});

describe('up the text', () => {
  it.each([
    ['into one from its end', '5–9 Persons', 9, 8, 'back into Persons'],
    ['out of it at its start', '5–9 Persons', 5, 4, 'before Persons'],
    [
      'from one into the one before',
      '5–9 Persons, 9–12 Places',
      9,
      8,
      'before Places; back into Persons',
    ],
    ['over a word', '5–9 Persons', 10, 3, 'back past Persons'],
    ['the last ones first', '1–3 Persons, 5–9 Places', 20, 0, 'back past Places, Persons'],
  ])('%s', (_, notation, old, now, sentence) => {
    expect(said(notation, old, now)).toBe(sentence);
  });
});

describe('far away', () => {
  it.each([
    ['what the caret stands in now', '900–990 Persons', 3, 950, 'in Persons'],
    ['not what it has left', '1–9 Persons', 3, 950, null],
    ['not what lies between', '50–99 Persons', 3, 950, null],
    ['and back', '1–9 Persons, 50–99 Places', 950, 3, 'in Persons'],
  ])('%s', (_, notation, old, now, sentence) => {
    expect(said(notation, old, now)).toBe(sentence);
  });
});

describe('many', () => {
  const many = (count: number, tags: readonly string[]) =>
    Array.from({ length: count }, (_, at) => `5–${30 - at} ${tags[at % tags.length] ?? ''}`).join();

  it.each([
    ['three are told one by one', many(3, ['Persons']), 'start of Persons, Persons, Persons'],
    ['four by their tags', many(4, ['Persons']), 'start of 4 annotations: Persons (4)'],
    [
      'the most frequent first',
      many(20, ['Places', 'Persons', 'Persons']),
      'start of 20 annotations: Persons (13), Places (7)',
    ],
    [
      'with those without a tag',
      many(4, ['Persons', '']),
      'start of 4 annotations: Persons (2), without a tag (2)',
    ],
    [
      'five tags are named',
      many(7, names),
      'start of 7 annotations: Persons, Places, Commitments, Threats, Sources and 2 more tags',
    ],
  ])('%s', (_, notation, sentence) => {
    expect(said(notation, 4, 5)).toBe(sentence);
  });
});

it('tells of an annotation with gaps which part of it begins', () => {
  const [first] = parts('5–9 Persons');
  const all = first ? [{ ...first, part: 2, parts: 3 }] : [];
  expect(announcementOf(all, 4, 5, vocabulary)).toBe('start of Persons (part 2 of 3)');
});

import { describe, expect, it } from 'vitest';
import type { Tag } from '../tag/tag.ts';
import type { Annotation, Side } from './annotation.ts';
import { type AnnotationFilter, filtered, isNarrow, showsAll } from './filter.ts';

const tag = (id: string, parentId: string | null = null): Tag => ({
  ...{ id, parentId, name: id, colour: 'sky' as const },
  ...{ description: '', key: null, iri: null },
});

/** Persons › Soviet › Khrushchev, Places, and two tags that stand in a circle. */
const tags = new Map(
  [
    tag('persons'),
    tag('soviet', 'persons'),
    tag('khrushchev', 'soviet'),
    tag('places'),
    tag('hen', 'egg'),
    tag('egg', 'hen'),
  ].map((each) => [each.id, each]),
);

interface Said {
  readonly words?: string;
  readonly side?: Side;
  readonly more?: readonly [Side, string];
  readonly tagIds?: string[];
  readonly note?: string;
  readonly creator?: string;
  readonly modified?: string;
  readonly verdict?: 'accepted' | 'rejected' | 'merged';
}

function annotation(id: string, said: Said): Annotation {
  const { words, side = 'transcription', more, verdict } = said;
  const { tagIds = [], note = '', creator = 'miller' } = said;
  const modified = said.modified ?? '1962-11-19T17:18:00.000Z';
  const target = (on: Side, exact: string) => ({
    ...{ side: on, from: 0, to: exact.length, version: 0, lost: null },
    quote: { exact, prefix: 'not these', suffix: 'nor these' },
  });
  return {
    ...{ id, cableId: 'cable', tagIds, note, creator, modified },
    targets: [...(words ? [target(side, words)] : []), ...(more ? [target(...more)] : [])],
    created: '1960-01-01T00:00:00.000Z',
    verdict: verdict ? { value: verdict, by: 'rusk', time: '1962-11-20T00:00:00.000Z' } : null,
  };
}

const all = [
  annotation('a', { words: 'Khrushchevʼs letter', tagIds: ['khrushchev'] }),
  annotation('b', { words: 'Habana', tagIds: ['places'], creator: 'ball' }),
  annotation('c', { words: 'SECRET', side: 'original', note: 'A stamp.' }),
  annotation('d', {
    words: 'Soviet',
    more: ['original', 'military units'],
    tagIds: ['soviet', 'places'],
    modified: '1962-11-21T23:59:59.999Z',
  }),
  annotation('e', { note: 'On all of the cable: **quarantine**', creator: '' }),
  annotation('f', { words: 'POL', verdict: 'rejected' }),
  annotation('g', { words: 'POL', verdict: 'merged', tagIds: ['places'] }),
  annotation('h', { words: 'the\nquarantine', verdict: 'accepted' }),
];

const shown = (filter: Partial<AnnotationFilter>) =>
  filtered(all, { ...showsAll, ...filter }, tags)
    .map(({ id }) => id)
    .join('');

it.each<[string, Partial<AnnotationFilter>, string]>([
  ['nothing chosen leaves out what was rejected or merged', {}, 'abcdeh'],
  ['what was rejected or merged as well', { rejected: true }, 'abcdefgh'],
  ['a tag', { tagIds: ['places'] }, 'bd'],
  ['a tag takes in those below it', { tagIds: ['soviet'] }, 'ad'],
  ['and those below them', { tagIds: ['persons'] }, 'ad'],
  ['one tag or the other', { tagIds: ['khrushchev', 'places'] }, 'abd'],
  ['a tag that is no longer there', { tagIds: ['gone'] }, ''],
  ['tags in a circle', { tagIds: ['egg'] }, ''],
  ['without a tag', { untagged: true }, 'ceh'],
  ['a tag or none', { tagIds: ['places'], untagged: true }, 'bcdeh'],
  ['a creator', { creators: ['ball'] }, 'b'],
  ['several creators', { creators: ['ball', 'miller'] }, 'abcdh'],
  ['somebody without a name', { creators: [''] }, 'e'],
  ['the original', { side: 'original' }, 'cd'],
  ['the transcription', { side: 'transcription' }, 'abdh'],
  ['since a day', { since: '1962-11-20' }, 'd'],
  ['since the very day', { since: '1962-11-21' }, 'd'],
  ['until a day', { until: '1962-11-20' }, 'abceh'],
  ['until the very day, to its last moment', { until: '1962-11-21' }, 'abcdeh'],
  ['days within which nothing was changed', { since: '1962-11-20', until: '1962-11-20' }, ''],
  ['words in whichever case', { words: 'habana' }, 'b'],
  ['words with another apostrophe', { words: "khrushchev's" }, 'a'],
  ['words in the note', { words: 'stamp' }, 'c'],
  ['words over the end of a line', { words: 'the quarantine' }, 'eh'],
  ['each of the words, anywhere', { words: ' units   SOVIET ' }, 'd'],
  ['words that stand around the quote only', { words: 'these' }, ''],
  ['blanks are no words', { words: '  ' }, 'abcdeh'],
  ['everything chosen must hold', { tagIds: ['places'], side: 'original' }, 'd'],
  ['also over what was rejected', { tagIds: ['places'], rejected: true }, 'bdg'],
])('%s', (_, filter, ids) => {
  expect(shown(filter)).toBe(ids);
});

it('gives back the very list where nothing is left out', () => {
  expect(filtered(all, { ...showsAll, rejected: true }, tags)).toBe(all);
});

describe('whether a filter is narrow', () => {
  it.each<[boolean, Partial<AnnotationFilter>]>([
    [false, {}],
    [false, { rejected: true }],
    [false, { words: ' ' }],
    [true, { words: 'x' }],
    [true, { tagIds: ['places'] }],
    [true, { untagged: true }],
    [true, { creators: [''] }],
    [true, { side: 'original' }],
    [true, { since: '1962-11-20' }],
    [true, { until: '1962-11-20' }],
  ])('%s: %o', (narrow, filter) => {
    expect(isNarrow({ ...showsAll, ...filter })).toBe(narrow);
  });
});

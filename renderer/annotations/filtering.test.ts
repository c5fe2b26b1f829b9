import { describe, expect, it } from 'vitest';
import type { Annotation } from '../../domain/annotation/annotation.ts';
import { type AnnotationFilter, showsAll } from '../../domain/annotation/filter.ts';
import type { Tag } from '../../domain/tag/tag.ts';
import { byCreator, byTag, chipsOf } from './filtering.ts';

const tag = (id: string, parentId: string | null): [string, Tag] => [
  id,
  { ...{ id, parentId, name: id, colour: 'sky' }, ...{ description: '', key: null, iri: null } },
];
const vocabulary = new Map([
  tag('Persons', null),
  tag('Soviet', 'Persons'),
  tag('Khrushchev', 'Soviet'),
]);

describe('what a filter says', () => {
  it.each<[string, Partial<AnnotationFilter>, string[]]>([
    ['nothing', {}, []],
    ['tags', { tagIds: ['Persons', 'Soviet'] }, ['Persons', 'Soviet']],
    ['a tag that is gone', { tagIds: ['x'] }, ['a deleted tag']],
    ['without a tag', { untagged: true }, ['without a tag']],
    ['creators', { creators: ['Miller', ''] }, ['by Miller', 'by somebody without a name']],
    ['a side', { side: 'original' }, ['on the original']],
    [
      'days',
      { since: '1962-11-19', until: '1962-11-21' },
      ['since 19 November 1962', 'until 21 November 1962'],
    ],
    ['words', { words: ' the quarantine ' }, ['“the quarantine”']],
    ['no words', { words: '  ' }, []],
    ['rejected ones', { rejected: true }, ['with rejected ones']],
  ])('%s', (_, filter, words) => {
    expect(chipsOf({ ...showsAll, ...filter }, vocabulary).map((chip) => chip.words)).toEqual(
      words,
    );
  });

  it('is nothing any more when all of it is taken off, one by one', () => {
    let filter: AnnotationFilter = {
      ...{ tagIds: ['Persons', 'Soviet'], untagged: true, creators: ['Miller', 'Jones'] },
      ...{ side: 'original', since: '1962-11-19', until: '1962-11-21', words: 'x', rejected: true },
    };
    for (let left = 10; left > 0; left--) {
      const chips = chipsOf(filter, vocabulary);
      expect(new Set(chips.map(({ key }) => key)).size).toBe(left);
      filter = { ...filter, ...chips[left >> 1]?.without };
    }
    expect(filter).toEqual(showsAll);
  });
});

const annotation = (creator: string, ...tagIds: string[]): Annotation => ({
  ...{ id: '', cableId: '', targets: [], tagIds, note: '', creator, verdict: null },
  ...{ created: '1962-11-19T17:18:00.000Z', modified: '1962-11-19T17:18:00.000Z' },
});

it('counts for a tag all that bear it or one below it, each once', () => {
  const all = [annotation('', 'Khrushchev'), annotation('', 'Soviet', 'Persons'), annotation('')];
  expect([...byTag(all, vocabulary)].toSorted(([a], [b]) => a.localeCompare(b))).toEqual([
    ['Khrushchev', 1],
    ['Persons', 2],
    ['Soviet', 2],
  ]);
});

it('counts the annotations of each creator, in alphabetical order', () => {
  const all = ['Miller', 'Jones', '', 'Miller'].map((creator) => annotation(creator));
  expect(byCreator(all)).toEqual([
    ['', 1],
    ['Jones', 1],
    ['Miller', 2],
  ]);
});

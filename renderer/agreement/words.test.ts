import { describe, expect, test } from 'vitest';
import type { Likeness, Pair } from '../../domain/agreement/pairing.ts';
import type { Measure } from '../../domain/agreement/report.ts';
import type { Annotation, Verdict } from '../../domain/annotation/annotation.ts';
import type { Tag } from '../../domain/tag/tag.ts';
import { cutBy } from './cutting.ts';
import {
  coefficientWords,
  csvOf,
  likenessWords,
  outcomeWords,
  progressWords,
  shareWords,
} from './words.ts';

const TIME = '2026-01-01T00:00:00.000Z';

function annotation(creator: string, tagIds: string[], value?: Verdict['value']): Annotation {
  const verdict = value ? { value, by: 'ed', time: TIME } : null;
  const times = { created: TIME, modified: TIME };
  return { id: creator, cableId: 'a', targets: [], tagIds, note: '', creator, ...times, verdict };
}

interface Given {
  readonly first?: Verdict['value'] | 'open' | null;
  readonly second?: Verdict['value'] | 'open' | null;
  readonly overlap?: number;
  /** The tags of the second, and of the first. */
  readonly tags?: string[];
  readonly own?: string[];
}

function pair(
  likeness: Likeness,
  { first = 'open', second = 'open', overlap = 0, tags = [], own = [] }: Given,
) {
  const one = (creator: string, value: Given['first'], tagIds: string[]) =>
    value === null ? null : annotation(creator, tagIds, value === 'open' ? undefined : value);
  const made: Pair = {
    first: one('Kay', first, own),
    second: one('Lee', second, tags),
    likeness,
    overlap,
  };
  return made;
}

test.each([
  [null, '—'],
  [1, '100.0 %'],
  [0.97349, '97.3 %'],
])('a share of %s is %s', (share, words) => expect(shareWords(share)).toBe(words));

test.each([
  [null, '—'],
  [0.6919642857, '0.692'],
  [-0.05, '−0.050'],
  [-0.0001, '0.000'],
  [1, '1.000'],
])('a coefficient of %s is %s', (coefficient, words) =>
  expect(coefficientWords(coefficient)).toBe(words),
);

test.each([
  [pair('same', { overlap: 1 }), 'same words'],
  [pair('same', { overlap: 1, tags: ['a'], own: ['a'] }), 'same words, same tags'],
  [pair('other-tags', { overlap: 1, tags: ['a'] }), 'same words, other tags'],
  [pair('overlap', { overlap: 0.333 }), '33 % of the words'],
  [
    pair('overlap', { overlap: 0.001, tags: ['a', 'b'], own: ['b', 'a'] }),
    '1 % of the words, same tags',
  ],
  [pair('overlap', { overlap: 0.999, tags: ['a'] }), '99 % of the words, other tags'],
  [pair('only', { first: null }), 'only Lee'],
  [pair('only', { second: null }), 'only Kay'],
])('two have in common: %#', (given, words) =>
  expect(likenessWords(given, ['Kay', 'Lee'])).toBe(words),
);

test.each([
  [{}, null],
  [{ first: 'accepted', second: 'rejected' }, 'Kay’s accepted, Lee’s rejected'],
  [{ first: 'accepted', second: 'accepted' }, 'both accepted'],
  [{ first: 'rejected', second: null }, 'rejected'],
  [{ first: 'merged', second: 'merged' }, 'merged'],
  [{ first: 'accepted' }, 'Kay’s accepted, Lee’s open'],
] satisfies [Given, string | null][])('what has become of a pair: %#', (given, words) =>
  expect(outcomeWords(pair('overlap', given))).toBe(words),
);

test('how many pairs are decided', () => {
  const done = pair('same', { first: 'merged', second: 'merged' });
  expect(progressWords([done, pair('same', { first: 'accepted' }), done])).toBe('2 of 3 decided');
});

describe('an annotation is cut where the other begins or ends', () => {
  const range = (notation: string) =>
    notation === ''
      ? []
      : notation.split(' ').map((each) => {
          const [from = 0, to = 0] = each.split('-').map(Number);
          return { from, to };
        });
  test.each([
    ['0-9', '', '0-9'],
    ['0-9', '0-9', '=0-9'],
    ['0-9', '3-5', '0-3 =3-5 5-9'],
    ['3-5', '0-9', '=3-5'],
    ['0-9', '5-12', '0-5 =5-9'],
    ['0-4 6-9', '2-7', '0-2 =2-4 =6-7 7-9'],
    ['0-9', '1-2 4-5', '0-1 =1-2 2-4 =4-5 5-9'],
    ['0-9', '9-12', '0-9'],
  ])('%s by %s', (mine, other, cuts) => {
    const found = cutBy(range(mine), range(other));
    expect(found.map(({ from, to, common }) => `${common ? '=' : ''}${from}-${to}`).join(' ')).toBe(
      cuts,
    );
  });
});

test('a report is saved with every number in full', () => {
  const measure = (kappa: number | null): Measure => {
    return { units: 10, first: 2, second: 1, both: 1, observed: 0.9, kappa, alpha: kappa };
  };
  const tag = (id: string, name: string, parentId: string | null): Tag => {
    return { id, name, colour: 'grey', description: '', parentId, key: null, iri: null };
  };
  const report = {
    overall: measure(0.6153846153846154),
    anything: measure(1),
    tags: [{ tagId: 'b', measure: measure(null) }],
    cables: [{ cableId: 'x', title: '357. “Cuba”, again', measure: measure(-0.05) }],
  };
  const vocabulary = new Map([
    ['a', tag('a', 'Places', null)],
    ['b', tag('b', 'Cuba', 'a')],
  ]);
  expect(csvOf(report, ['Kay', 'Lee'], vocabulary)).toBe(
    [
      'of,name,characters,marked by Kay,marked by Lee,marked by both,agreement,Cohen’s κ,Krippendorff’s α',
      'overall,,10,2,1,1,0.9,0.6153846153846154,0.6153846153846154',
      'anything,,10,2,1,1,0.9,1,1',
      'tag,Places › Cuba,10,2,1,1,0.9,,',
      'cable,"357. “Cuba”, again",10,2,1,1,0.9,-0.05,-0.05',
      '',
    ].join('\r\n'),
  );
});

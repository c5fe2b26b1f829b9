import { expect, test } from 'vitest';
import type { Annotation } from '../../domain/annotation/annotation.ts';
import { nameFinder } from '../../domain/gazetteer/find.ts';
import { testEntry } from '../../domain/testing/entries.ts';
import type { Cable } from '../../domain/library/cable.ts';
import { manuscriptOf } from '../workbench/manuscript.ts';
import { tagOfKind } from './kindTags.ts';
import { coveredBy, namesOf, placeName, proposalsOf, rowsOf } from './proposals.ts';

const TEXT = 'Castro and Rusk met Castro in Habana. Dulles left.';

const castro = testEntry({ name: 'Castro, Fidel', forms: ['Castro'] });
const rusk = testEntry({ name: 'Rusk, Dean', forms: ['Rusk'] });
const allen = testEntry({ name: 'Dulles, Allen', forms: ['Dulles'] });
const john = testEntry({ name: 'Dulles, John', forms: ['Dulles'] });
const habana = testEntry({ kind: 'place', name: 'Habana' });
const entries = [rusk, castro, allen, john, habana];

function proposals() {
  const byId = new Map(entries.map((entry) => [entry.id, entry]));
  return proposalsOf(TEXT, nameFinder(entries)(TEXT), byId);
}

test('lines are kinds, their entries by name, and the places', () => {
  const lines = rowsOf(proposals()).map(({ type, kind, entries: own, proposals: places }) =>
    type === 'place'
      ? places.map(({ found, from }) => `${found} ${from}`).join()
      : `${type} ${type === 'kind' ? kind : namesOf(own)}: ${places.length}`,
  );
  expect(lines).toEqual([
    'kind person: 4',
    'entry Castro, Fidel: 2',
    'Castro 0',
    'Castro 20',
    'entry Dulles, Allen or Dulles, John: 1',
    'Dulles 38',
    'entry Rusk, Dean: 1',
    'Rusk 11',
    'kind place: 1',
    'entry Habana: 1',
    'Habana 30',
  ]);
  expect(rowsOf([])).toEqual([]);
});

test('each line has a key of its own, and each place a name of its own', () => {
  const keys = rowsOf(proposals()).map(({ key }) => key);
  expect(new Set(keys).size).toBe(keys.length);
  const names = proposals().map((one) => placeName('a', one));
  expect(new Set(names).size).toBe(names.length);
  expect(names[0]).not.toBe(placeName('b', proposals()[0] ?? fail()));
});

function fail(): never {
  throw new Error('nothing is proposed');
}

/** An annotation on a stretch, with one tag. */
function annotation(
  from: number,
  to: number,
  tagId: string,
  some: Partial<Annotation> = {},
): Annotation {
  const quote = { exact: TEXT.slice(from, to), prefix: '', suffix: '' };
  const target = { side: 'transcription' as const, from, to, version: 0, quote, lost: null };
  const who = { creator: '', created: '', modified: '', verdict: null, note: '' };
  return { id: `${from} ${to}`, cableId: 'a', targets: [target], tagIds: [tagId], ...who, ...some };
}

const cable = {
  summary: { id: 'a' },
  original: { text: TEXT },
  ...{ changes: [], emendations: [], structure: [], version: 0 },
} as unknown as Cable;

test('what lies within tagged words is covered', () => {
  const covered = coveredBy(
    manuscriptOf(cable),
    [
      annotation(20, 26, 'p'),
      annotation(0, 15, 'p'),
      annotation(4, 5, 'p'),
      annotation(30, 36, 'q'),
    ],
    new Set(['p']),
  );
  const places = [
    [0, 6],
    [11, 15],
    [11, 16],
    [20, 26],
    [30, 36],
  ] as const;
  expect(places.map(([from, to]) => covered({ from, to }))).toEqual([
    true,
    true,
    false,
    true,
    false,
  ]);
});

test('what was rejected covers nothing', () => {
  const verdict = { value: 'rejected' as const, by: 'kay', time: '' };
  const all = [annotation(0, 6, 'p', { verdict })];
  expect(coveredBy(manuscriptOf(cable), all, new Set(['p']))({ from: 0, to: 6 })).toBe(false);
});

test('a kind has the tag that was chosen, else one of its name, else none', () => {
  const tag = (id: string, name: string) => ({ id, name });
  const tags = [tag('1', 'people'), tag('2', 'Telegraphese')];
  const vocabulary = { tags, byId: new Map(tags.map((one) => [one.id, one])) } as never;
  expect(tagOfKind('person', {}, vocabulary)).toBe('1');
  expect(tagOfKind('person', { person: '2' }, vocabulary)).toBe('2');
  expect(tagOfKind('person', { person: 'gone' }, vocabulary)).toBe('1');
  expect(tagOfKind('person', { person: null }, vocabulary)).toBeNull();
  expect(tagOfKind('term', {}, vocabulary)).toBe('2');
  expect(tagOfKind('place', {}, vocabulary)).toBeNull();
});

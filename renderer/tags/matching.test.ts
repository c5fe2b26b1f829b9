import { expect, it } from 'vitest';
import { matchingTags } from './matching.ts';
import { madeOf } from './testing.ts';
import { readTyped } from './typed.ts';
import { pathWords, vocabularyOf } from './vocabulary.ts';

const vocabulary = vocabularyOf(
  madeOf(
    'blockade OAS press sea_blockade<press Überflug Persons Soviet<Persons Khrushchev<Soviet Places Soviet<Places Moscow<Soviet',
  ),
);

it.each([
  ['block', 'blockade, press › sea blockade'],
  [
    's',
    'Persons › Soviet, Places › Soviet, press › sea blockade, OAS, Persons, Persons › Soviet › Khrushchev, Places, Places › Soviet › Moscow, press',
  ],
  ['oas', 'OAS'],
  ['ÜBER', 'Überflug'],
  ['persons/', 'Persons › Soviet, Persons › Soviet › Khrushchev'],
  ['persons / so', 'Persons › Soviet, Persons › Soviet › Khrushchev'],
  ['places › soviet', 'Places › Soviet, Places › Soviet › Moscow'],
  ['x', ''],
])('“%s” finds %s', (typed, paths) => {
  expect(matchingTags(vocabulary.listed, typed).map(pathWords).join(', ')).toBe(paths);
});

it('nothing typed finds all, each below the one above it', () => {
  expect(
    matchingTags(vocabulary.listed, ' ')
      .map(({ tag }) => tag.name)
      .join(', '),
  ).toBe(
    'blockade, OAS, Persons, Soviet, Khrushchev, Places, Soviet, Moscow, press, sea blockade, Überflug',
  );
});

it.each([
  ['', ' · at the top'],
  ['Castro', 'Castro · at the top'],
  ['  two  words ', 'two words · at the top'],
  ['BLOCKADE', 'BLOCKADE · at the top, known'],
  ['Persons/Castro', 'Castro · below Persons'],
  ['persons / Castro', 'Castro · below Persons'],
  ['Persons › Soviet › Gromyko', 'Gromyko · below Persons › Soviet'],
  ['Persons/soviet', 'soviet · below Persons, known'],
  ['Khrushchev/Nikita', 'Nikita · below Persons › Soviet › Khrushchev'],
  ['Soviet/Gromyko', 'Soviet/Gromyko · at the top, no Soviet'],
  ['Nobody/Castro', 'Nobody/Castro · at the top, no Nobody'],
  ['24/', '24/ · at the top'],
])('“%s” is meant as %s', (typed, meant) => {
  const { name, parent, known, missing } = readTyped(typed, vocabulary);
  const above = parent && vocabulary.listedById.get(parent.id);
  const where = above ? `below ${pathWords(above)}` : 'at the top';
  const more = [known ? ', known' : '', missing === null ? '' : `, no ${missing}`];
  expect(`${name} · ${where}${more.join('')}`).toBe(meant);
});

it('counts the uses of a tag and of all below it', () => {
  const counted = vocabularyOf(madeOf('Persons:3 Soviet<Persons:2 Khrushchev<Soviet:5 Places'));
  expect(counted.listed.map(({ uses, usesBelow }) => [uses, usesBelow])).toEqual([
    [3, 10],
    [2, 7],
    [5, 5],
    [0, 0],
  ]);
});

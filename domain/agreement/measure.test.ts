import { describe, expect, test } from 'vitest';
import type { Tag } from '../tag/tag.ts';
import { agreementOf, type ComparedCable, type Tagged } from './measure.ts';

const tag = (id: string, parentId: string | null = null): Tag => ({
  id,
  name: id,
  colour: 'grey',
  description: '',
  parentId,
  key: null,
  iri: null,
});
const vocabulary = [tag('person'), tag('khrushchev', 'person'), tag('place'), tag('unused')];

/** Stretches with tags: `0-4 place, 6-8`. */
function tagged(notation: string): Tagged[] {
  if (notation === '') return [];
  return notation.split(', ').map((each) => {
    const [stretch = '', ...tagIds] = each.split(' ');
    const [from = 0, to = 0] = stretch.split('-').map(Number);
    return { from, to, tagIds };
  });
}

function cable(length: number, first: string, second: string, id = 'a'): ComparedCable {
  return { cableId: id, title: id, length, first: tagged(first), second: tagged(second) };
}

const marked = (report: ReturnType<typeof agreementOf>, id: string) => {
  const { first, second, both } = report.tags.find(({ tagId }) => tagId === id)?.measure ?? {};
  return [first, second, both];
};

describe('the report', () => {
  test('tells of each tag how much of the text each has marked', () => {
    const report = agreementOf([cable(10, '0-4 place, 6-8 person', '2-6 place')], vocabulary, []);
    expect(report.tags.map(({ tagId }) => tagId)).toEqual(['person', 'place']);
    expect(marked(report, 'place')).toEqual([4, 4, 2]);
    expect(marked(report, 'person')).toEqual([2, 0, 0]);
    expect(report.anything).toMatchObject({
      units: 10,
      first: 6,
      second: 4,
      both: 2,
      observed: 0.4,
    });
    // The same place on two of the characters, and nothing on the last two.
    expect(report.overall).toMatchObject({
      units: 10,
      first: 6,
      second: 4,
      both: 2,
      observed: 0.4,
    });
  });
  test('a tag is on the words of the tags below it', () => {
    const report = agreementOf([cable(10, '0-4 khrushchev', '0-4 person')], vocabulary, []);
    expect(marked(report, 'person')).toEqual([4, 4, 4]);
    expect(marked(report, 'khrushchev')).toEqual([4, 0, 0]);
    expect(report.anything.kappa).toBe(1);
    expect(report.overall.observed).toBe(0.6);
  });
  test('a tag with the one above it says no more than the tag alone', () => {
    const report = agreementOf(
      [cable(10, '0-4 khrushchev person', '0-4 khrushchev')],
      vocabulary,
      [],
    );
    expect(report.overall.observed).toBe(1);
  });
  test('where tags are chosen, only annotations with them or tags below them take part', () => {
    const report = agreementOf(
      [cable(10, '0-4 khrushchev, 6-8 place, 8-9', '0-4 person')],
      vocabulary,
      ['person', 'unused'],
    );
    expect(report.tags.map(({ tagId }) => tagId)).toEqual(['person', 'khrushchev', 'unused']);
    expect(report.anything).toMatchObject({ first: 4, second: 4, both: 4 });
    expect(marked(report, 'unused')).toEqual([0, 0, 0]);
    expect(report.tags.at(-1)?.measure).toMatchObject({ observed: 1, kappa: null, alpha: null });
  });
  test('cables are told one by one, and their sums are those of one long text', () => {
    const apart = agreementOf(
      [cable(10, '0-4 place', '2-6 place'), cable(20, '', '5-9 person', 'b')],
      vocabulary,
      [],
    );
    expect(apart.cables.map(({ cableId, measure }) => [cableId, measure.units])).toEqual([
      ['a', 10],
      ['b', 20],
    ]);
    expect(apart.cables[1]?.measure).toMatchObject({ observed: 0.8, kappa: 0 });
    const whole = agreementOf([cable(30, '0-4 place', '2-6 place, 15-19 person')], vocabulary, []);
    expect({ ...apart, cables: [] }).toEqual({ ...whole, cables: [] });
  });
  test('without anything to compare nothing is defined', () => {
    const nothing = {
      units: 0,
      first: 0,
      second: 0,
      both: 0,
      observed: null,
      kappa: null,
      alpha: null,
    };
    expect(agreementOf([], vocabulary, [])).toEqual({
      cables: [],
      tags: [],
      anything: nothing,
      overall: nothing,
    });
  });
});

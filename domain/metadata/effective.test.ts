import { expect, test } from 'vitest';
import { foundIn, valuesOf, type Known } from './effective.ts';
import type { FieldEmendation } from './field-emendation.ts';
import type { MetadataEntry, MetadataField } from './metadata.ts';

const entry = (field: MetadataField, value: string): MetadataEntry => ({
  ...{ field, value },
  evidence: null,
  rule: 'test',
});
const read = (field: MetadataField, values: string[]): FieldEmendation => ({
  ...{ field, values },
  author: 'miller',
  time: '2026-11-21T14:20:00.000Z',
});
const known: Known = {
  metadata: [entry('date', '1961'), entry('info', 'Havana'), entry('info', 'Lima')],
  fieldEmendations: [read('date', ['1961-04-23']), read('signatory', ['Rusk']), read('kind', [])],
};

test.for<[MetadataField, string[]]>([
  ['date', ['1961-04-23']],
  ['info', ['Havana', 'Lima']],
  ['signatory', ['Rusk']],
  ['kind', []],
  ['title', []],
])('%s is %j', ([field, values]) => expect(valuesOf(known, field)).toEqual(values));

test('an editor who says that there is no value is heard', () => {
  const without = { ...known, fieldEmendations: [read('info', [])] };
  expect(valuesOf(without, 'info')).toEqual([]);
  expect(foundIn(without, 'info').map(({ value }) => value)).toEqual(['Havana', 'Lima']);
});

import { expect, it } from 'vitest';
import type { RelationType } from '../../domain/relation/relation.ts';
import { kindOf, kindsOf } from './kinds.ts';

const type = (name: string, reverse: string | null): RelationType => ({
  ...{ id: name, name, reverse, description: '' },
});
const quotes = type('quotes', 'is quoted by');
const event = type('same event', null);

it('reads a type from both its ends where they differ', () => {
  expect(kindsOf([quotes, event]).map(({ name }) => name)).toEqual([
    ...['quotes', 'is quoted by', 'same event'],
  ]);
});

it.each([
  [quotes, false, 'quotes', 'quotes'],
  [quotes, true, 'is quoted by', 'quotes reversed'],
  [event, false, 'same event', 'same event'],
  [event, true, 'same event', 'same event'],
])('%o, reversed %s, is “%s”', (one, reversed, name, key) => {
  expect(kindOf(one, reversed)).toMatchObject({ name, key });
});

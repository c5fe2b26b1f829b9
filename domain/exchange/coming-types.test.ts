import { expect, it } from 'vitest';
import type { RelationType } from '../relation/relation.ts';
import { newId } from '../testing/emendations.ts';
import type { ComingRelation } from './coming.ts';
import { comingTypes } from './coming-types.ts';

const type = (name: string, reverse: string | null): RelationType => ({
  ...{ id: newId(), name, reverse, description: '' },
});
const quotes = type('quotes', 'is quoted by');
const same = type('same event', null);

const told = (name: string, some: Partial<ComingRelation> = {}): ComingRelation => ({
  ...{ id: null, from: 'a', to: 'b', typeId: null, type: name },
  ...{ note: '', creator: '', created: null },
  ...some,
});

const typesOf = () => comingTypes([quotes, same], (name) => `id of ${name}`);

it.each([
  ['our id', told('cites', { typeId: quotes.id }), 'quotes', false],
  ['its name', told('QUOTES'), 'quotes', false],
  ['its name from the other end', told('is quoted by'), 'quotes', true],
  ['our id, read from the other end', told('is quoted by', { typeId: quotes.id }), 'quotes', true],
  ['a name without direction', told('same event'), 'same event', false],
])('a coming type is found by %s', (_, coming, name, turned) => {
  const types = typesOf();
  const meant = types.get(coming);
  expect([meant.type.name, meant.turned, types.made]).toEqual([name, turned, []]);
});

it.each([
  ['what it is called from the other end', told('cites', { reverse: 'cited by' }), 'cited by'],
  ['that it has no direction', told('resembles', { reverse: null }), null],
  ['nothing of that', told('cites'), 'comes with: cites'],
  ['a name that is taken', told('cites', { reverse: 'quotes' }), 'comes with: cites'],
])(
  'one that is made has a direction unless the file says otherwise: it says %s',
  (_, coming, reverse) => {
    const types = typesOf();
    expect(types.get(coming).type).toMatchObject({ name: coming.type, reverse });
    expect(types.get(coming).type).toBe(types.made[0]);
    expect(types.made).toHaveLength(1);
  },
);

it('one without a name links', () => {
  expect(typesOf().get(told(' ')).type).toMatchObject({ name: 'is linked to' });
});

import { expect, test } from 'vitest';
import { testEntry } from '../testing/entries.ts';
import { newId } from '../testing/emendations.ts';
import { broughtAlong } from './brought.ts';
import type { GazetteerEntry } from './entry.ts';
import { taking } from './take.ts';

const nato = testEntry({ kind: 'abbreviation', name: 'NATO', description: 'The alliance.' });
const castro = testEntry({ name: 'Castro, Fidel', forms: ['Castro'] });

function take(
  entries: readonly GazetteerEntry[],
  here: readonly GazetteerEntry[] = [nato, castro],
) {
  const listed = here.map((entry) => ({ entry, own: true }));
  const { made, changed, same } = taking(listed, entries, newId);
  const words = ({ name, forms, description }: GazetteerEntry) =>
    `${[name, ...forms].join('|')}: ${description}`;
  return { made: made.map(words), changed: changed.map(words), same };
}

test('what is not here is made, each name once', () => {
  const rusk = testEntry({ name: 'Rusk, Dean', forms: ['Rusk', 'Rusk', 'Rusk, Dean', ' '] });
  const again = testEntry({ name: 'RUSK, DEAN', forms: ['Dean Rusk'], description: 'Secretary.' });
  expect(take([rusk, again])).toEqual({
    made: ['Rusk, Dean|Rusk|RUSK, DEAN|Dean Rusk: Secretary.'],
    changed: [],
    same: 1,
  });
});

test('what is here gets the forms, and a description only if it has none', () => {
  const more = testEntry({
    name: 'Castro, Fidel',
    forms: ['Castro', 'Fidel Castro'],
    description: 'Premier.',
  });
  const other = testEntry({ kind: 'abbreviation', name: 'NATO', description: 'Another.' });
  expect(take([more, other])).toEqual({
    made: [],
    changed: ['Castro, Fidel|Castro|Fidel Castro: Premier.'],
    same: 1,
  });
});

test('a term and an abbreviation of one name are one, a place and a person are not', () => {
  const term = testEntry({ kind: 'term', name: 'NATO', forms: ['N.A.T.O.'] });
  const place = testEntry({ kind: 'place', name: 'Castro, Fidel' });
  expect(take([term, place])).toMatchObject({
    made: ['Castro, Fidel: '],
    changed: ['NATO|N.A.T.O.: The alliance.'],
  });
});

test('short words are one only if they are written alike', () => {
  const sec = testEntry({ kind: 'abbreviation', name: 'Sec' });
  const SEC = testEntry({ kind: 'abbreviation', name: 'SEC' });
  const niact = testEntry({ kind: 'term', name: 'Niact' });
  const NIACT = testEntry({ kind: 'abbreviation', name: 'NIACT' });
  expect(take([sec, SEC, niact, NIACT]).made).toEqual(['Sec: ', 'SEC: ', 'Niact|NIACT: ']);
});

test('an id that is taken already is given anew; what was brought along comes back as itself', () => {
  const [first] = broughtAlong;
  if (!first) throw new Error('nothing is brought along');
  const other = { ...nato, name: 'SEATO' };
  const mine = { ...first, name: 'Something else' };
  const { made } = taking([{ entry: nato, own: true }], [other, mine, first], newId);
  expect(made.map(({ name }) => name)).toEqual(['SEATO', 'Something else', first.name]);
  expect(made.map(({ id }) => [nato.id, first.id].includes(id))).toEqual([false, false, true]);
});

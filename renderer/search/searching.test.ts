import { beforeEach, expect, test } from 'vitest';
import { parseQuery } from '../../domain/search/parse.ts';
import { byDate } from '../../domain/search/order.ts';
import { useDesk } from '../desk/desk.ts';
import {
  askedQuery,
  byRelevance,
  hasWords,
  orderFor,
  paceBy,
  searched,
  type,
  useSearching,
} from './searching.ts';

/** What the store has been asked for, in order; each waits until it is answered. */
let asked: { readonly query: string; readonly answer: (empty: boolean) => void }[] = [];

beforeEach(async () => {
  paceBy(async () => false);
  type('');
  await searched();
  asked = [];
  paceBy(({ query }) => new Promise((answer) => asked.push({ query, answer })));
});

/** Answers the last question, and waits until what follows has been asked. */
async function answerLast(empty = false) {
  asked.at(-1)?.answer(empty);
  await new Promise((done) => setTimeout(done));
}

const inForce = () => useDesk.getState().query;

test('while the store is at a search only the newest waits, and what is listed stays', async () => {
  for (const typed of ['c', 'cu', 'cub', 'cuba']) type(typed);
  expect(asked.map(({ query }) => query)).toEqual(['c']);
  expect(inForce()).toBe('');
  await answerLast();
  expect(inForce()).toBe('c');
  expect(asked.map(({ query }) => query)).toEqual(['c', 'cuba']);
  await answerLast();
  expect(inForce()).toBe('cuba');
});

test('what is asked for is known before it is in force, as far as it can be understood', async () => {
  type('class:secret');
  expect([askedQuery(), inForce()]).toEqual(['class:secret', '']);
  type('class:secret from:');
  expect(askedQuery()).toBe('class:secret');
  await answerLast();
  expect(inForce()).toBe('class:secret');
  await answerLast();
});

test('that there is nothing is not said of a word that is typed on', async () => {
  type('cub');
  await answerLast(true);
  expect(inForce()).toBe('');
  type('cuba');
  await answerLast();
  expect(asked.map(({ query }) => query)).toEqual(['cub', 'cuba']);
  await answerLast();
  expect(inForce()).toBe('cuba');
});

test('that there is nothing is said to whoever asks for the list', async () => {
  type('zzyzx');
  await answerLast(true);
  await searched();
  expect(inForce()).toBe('zzyzx');
});

test('what can be understood is looked for while the rest is being typed', async () => {
  type('cuba class:');
  await answerLast();
  expect(inForce()).toBe('cuba');
  expect(useSearching.getState().typed).toBe('cuba class:');
});

test('a search that others put on the desk stands in the field, and no older answer takes its place', async () => {
  type('castro');
  useDesk.setState({ query: 'date:1962' });
  expect(useSearching.getState().typed).toBe('date:1962');
  await answerLast();
  expect(inForce()).toBe('date:1962');
});

test.each([
  ['castro', '', byDate, byRelevance],
  ['castro', 'cuba', byDate, byDate],
  ['class:secret', '', byDate, byDate],
  ['class:secret', 'castro', byRelevance, byDate],
  ['', 'castro', byRelevance, byDate],
  ['castro', '', { by: 'title' as const, descending: false }, { by: 'title', descending: false }],
  ['', 'castro', { by: 'title' as const, descending: true }, { by: 'title', descending: true }],
])('%j after %j is listed in its order', (query, before, order, fitting) =>
  expect(orderFor(query, { query: before, order })).toEqual(fitting),
);

test.each([
  ['castro', true],
  ['class:secret castro', true],
  ['-castro', false],
  ['class:secret', false],
  ['missile NEAR cuba', true],
  ['', false],
])('%j has words: %j', (query, words) => expect(hasWords(parseQuery(query).query)).toBe(words));

import { expect, it } from 'vitest';
import { type StoredChange, undecided } from '../../domain/change/decision.ts';
import { sameChange, stepFrom, waitingOf } from './walk.ts';

function change(from: number, status: StoredChange['status'] = 'proposed'): StoredChange {
  const to = from + 2;
  return undecided({
    from,
    to,
    insert: '',
    rule: 'banner',
    certainty: 'likely',
    status,
    reason: null,
  });
}

const waiting = [change(10), change(20), change(30)];

it('what waits stands in reading order', () => {
  const changes = [change(30), change(15, 'accepted'), change(10), change(17, 'rejected')];
  expect(waitingOf(changes).map(({ from }) => from)).toEqual([10, 30]);
});

it.each<[string, StoredChange | null, 1 | -1, number]>([
  ['from nowhere to the first', null, 1, 10],
  ['from nowhere to the last', null, -1, 30],
  ['on', change(10), 1, 20],
  ['back', change(30), -1, 20],
  ['around the end', change(30), 1, 10],
  ['around the beginning', change(10), -1, 30],
  ['on from what has been decided', change(15, 'accepted'), 1, 20],
  ['back from what has been decided', change(15, 'accepted'), -1, 10],
])('steps %s', (_, from, by, place) => expect(stepFrom(waiting, from, by)?.from).toBe(place));

it('stands still where nothing waits', () => {
  expect(stepFrom([], change(10), 1)).toBeUndefined();
  expect(stepFrom([], null, -1)).toBeUndefined();
});

it('tells changes apart by their keys', () => {
  expect(sameChange(change(10), change(10, 'rejected'))).toBe(true);
  expect(sameChange(change(10), change(20))).toBe(false);
  expect(sameChange(null, null)).toBe(false);
});

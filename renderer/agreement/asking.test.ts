import { expect, test } from 'vitest';
import { type Creator, twoOf } from './asking.ts';

const creator = (name: string, annotations: number): Creator => ({
  creator: name,
  annotations,
  cables: 1,
});
const all = [creator('ann', 1), creator('kay', 9), creator('lee', 5)];

test.each([
  ['those who have annotated most', null, null, ['kay', 'lee']],
  ['one who was chosen, and who has annotated most beside', 'ann', null, ['ann', 'kay']],
  ['the same, were they chosen second', null, 'kay', ['lee', 'kay']],
  ['both who were chosen', 'lee', 'ann', ['lee', 'ann']],
  ['not one and the same', 'lee', 'lee', ['lee', 'kay']],
  ['nobody who is not there', 'zoe', 'ann', ['kay', 'ann']],
])('compared are %s', (_, first, second, two) => {
  expect(twoOf({ first, second }, all)).toEqual(two);
});

test('one alone is compared with nobody', () => {
  expect(twoOf({ first: null, second: null }, all.slice(0, 1))).toBeNull();
  expect(twoOf({ first: 'ann', second: null }, [])).toBeNull();
});

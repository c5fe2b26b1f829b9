import { expect, test } from 'vitest';
import { paceMeter } from './pace.ts';

test('nothing is said of the speed before a second has gone by', () => {
  const pace = paceMeter(0, 0);
  pace.read(4_000);
  expect(pace.at(500, 200, 1_000, false)).toEqual({
    bytes: 4_000,
    rate: null,
    left: null,
    counting: false,
  });
});

test('the speed is that of the last seconds, and the time left follows from it', () => {
  const pace = paceMeter(0, 100);
  for (let second = 1; second <= 20; second += 1)
    pace.at(second * 1_000, 100 + second * 10, 10_000, false);
  // From here on ten times as fast.
  let last;
  for (let second = 21; second <= 26; second += 1)
    last = pace.at(second * 1_000, 300 + (second - 20) * 100, 1_400, false);
  expect(last).toMatchObject({ rate: 100, left: 5_000 });
});

test('while files are still being counted, nobody knows how long it takes', () =>
  expect(paceMeter(0, 0).at(2_000, 500, 600, true)).toMatchObject({
    rate: 250,
    left: null,
    counting: true,
  }));

test('an import that stands still has no end in sight', () => {
  const pace = paceMeter(0, 0);
  pace.at(1_000, 10, 100, false);
  expect(pace.at(9_000, 10, 100, false).left).toBeNull();
});

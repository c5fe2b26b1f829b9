import { expect, test } from 'vitest';
import { judged, total } from './count.mjs';

const count = (passed: number, failed: number, skipped = 0) => ({ passed, failed, skipped });

test.each([
  { name: 'a good run', reported: count(5, 0), ok: true, says: count(5, 0) },
  { name: 'a failed test', reported: count(4, 1), ok: false, says: count(4, 1) },
  { name: 'a crash beside good tests', reported: count(5, 0), ok: false, says: count(5, 1) },
  { name: 'no test at all', reported: count(0, 0), ok: true, says: count(0, 1) },
  { name: 'only skipped tests', reported: count(0, 0, 3), ok: true, says: count(0, 1, 3) },
])('$name', ({ reported, ok, says }) => {
  expect(judged(reported, ok)).toEqual(says);
});

test('the total adds up', () => {
  expect(total([count(1, 0), count(20, 2, 1)])).toEqual(count(21, 2, 1));
});

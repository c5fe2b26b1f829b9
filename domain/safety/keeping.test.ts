import fc from 'fast-check';
import { expect, test } from 'vitest';
import { DAYS_KEPT, keptBackups, NEWEST_KEPT, newestFirst } from './keeping.ts';

const HOUR = 3_600_000;
const now = new Date('2026-11-22T12:00:00Z');
const ago = (hours: number, size = 1) => ({
  made: new Date(now.getTime() - hours * HOUR).toISOString(),
  size,
});
const hoursOf = (kept: readonly { made: string }[]) =>
  kept.map(({ made }) => Math.round((now.getTime() - Date.parse(made)) / HOUR));

test('the ten newest are kept, whatever their age', () => {
  const old = Array.from({ length: 12 }, (_, at) => ago(10_000 + at));
  expect(hoursOf(keptBackups(old, now))).toEqual(
    Array.from({ length: 10 }, (_, at) => 10_000 + at),
  );
});

test('of each of the last thirty days the newest is kept', () => {
  const hourly = Array.from({ length: 24 * 40 }, (_, at) => ago(at));
  const kept = hoursOf(keptBackups(hourly, now));
  expect(kept.slice(0, 10)).toEqual([0, 1, 2, 3, 4, 5, 6, 7, 8, 9]);
  // 23:00 of each day before.
  expect(kept.slice(10)).toEqual(Array.from({ length: 29 }, (_, day) => 13 + 24 * day));
});

test('where they take too much room the oldest go, but never the three newest', () => {
  const all = [ago(1, 40), ago(2, 40), ago(3, 40), ago(4, 1), ago(30, 1)];
  expect(hoursOf(keptBackups(all, now, 121))).toEqual([1, 2, 3, 4]);
  expect(hoursOf(keptBackups(all, now, 10))).toEqual([1, 2, 3]);
  expect(keptBackups([], now, 10)).toEqual([]);
});

test('what was made before the clock was set back is older than what is made since, and one a day of it is kept', () => {
  const ahead = Array.from({ length: 12 }, (_, at) => ago(-24 * 30 - at));
  const since = Array.from({ length: 11 }, (_, at) => ago(at / 4));
  const kept = keptBackups([...ahead, ...since], now);
  expect(kept.slice(0, 10)).toEqual(since.slice(0, 10));
  expect(kept.slice(10).map(({ made }) => made.slice(0, 10))).toEqual(['2026-12-22']);
  expect([ago(-1), ago(1), ago(-2), ago(0)].toSorted(newestFirst(now))).toEqual([
    ...[ago(0), ago(1), ago(-2), ago(-1)],
  ]);
});

const anyBackups = fc.array(
  fc.record({ hours: fc.integer({ min: 0, max: 24 * 50 }) }).map(({ hours }) => ago(hours)),
  { maxLength: 120 },
);

test('keeping again keeps the same, the newest is always kept, and there are never more than the rule has', () => {
  fc.assert(
    fc.property(anyBackups, (all) => {
      const kept = keptBackups(all, now);
      expect(keptBackups(kept, now)).toEqual(kept);
      expect(kept.length).toBeLessThanOrEqual(NEWEST_KEPT + DAYS_KEPT);
      const newest = all
        .map(({ made }) => made)
        .toSorted()
        .at(-1);
      expect(kept[0]?.made).toBe(newest);
    }),
  );
});

import { describe, expect, it } from 'vitest';
import { longDate, shortDate, timeOfDay } from './dates.ts';

describe('a date is as exact as its evidence', () => {
  it.each([
    ['1961-04-23', '23 April 1961', '23 Apr 1961'],
    ['1962-11-19T17:18', '19 November 1962, 5:18 p.m.', '19 Nov 1962'],
    ['1962-09-27T01:19', '27 September 1962, 1:19 a.m.', '27 Sep 1962'],
    ['1962-09-27T00:05', '27 September 1962, 12:05 a.m.', '27 Sep 1962'],
    ['1962-09-27T12:00', '27 September 1962, 12:00 p.m.', '27 Sep 1962'],
    ['1960-07', 'July 1960', 'Jul 1960'],
    ['1960', '1960', '1960'],
    ['about 1960', 'about 1960', 'about 1960'],
  ])('%s → %s, %s', (date, long, short) => {
    expect(longDate(date)).toBe(long);
    expect(shortDate(date)).toBe(short);
  });
});

it('tells the time of day to the second', () => {
  expect(timeOfDay(new Date(2025, 10, 21, 14, 32, 7))).toBe('14:32:07');
});

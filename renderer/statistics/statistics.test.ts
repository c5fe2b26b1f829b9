import { describe, expect, it } from 'vitest';
import type { Unit } from '../../domain/statistics/periods.ts';
import { periodsBetween } from '../../domain/statistics/periods.ts';
import { fitted, wrapped } from './Picture.tsx';
import { namedPeriods, periodWords } from './periodWords.ts';
import { inLight } from './savedPicture.ts';

it.each([
  ['1962', false, '1962'],
  ['0962', false, '962'],
  ['1962-11', false, 'Nov 1962'],
  ['1962-11-09', false, '9 Nov'],
  ['1962-11-09', true, '9 Nov 1962'],
])('%s is named %#', (period, first, words) => {
  expect(periodWords(period, first)).toBe(words);
});

describe('the axis names', () => {
  it.each<[string, string, Unit, number, string]>([
    ['1960', '1963', 'year', 60, '1960 1961 1962 1963'],
    ['1957', '1966', 'year', 12, '1960 1965'],
    ['1961-11', '1962-08', 'month', 30, '1962-01 1962-04 1962-07'],
    ['1962-10-30', '1962-11-04', 'day', 29, '1962-10-30 1962-11-01 1962-11-03'],
  ])('%s to %s by %s, %i pixels each: %s', (first, last, unit, step, named) => {
    const periods = periodsBetween(first, last, unit) ?? [];
    expect(namedPeriods(periods, unit, step).join(' ')).toBe(named);
  });
});

it('words are cut to their room', () => {
  expect(fitted('Persons', 100)).toBe('Persons');
  expect(fitted('Persons and places', 64)).toBe('Persons a…');
  expect(fitted('😀😀😀', 13)).toBe('😀…');
});

it.each([
  ['Circular Telegram', ['Circular Telegram']],
  ['Circular Telegram From the Department', ['Circular Telegram', 'From the Departm…']],
  ['Circulartelegramfromthedepartment', ['Circulartelegram…']],
])('%s is set on %j', (title, lines) => {
  expect(wrapped(title, 17 * 6.4)).toEqual(lines);
});

it('what is saved has the colours of the light theme, and names none of the window', () => {
  const css = `:root { --face: x; }
    :root,
    :root[data-theme='light'] {
      --ink: #221d18;
      --tag-sky: #1b7fb5;
    }
    :root[data-theme='dark'] {
      --ink: #e9e2d6;
    }`;
  expect(inLight('<a fill="var(--tag-sky)" b="var(--ink)" c="var(--gone)"/>', css)).toBe(
    '<a fill="#1b7fb5" b="#221d18" c="#000000"/>',
  );
});

import { expect, test } from 'vitest';
import { valuesWritten } from './emending.ts';

test.for<[string, boolean, string[]]>([
  [' 1962-11-19 ', false, ['1962-11-19']],
  ['Circular\ntelegram', false, ['Circular telegram']],
  ['Havana\n\n Lima \n', true, ['Havana', 'Lima']],
  [' \n', true, []],
  ['  ', false, []],
])('%j, several %s: %j', ([words, several, values]) =>
  expect(valuesWritten(words, several)).toEqual(values),
);

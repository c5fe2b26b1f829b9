import { expect, test } from 'vitest';
import { readArguments } from './arguments.ts';

test.for([
  ['', null, null],
  ['.', null, null],
  ['--screenshot=a.png', '/work/a.png', null],
  ['--screenshot=/tmp/a.png --no-sandbox', '/tmp/a.png', null],
  ['--screenshot=', null, null],
  ['--library=x.cablewright', null, '/work/x.cablewright'],
  ['. my/x.Cablewright', null, '/work/my/x.Cablewright'],
  ['--library=a.db b.cablewright', null, '/work/a.db'],
  ['--user-data-dir=/x.cablewright', null, null],
] as const)('%s', ([line, screenshot, library]) => {
  expect(readArguments(line.split(' '), '/work')).toEqual({ screenshot, library });
});

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
  expect(readArguments(line.split(' '), '/work')).toMatchObject({ screenshot, library });
});

test.for([
  ['--no-sandbox a.txt /b.md c.cablewright box', null, ['/work/a.txt', '/b.md', '/work/box']],
  ['--library=x.cablewright', null, []],
  ['-r loader.js --inspect=0 /app --user-data-dir=/d a.txt', '/app', ['/work/a.txt']],
  ['. a.txt', '/work', ['/work/a.txt']],
  ['main.js a.txt', '/work', []],
] as const)('files: %s', ([line, program, files]) => {
  expect(readArguments(line.split(' '), '/work', program).files).toEqual(files);
});

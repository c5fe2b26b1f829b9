import { expect, test } from 'vitest';
import { commandLineOf, readArguments } from './arguments.ts';

test.for([
  ['', null, null],
  ['.', null, null],
  ['--screenshot=a.png', '/desk/a.png', null],
  ['--screenshot=/tmp/a.png --no-sandbox', '/tmp/a.png', null],
  ['--screenshot=', null, null],
  ['--library=x.cablewright', null, '/desk/x.cablewright'],
  ['. my/x.Cablewright', null, '/desk/my/x.Cablewright'],
  ['--library=a.db b.cablewright', null, '/desk/a.db'],
  ['--user-data-dir=/x.cablewright', null, null],
] as const)('%s', ([line, screenshot, library]) => {
  expect(readArguments(line.split(' '), '/desk')).toMatchObject({ screenshot, library });
});

test('what a desktop hands over as an address is the file there', () => {
  const words = [
    'file:///my%20desk/C%C3%A2bles.cablewright',
    'file:///a%20b.txt',
    'file://there/x',
  ];
  expect(readArguments(words, '/desk')).toMatchObject({
    library: '/my desk/Câbles.cablewright',
    files: ['/a b.txt', '/desk/file:/there/x'],
  });
});

test.for([
  ['--no-sandbox a.txt /b.md c.cablewright box', null, ['/desk/a.txt', '/b.md', '/desk/box']],
  ['--library=x.cablewright', null, []],
  ['-r loader.js --inspect=0 /app --user-data-dir=/d a.txt', '/app', ['/desk/a.txt']],
  ['. a.txt', '/desk', ['/desk/a.txt']],
  ['main.js a.txt', '/desk', []],
] as const)('files: %s', ([line, program, files]) => {
  expect(readArguments(line.split(' '), '/desk', program).files).toEqual(files);
});

test.for([
  ['cli stats --library x.cablewright', null, ['stats', '--library', 'x.cablewright']],
  ['--no-sandbox cli', null, []],
  ['--no-sandbox /app cli help', '/app', ['help']],
  ['a.txt cli', null, null],
  ['', null, null],
  ['cli', '/app', null],
] as const)('command line: %s', ([line, program, words]) => {
  expect(commandLineOf(line.split(' '), '/desk', program)).toEqual(words);
});

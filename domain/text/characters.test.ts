import { expect, test } from 'vitest';
import { partsCharacter } from './characters.ts';

// The positions that part a character, counted in UTF-16 code units.
test.for([
  ['', []],
  ['abc', []],
  ['🚢', [1]],
  ['a🚢b🚢', [2, 5]],
  ['é', []],
] as const)('%s', ([text, positions]) => {
  const all = Array.from({ length: text.length + 3 }, (_, at) => at);
  expect(all.filter((at) => partsCharacter(text, at))).toEqual(positions);
});

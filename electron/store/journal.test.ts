import { expect, test } from 'vitest';
import { lastHolding, lastUndone } from './journal.ts';

/** Rows in notation: a letter is an action, `-` an undo, `+` a redo. Gives the row that undo or redo would take. */
function rows(notation: string) {
  return [...notation]
    .map((sign, at) => ({
      kind: sign === '-' ? ('undo' as const) : sign === '+' ? ('redo' as const) : ('do' as const),
      at,
    }))
    .toReversed();
}

test.for([
  // rows, the row undo takes back, the row redo takes back (counted from 0)
  ['', null, null],
  ['a', 0, null],
  ['ab', 1, null],
  ['ab-', 0, 2],
  ['ab--', null, 3],
  ['ab--+', 4, 2],
  ['ab--++', 5, null],
  ['ab-c', 3, null],
  ['ab-c-', 0, 4],
  ['ab-c--', null, 5],
  ['a-+', 2, null],
  ['a-+-', null, 3],
  ['a-+-+', 4, null],
  ['abc--+-', 0, 6],
  ['abc--+-+', 7, 3],
  ['abc--+-++', 8, null],
] as const)('%s: undo takes %s, redo takes %s', ([notation, undo, redo]) => {
  expect(lastHolding(rows(notation))?.at ?? null).toBe(undo);
  expect(lastUndone(rows(notation))?.at ?? null).toBe(redo);
});

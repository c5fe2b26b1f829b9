import fc from 'fast-check';
import { expect, it } from 'vitest';
import { lanes } from './lanes.ts';

const range = (from: number, to: number) => ({ from, to });

it.each([
  ['apart', [range(0, 2), range(3, 5)], [0, 0]],
  ['touching', [range(0, 2), range(2, 5)], [0, 0]],
  ['overlapping', [range(0, 3), range(2, 5)], [0, 1]],
  ['one within the other', [range(2, 3), range(0, 5)], [1, 0]],
  ['the same words twice', [range(1, 3), range(1, 3)], [0, 1]],
  ['of two lines', [{ ...range(0, 9), lines: 2 }, range(1, 2)], [0, 2]],
  ['of two lines over one', [range(0, 9), { ...range(1, 2), lines: 2 }], [0, 1]],
  [
    'of two lines, where one alone is free',
    [range(0, 9), range(0, 4), range(1, 8), { ...range(5, 6), lines: 2 }],
    [0, 1, 2, 3],
  ],
  ['a lane is used again', [range(0, 3), range(2, 5), range(4, 6)], [0, 1, 0]],
])('%s', (_, ranges, expected) => {
  expect(lanes(ranges)).toEqual(expected);
});

it('never puts two overlapping ranges into one lane', () => {
  const ranges = fc.array(
    fc
      .tuple(fc.nat(60), fc.integer({ min: 1, max: 20 }))
      .map(([from, length]) => ({ ...range(from, from + length), lines: 1 + (length % 3) })),
    { maxLength: 25 },
  );
  fc.assert(
    fc.property(ranges, (all) => {
      const lane = lanes(all);
      for (const [i, a] of all.entries())
        for (const [j, b] of all.entries())
          if (i < j && a.from < b.to && b.from < a.to) {
            const [first, second] = [lane[i] ?? 0, lane[j] ?? 0];
            expect(first + a.lines <= second || second + b.lines <= first).toBe(true);
          }
    }),
  );
});

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
  ['a lane is used again', [range(0, 3), range(2, 5), range(4, 6)], [0, 1, 0]],
])('%s', (_, ranges, expected) => {
  expect(lanes(ranges)).toEqual(expected);
});

it('never puts two overlapping ranges into one lane', () => {
  const ranges = fc.array(
    fc
      .tuple(fc.nat(60), fc.integer({ min: 1, max: 20 }))
      .map(([from, length]) => range(from, from + length)),
    { maxLength: 25 },
  );
  fc.assert(
    fc.property(ranges, (all) => {
      const lane = lanes(all);
      for (const [i, a] of all.entries())
        for (const [j, b] of all.entries())
          if (i < j && a.from < b.to && b.from < a.to) expect(lane[i]).not.toBe(lane[j]);
    }),
  );
});

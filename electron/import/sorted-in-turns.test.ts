import fc from 'fast-check';
import { expect, test } from 'vitest';
import { sortedInTurns } from './sorted-in-turns.ts';

const byKey = (a: { readonly key: number }, b: { readonly key: number }) => a.key - b.key;

test('however many there are, the order is that of sorting, equal ones as they came', async () => {
  await fc.assert(
    fc.asyncProperty(fc.nat(20_000), fc.integer({ min: 1, max: 50 }), async (many, keys) => {
      const items = Array.from({ length: many }, (_, at) => ({ key: (at * 7919) % keys, at }));
      expect([...(await sortedInTurns(items, byKey))]).toEqual(items.toSorted(byKey));
    }),
    { numRuns: 20 },
  );
});

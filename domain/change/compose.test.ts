import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Change } from './change.ts';
import { applyAccepted, composeChanges } from './compose.ts';

function change(from: number, to: number, insert: string, rule = 'test'): Change {
  return { from, to, insert, rule, certainty: 'certain', status: 'accepted', reason: null };
}

test('a change beside another keeps its name and its place in the original', () => {
  const first = [change(1, 3, '', 'a')];
  const second = [change(2, 3, 'X', 'b')];
  expect(composeChanges(first, 'adef', second)).toEqual([
    change(1, 3, '', 'a'),
    change(4, 5, 'X', 'b'),
  ]);
});

test('a change over a place where text left takes that along', () => {
  const first = [change(2, 4, '', 'a')];
  expect(composeChanges(first, 'abef', [change(1, 3, '', 'b')])).toEqual([change(1, 5, '', 'b')]);
});

test('a change of half of what was put in keeps the other half', () => {
  const first = [change(1, 2, 'XYZ', 'a')];
  expect(composeChanges(first, 'aXYZc', [change(2, 3, '', 'b')])).toEqual([
    change(1, 2, 'XZ', 'b'),
  ]);
});

/** Sorted changes without overlap over a text of some length. */
function changesOver(length: number, cuts: readonly number[], inserts: readonly string[]) {
  const sorted = [...new Set(cuts.map((cut) => Math.round(cut * length)))].toSorted(
    (a, b) => a - b,
  );
  const changes: Change[] = [];
  for (let i = 0; i + 1 < sorted.length; i += 2)
    changes.push(change(sorted[i] ?? 0, sorted[i + 1] ?? 0, inserts[i % inserts.length] ?? ''));
  return changes;
}

test('two layers as one lead to the same text, without overlap', () => {
  const cuts = fc.array(fc.double({ min: 0, max: 1, noNaN: true }), { maxLength: 14 });
  const inserts = fc.array(fc.constantFrom('', '', 'X', 'YZ', '12345'), { minLength: 1 });
  fc.assert(
    fc.property(cuts, inserts, cuts, inserts, (cutsA, insertsA, cutsB, insertsB) => {
      const text = 'abcdefghijklmnopqrstuvwxyz';
      const first = changesOver(text.length, cutsA, insertsA);
      const between = applyAccepted(text, first);
      const second = changesOver(between.length, cutsB, insertsB);
      const both = composeChanges(first, between, second);
      expect(applyAccepted(text, both)).toBe(applyAccepted(between, second));
      let reached = 0;
      for (const { from, to } of both) {
        expect(from).toBeGreaterThanOrEqual(reached);
        reached = to;
      }
    }),
    { numRuns: 2000 },
  );
});

import fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import type { Certainty, ChangeStatus } from './change.ts';
import { acceptable, decided, firstCollision, isMade } from './deciding.ts';
import { inTheWayOf, keepDecisions, keyOf, type StoredChange } from './decision.ts';

function change(from: number, to: number, status: ChangeStatus, insert = '', rule = 'banner') {
  const certainty: Certainty = status === 'accepted' ? 'certain' : 'likely';
  const found = { from, to, insert, rule, certainty, status, reason: null };
  return { ...found, decidedBy: null, decidedAt: null };
}

const decision = (status: ChangeStatus) => ({ status, by: 'editor', at: '2026-01-01T00:00:00Z' });

describe('a decision', () => {
  it.each([
    ['accepted', 'proposed', 'accepted', 'editor'],
    ['rejected', 'accepted', 'rejected', 'editor'],
    ['proposed', 'rejected', 'proposed', null],
    ['proposed', 'accepted', 'proposed', 'editor'],
  ] as const)('%s on one that is %s: %s by %s', (wanted, was, status, by) => {
    const after = decided(change(0, 5, was), decision(wanted));
    expect(after).toMatchObject({ status, decidedBy: by });
    expect(isMade(after, decision(wanted))).toBe(true);
  });

  test('of a person over the same of the cleaning is one', () => {
    expect(isMade(change(0, 5, 'accepted'), decision('accepted'))).toBe(false);
    expect(isMade(change(0, 5, 'proposed'), decision('proposed'))).toBe(true);
  });
});

const stretch = fc.tuple(fc.nat(30), fc.nat(8), fc.constantFrom('a', 'b', 'c'));
const some = (status: ChangeStatus) =>
  fc.array(stretch, { maxLength: 12 }).map((all) => {
    const changes = all.map(([from, length, rule]) =>
      change(from, from + length, status, length === 0 ? 'x' : '', rule),
    );
    return [...new Map(changes.map((each) => [keyOf(each), each])).values()];
  });

/** Accepted changes that do not collide, and proposals of other keys that may collide with anything. */
const cables = fc.tuple(some('accepted'), some('proposed')).map(([first, second]) => {
  const accepted = acceptable(first, []).free;
  const keys = new Set(accepted.map(keyOf));
  return [accepted, second.filter((each) => !keys.has(keyOf(each)))] as const;
});

test('of what is wanted all is accepted that nothing stands in the way of', () => {
  fc.assert(
    fc.property(cables, ([accepted, wanted]) => {
      const { free, barred } = acceptable(wanted, [...wanted, ...accepted]);
      expect(free.length + barred.length).toBe(wanted.length);
      const after: StoredChange[] = [
        ...accepted,
        ...free.map((each) => ({ ...each, status: 'accepted' as const })),
      ];
      expect(firstCollision(after)).toBeNull();
      for (const each of after) expect(inTheWayOf(each, after)).toEqual([]);
      for (const each of barred)
        expect(inTheWayOf(each.change, after).map(keyOf)).toContain(keyOf(each.by));
    }),
    { numRuns: 2000 },
  );
});

test('after cleaning anew no accepted changes collide, and every acceptance of a person holds', () => {
  fc.assert(
    fc.property(cables, cables, fc.infiniteStream(fc.boolean()), (was, becomes, coin) => {
      const before = was.flat().map((each) => {
        const wanted = each.status === 'accepted' ? 'accepted' : 'rejected';
        return coin.next().value ? decided(each, decision(wanted)) : each;
      });
      const after = keepDecisions(becomes.flat(), before);
      expect(firstCollision(after)).toBeNull();
      expect(new Set(after.map(keyOf)).size).toBe(after.length);
      const holding = after.filter(({ status }) => status === 'accepted');
      for (const { status, decidedBy, from, to, insert } of before)
        if (status === 'accepted' && decidedBy !== null)
          expect(holding).toContainEqual(expect.objectContaining({ from, to, insert }));
    }),
    { numRuns: 2000 },
  );
});

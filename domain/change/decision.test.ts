import { describe, expect, it } from 'vitest';
import type { Change, ChangeStatus } from './change.ts';
import { inTheWayOf, keepDecisions, type StoredChange, undecided } from './decision.ts';

const found = (from: number, to: number, status: ChangeStatus, rule = 'banner'): Change => ({
  from,
  to,
  insert: '',
  rule,
  certainty: status === 'accepted' ? 'certain' : 'likely',
  status,
  reason: null,
});

const decided = (from: number, to: number, status: ChangeStatus, rule?: string): StoredChange => ({
  ...found(from, to, status, rule),
  decidedBy: 'editor',
  decidedAt: '2026-01-01T00:00:00.000Z',
});

/** What has become of each change: `0-5 accepted by editor`. */
const told = (changes: readonly StoredChange[]) =>
  changes.map(
    ({ from, to, status, decidedBy }) =>
      `${from}-${to} ${status}${decidedBy === null ? '' : ` by ${decidedBy}`}`,
  );

describe('cleaning anew keeps what persons have decided', () => {
  it.each<[string, Change[], StoredChange[], string[]]>([
    ['nobody decided', [found(0, 5, 'accepted')], [], ['0-5 accepted']],
    [
      'an undecided change that is no longer found goes',
      [],
      [undecided(found(0, 5, 'accepted'))],
      [],
    ],
    [
      'a rejection holds against a rule that is certain now',
      [found(0, 5, 'accepted')],
      [decided(0, 5, 'rejected')],
      ['0-5 rejected by editor'],
    ],
    [
      'an acceptance holds for another rule that does the same',
      [found(0, 5, 'proposed', 'stamp')],
      [decided(0, 5, 'accepted')],
      ['0-5 accepted by editor'],
    ],
    [
      'an acceptance stays although no rule finds it any more',
      [],
      [decided(0, 5, 'accepted')],
      ['0-5 accepted by editor'],
    ],
    [
      'what collides with an acceptance is only proposed',
      [found(3, 9, 'accepted')],
      [decided(0, 5, 'accepted')],
      ['0-5 accepted by editor', '3-9 proposed'],
    ],
    [
      'what collides with a rejection holds',
      [found(3, 9, 'accepted')],
      [decided(0, 5, 'rejected')],
      ['0-5 rejected by editor', '3-9 accepted'],
    ],
  ])('%s', (_, fresh, before, after) => {
    expect(told(keepDecisions(fresh, before))).toEqual(after);
  });
});

describe('what stands in the way of accepting', () => {
  it.each<[string, StoredChange[], string[]]>([
    ['nothing', [], []],
    [
      'an accepted change over the same text',
      [decided(3, 9, 'accepted')],
      ['3-9 accepted by editor'],
    ],
    ['not a proposed one', [decided(3, 9, 'proposed')], []],
    ['not one that only touches', [decided(5, 9, 'accepted')], []],
    ['not the change itself', [decided(0, 5, 'accepted')], []],
  ])('%s', (_, others, way) => {
    expect(told(inTheWayOf(undecided(found(0, 5, 'proposed')), others))).toEqual(way);
  });
});

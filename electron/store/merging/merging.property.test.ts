import { copyFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect } from 'vitest';
import { test } from '../../testing/folder.ts';
import {
  conflictsIn,
  contentOf,
  differences,
  mergeInto,
  thingsInConflict,
  workedApart,
  workingOn,
} from '../../testing/merged.ts';
import { changedByAny, changedByBoth } from '../../testing/conflict-reference.ts';
import { isSoundCable } from '../../testing/sound.ts';
import { byDate } from '../../../domain/search/order.ts';

// `npm run bench:merging` does 500 actions in each copy, with many seeds.
const SEEDS = (process.env['CABLEWRIGHT_SEEDS'] ?? '1 2').split(' ').map(Number);
const ACTIONS = Number(process.env['CABLEWRIGHT_ACTIONS'] ?? 60);

test.for(SEEDS)(
  'two copies are merged in any order and twice, and are equal (seed %i)',
  { timeout: 600_000 },
  async (seed, { folder }) => {
    const apart = await workedApart(folder, seed, ACTIONS);
    const { a, b } = apart;
    const copies = (name: string) =>
      [a, b].map((path, at) => {
        const copy = join(folder, `${name}-${at}.cablewright`);
        copyFileSync(path, copy);
        return copy;
      }) as [string, string];

    // Into a, and what came of it into b.
    const [a1, b1] = copies('first');
    await mergeInto(a1, b);
    await mergeInto(b1, a1, 'miller');
    const content = contentOf(a1);
    expect(differences(contentOf(b1), content)).toEqual({});

    // Every conflict is listed, as journals and tables tell of it in another way.
    const listed = conflictsIn(a1);
    const isListed = (thing: string) =>
      listed.some((one) => one.includes(thing) || one.includes(thing.replace('emendation:', '')));
    expect(changedByBoth(apart).filter((thing) => !isListed(thing))).toEqual([]);
    const touched = changedByAny(apart);
    expect(thingsInConflict(a1).filter((thing) => !touched.has(thing))).toEqual([]);

    // Each into the other as it was.
    const [a2, b2] = copies('apart');
    await mergeInto(b2, a, 'miller');
    await mergeInto(a2, b2);
    expect(differences(contentOf(b2), content)).toEqual({});
    expect(differences(contentOf(a2), content)).toEqual({});

    // Once more: nothing.
    for (const [into, from] of [
      [a1, b1],
      [b1, a],
      [a2, b2],
      [b2, a1],
    ] as const) {
      expect(await mergeInto(into, from)).toBe(0);
      expect(differences(contentOf(into), content)).toEqual({});
    }

    await workingOn(a1, async (store) => {
      const { cables } = await store.listCables({
        ...{ offset: 0, limit: 500, query: '', order: byDate },
      });
      for (const { id } of cables) await isSoundCable(store, id);
    });
  },
);

import { join } from 'node:path';
import fc from 'fast-check';
import { expect } from 'vitest';
import { test } from '../testing/folder.ts';
import { isSound } from '../testing/sound.ts';
import { annotatedCable, fileIn } from '../testing/store.ts';
import { connect } from './database.ts';
import type { Store } from './face.ts';

const TEXT =
  'Rusk {?SECRET }told {gone }him <?that ><SECRET >raids{?ʼ=’} end {?no }no {no }no.\n🚢 {?IL-28s }<?x>';

const position = fc.nat({ max: TEXT.length });
const step = fc.oneof(
  fc.record({
    do: fc.constant('decide' as const),
    which: fc.uniqueArray(fc.nat({ max: 9 }), { minLength: 1, maxLength: 4 }),
    status: fc.constantFrom('accepted' as const, 'rejected' as const, 'proposed' as const),
  }),
  fc.record({
    do: fc.constant('rule' as const),
    rule: fc.constantFrom('braces', 'brackets'),
    everywhere: fc.boolean(),
    status: fc.constantFrom('accepted' as const, 'rejected' as const),
  }),
  fc.record({
    do: fc.constant('switch' as const),
    rule: fc.constantFrom('braces', 'brackets'),
    on: fc.boolean(),
  }),
  fc.record({
    do: fc.constant('annotate' as const),
    side: fc.constantFrom('original' as const, 'transcription' as const),
    from: position,
    length: fc.integer({ min: 1, max: 30 }),
  }),
  fc.constant({ do: 'undo' as const }),
  fc.constant({ do: 'redo' as const }),
);
type Step = typeof step extends fc.Arbitrary<infer T> ? T : never;

/** Carries out a step; what the store refuses with a sentence is no step. */
async function take(store: Store, cableId: string, each: Step): Promise<void> {
  const cable = await store.openCable(cableId);
  if (each.do === 'undo') await store.undo('kay');
  else if (each.do === 'redo') await store.redo('kay');
  else if (each.do === 'switch') await store.switchRule({ rule: each.rule, on: each.on }, 'kay');
  else if (each.do === 'rule') {
    const where = each.everywhere ? null : cableId;
    await store.decideRule({ rule: each.rule, status: each.status, cableId: where }, 'kay');
  } else if (each.do === 'decide') {
    const chosen = each.which.flatMap((at) => cable.changes[at] ?? []);
    const changes = chosen.map(({ from, to, rule }) => ({ from, to, rule }));
    await store.decideChanges({ cableId, changes, status: each.status }, 'kay');
  } else {
    const { side, from, length } = each;
    const place = { cableId, ranges: [{ side, from, to: from + length }], version: cable.version };
    await store.createAnnotation({ ...place, tagIds: [], note: '' }, 'miller');
  }
}

/** Whether nothing is left of what was done after the four annotations of the start. */
async function atStart(store: Store): Promise<boolean> {
  const { annotations, undo } = await store.state();
  return annotations === 4 && undo.undo?.startsWith('highlight') === true;
}

/** The tables as they lie in the file, without versions. */
function dump(path: string) {
  const db = connect(path, 'must-be-there');
  const tables = ['change', 'structure', 'metadata', 'switched_off_rule', 'annotation_target'];
  const rows = tables.map((table) => db.prepare<[], object>(`SELECT * FROM ${table}`).all());
  db.close();
  return rows.map((table) => table.map((row) => ({ ...row, version: 0 })));
}

test('whatever is decided, switched, annotated and undone, everything stands on its words; undone, all is as it was', async ({
  folder,
}) => {
  let runs = 0;
  await fc.assert(
    fc.asyncProperty(fc.array(step, { minLength: 4, maxLength: 25 }), async (steps) => {
      runs += 1;
      const path = join(folder, `${runs}.cablewright`);
      const { store, cableId } = await annotatedCable(path, fileIn(folder, 'a.txt', TEXT));
      await store.close();
      const before = dump(path);
      await store.open(path);
      for (const each of steps) {
        // The first annotations are the start.
        if (each.do === 'undo' && (await atStart(store))) continue;
        await take(store, cableId, each).catch((error: unknown) => {
          const code = error instanceof Error && 'code' in error ? error.code : error;
          if (!['bad-input', 'nothing-to-undo', 'nothing-to-redo'].includes(String(code)))
            throw error;
        });
        await isSound(store, cableId);
      }
      while (!(await atStart(store))) {
        await store.undo('kay');
        await isSound(store, cableId);
      }
      await store.close();
      expect(dump(path)).toEqual(before);
    }),
    { numRuns: 40 },
  );
}, 60_000);

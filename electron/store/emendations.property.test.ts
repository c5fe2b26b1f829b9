import { join } from 'node:path';
import { ChangeSet } from '@codemirror/state';
import fc from 'fast-check';
import { expect } from 'vitest';
import { isSound } from '../testing/sound.ts';
import { test } from '../testing/folder.ts';
import { annotatedCable, fileIn } from '../testing/store.ts';
import { stepOf } from '../../domain/transcription/step.ts';
import { connect } from './database.ts';
import type { Store } from './face.ts';

const TEXT =
  'Rusk {?SECRET }told {gone }him <?that ><SECRET >raids{?ʼ=’} end {?no }no {no }no.\n🚢 {?IL-28s }<?x>';

const place = fc.nat({ max: 90 });
const step = fc.oneof(
  {
    weight: 6,
    arbitrary: fc.record({
      do: fc.constant('type' as const),
      // One edit, or several at once.
      edits: fc.array(
        fc.record({
          from: place,
          length: fc.constantFrom(0, 0, 1, 3, 12),
          insert: fc.constantFrom('', '', 'a', 'no ', 'Havana\n', '🚢', 'SECRET '),
        }),
        { minLength: 1, maxLength: 3 },
      ),
      continues: fc.boolean(),
      author: fc.constantFrom('kay', 'kay', 'miller'),
    }),
  },
  {
    weight: 2,
    arbitrary: fc.record({
      do: fc.constant('decide' as const),
      which: fc.uniqueArray(fc.nat({ max: 9 }), { minLength: 1, maxLength: 4 }),
      status: fc.constantFrom('accepted' as const, 'rejected' as const, 'proposed' as const),
    }),
  },
  fc.record({
    do: fc.constant('switch' as const),
    rule: fc.constantFrom('braces', 'brackets'),
    on: fc.boolean(),
  }),
  fc.record({ do: fc.constant('annotate' as const), from: place, length: fc.nat({ max: 30 }) }),
  fc.record({ do: fc.constant('remove' as const), which: fc.nat({ max: 5 }) }),
  fc.record({ do: fc.constant('take back' as const), which: fc.nat({ max: 5 }) }),
  fc.record({ do: fc.constant('explain' as const), which: fc.nat({ max: 5 }) }),
  fc.record({ do: fc.constant('restore' as const), which: fc.nat({ max: 5 }) }),
  fc.record({ do: fc.constant('name' as const), which: fc.nat({ max: 2 }) }),
  fc.record({
    do: fc.constant('review' as const),
    state: fc.constantFrom('proofread' as const, null),
  }),
  { weight: 3, arbitrary: fc.constant({ do: 'undo' as const }) },
  { weight: 2, arbitrary: fc.constant({ do: 'redo' as const }) },
  fc.constant({ do: 'reopen' as const }),
);
type Step = typeof step extends fc.Arbitrary<infer T> ? T : never;
type Edits = Extract<Step, { do: 'type' }>['edits'];

/** Edits as a step over a text; what goes over its end or over the edit before is left. */
function stepOver(length: number, edits: Edits) {
  let reached = -1;
  const changes = edits
    .map(({ from, length: gone, insert }) => ({ from, to: from + gone, insert }))
    .toSorted((a, b) => a.from - b.from)
    .filter(({ from, to, insert }) => {
      const fits = from > reached && to <= length && (to > from || insert !== '');
      if (fits) reached = to;
      return fits;
    });
  return stepOf(ChangeSet.of(changes, length));
}

/** Carries out a step that is not about the library's file; what the store refuses with a sentence is no step. */
async function take(store: Store, cableId: string, each: Step): Promise<void> {
  const { version, changes, emendations } = await store.openCable(cableId);
  if (each.do === 'undo') await store.undo('kay');
  else if (each.do === 'redo') await store.redo('kay');
  else if (each.do === 'switch') await store.switchRule({ rule: each.rule, on: each.on }, 'kay');
  else if (each.do === 'review') await store.setReview({ cableId, state: each.state }, 'kay');
  else if (each.do === 'decide') {
    const chosen = each.which.flatMap((at) => changes[at] ?? []);
    const keys = chosen.map(({ from, to, rule }) => ({ from, to, rule }));
    await store.decideChanges({ cableId, changes: keys, status: each.status }, 'kay');
  } else if (each.do === 'type') {
    const { text } = await store.readCable(cableId);
    const typed = stepOver(text.length, each.edits);
    const { continues, author } = each;
    const answer = await store.emend(
      { cableId, version, step: typed, continues, witness: null },
      author,
    );
    expect(answer.version).toBe(version + 1);
  } else if (each.do === 'annotate') {
    const { from, length } = each;
    const ranges = [{ side: 'transcription' as const, from, to: from + length }];
    await store.createAnnotation({ cableId, ranges, version, tagIds: [], note: '' }, 'miller');
  } else if (each.do === 'remove') {
    const annotation = (await store.listAnnotations(cableId))[each.which];
    if (annotation) await store.deleteAnnotations([annotation.id], 'kay');
  } else if (each.do === 'take back') {
    const emendation = emendations[each.which];
    if (emendation) await store.takeBackEmendation({ cableId, id: emendation.id }, 'kay');
  } else if (each.do === 'explain') {
    const emendation = emendations[each.which];
    const why = { cableId, reason: 'typist' as const, note: 'sic' };
    if (emendation) await store.explainEmendation({ ...why, id: emendation.id }, 'kay');
  } else if (each.do === 'restore' || each.do === 'name') {
    const revision = (await store.listRevisions(cableId))[each.which];
    if (!revision) return;
    const which = { cableId, id: revision.id };
    if (each.do === 'name') return store.nameRevision({ ...which, message: 'so' }, 'kay');
    const then = await store.readRevision(which);
    await store.restoreRevision(which, 'kay');
    expect((await store.readCable(cableId)).text).toBe(then);
  }
}

/** The tables as they lie in the file, without versions. */
function dump(path: string) {
  const db = connect(path, 'must-be-there');
  const tables = [
    ...['change', 'emendation', 'structure', 'metadata', 'switched_off_rule', 'vouch'],
    ...['annotation', 'annotation_target', 'annotation_tag'],
  ];
  const rows = tables.map((table) => db.prepare<[], object>(`SELECT * FROM ${table}`).all());
  const states = db.prepare<[], object>('SELECT cable_id AS id, state FROM cable_line').all();
  db.close();
  // A row that was away and is back lies elsewhere in the file.
  return [...rows, states].map((table) =>
    table.map((row) => JSON.stringify({ ...row, version: 0 })).toSorted(),
  );
}

test('whatever is typed, decided, restored and undone, the text is that of its layers; undone, all is as it was', async ({
  folder,
}) => {
  let runs = 0;
  await fc.assert(
    fc.asyncProperty(fc.array(step, { minLength: 4, maxLength: 25 }), async (steps) => {
      runs += 1;
      const path = join(folder, `${runs}.cablewright`);
      const { store, cableId } = await annotatedCable(path, fileIn(folder, 'a.txt', TEXT));
      await store.createTag({ name: 'start' }, 'miller');
      const start = (await store.state()).undo.undo;
      const atStart = async () => (await store.state()).undo.undo === start;
      await store.close();
      const before = dump(path);
      await store.open(path);
      for (const each of steps) {
        if (each.do === 'reopen') {
          await store.close();
          await store.open(path);
        }
        if (each.do === 'undo' && (await atStart())) continue;
        await take(store, cableId, each).catch((error: unknown) => {
          const code = error instanceof Error && 'code' in error ? error.code : error;
          if (!['bad-input', 'nothing-to-redo'].includes(String(code))) throw error;
        });
        await isSound(store, cableId);
      }
      await store.close();
      await store.open(path);
      while (!(await atStart())) {
        await store.undo('kay');
        await isSound(store, cableId);
      }
      await store.close();
      expect(dump(path)).toEqual(before);
    }),
    { numRuns: 40 },
  );
}, 180_000);

import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { FailureError } from '../../../domain/failure.ts';
import { typing } from '../../testing/editing.ts';
import { forgetIndex, indexOf } from '../../testing/indexed.ts';
import { idOf, storeWith, testStore, type TestStore } from '../../testing/store.ts';

const TEXTS = {
  'a.txt':
    'No. 7\nTitle Rusk on raids\nDate 1962-10-16\nRusk {?SECRET }told {gone }him <?that >raids{?ʼ=’} end',
  'b.txt': 'Info Paris\nInfo Bonn\nThe diplo-\nmatic {bag }of Khrushchevʼs <SECRET >men',
};
const FILES = Object.keys(TEXTS);

const which = fc.nat(7);
const note = fc.constantFrom('', 'see Cuba', 'Khrushchevʼs men');
const action = fc.oneof(
  fc.record({
    do: fc.constant('decide' as const),
    which,
    status: fc.constantFrom('accepted' as const, 'rejected' as const, 'proposed' as const),
  }),
  fc.record({
    do: fc.constant('switch' as const),
    rule: fc.constantFrom('braces', 'brackets'),
    on: fc.boolean(),
  }),
  fc.record({
    do: fc.constant('type' as const),
    at: fc.nat(60),
    words: fc.constantFrom('Castro', '-\n', ' ', ''),
  }),
  fc.record({
    do: fc.constant('field' as const),
    field: fc.constantFrom('title' as const, 'date' as const, 'info' as const, 'from' as const),
    values: fc.constantFrom<(string[] | null)[]>(null, [], ['1963'], ['1961-04', 'Bonn']),
  }),
  fc.record({ do: fc.constant('annotate' as const), note, tagged: fc.boolean() }),
  fc.record({ do: fc.constant('note' as const), which, note }),
  fc.record({ do: fc.constant('unnote' as const), which }),
  fc.record({
    do: fc.constant('review' as const),
    state: fc.constantFrom(null, 'corrected' as const, 'proofread' as const),
  }),
  fc.constant({ do: 'discard' as const }),
  fc.constant({ do: 'restore' as const }),
  fc.constant({ do: 'undo' as const }),
  fc.constant({ do: 'redo' as const }),
);
type Action = typeof action extends fc.Arbitrary<infer A> ? A : never;

/** Does an action on a cable; what the store refuses with a sentence is none. */
async function act(
  store: TestStore,
  cableId: string,
  tagId: string,
  one: Action,
): Promise<unknown> {
  const annotations = await store.listAnnotations(cableId);
  const annotation = (place: number) => annotations[place % annotations.length]?.id ?? '';
  switch (one.do) {
    case 'decide': {
      const { changes } = await store.openCable(cableId);
      const { from, to, rule } = changes[one.which % changes.length] ?? {
        from: 0,
        to: 0,
        rule: '',
      };
      return store.decideChanges(
        { cableId, changes: [{ from, to, rule }], status: one.status },
        'kay',
      );
    }
    case 'switch':
      return store.switchRule({ rule: one.rule, on: one.on }, 'kay');
    case 'type': {
      const { text } = await store.readCable(cableId);
      const { version } = await store.openCable(cableId);
      const at = Math.min(one.at, text.length - 1);
      const step = typing(text, text.slice(at, at + 3), one.words, at);
      return store.emend({ cableId, version, step, continues: false, witness: null }, 'kay');
    }
    case 'field':
      return store.emendField({ cableId, field: one.field, values: one.values }, 'kay');
    case 'annotate': {
      const { version } = await store.openCable(cableId);
      const ranges = [{ side: 'transcription' as const, from: 0, to: 4 }];
      const tagIds = one.tagged ? [tagId] : [];
      return store.createAnnotation({ cableId, version, ranges, tagIds, note: one.note }, 'kay');
    }
    case 'note':
      return store.updateAnnotation({ id: annotation(one.which), note: one.note }, 'kay');
    case 'unnote':
      return store.deleteAnnotations([annotation(one.which)], 'kay');
    case 'review':
      return store.setReview({ cableId, state: one.state }, 'kay');
    case 'discard':
      return store.discardCables({ ids: [cableId] }, 'kay');
    case 'restore':
      return store.restoreCables([cableId], 'kay');
    case 'undo':
      return store.undo('kay');
    default:
      return store.redo('kay');
  }
}

test('whatever is done, the index is what it would be were it made anew', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.array(fc.tuple(fc.constantFrom(...FILES), action), { minLength: 4, maxLength: 14 }),
      async (actions) => {
        const folder = mkdtempSync(join(tmpdir(), 'cablewright-'));
        try {
          const store = await storeWith(folder, TEXTS);
          const ids = await Promise.all(FILES.map((file) => idOf(store, file)));
          const tag = await store.createTag({ name: 'arms', parentId: null }, 'kay');
          for (const [file, one] of actions)
            await act(store, ids[FILES.indexOf(file)] ?? '', tag.id, one).catch(
              (error: unknown) => {
                if (!(error instanceof FailureError) || error.code === 'unexpected') throw error;
              },
            );
          await store.close();
          const path = join(folder, 'test.cablewright');
          const kept = indexOf(path);
          forgetIndex(path);
          expect(indexOf(path)).not.toEqual(kept);
          const anew = testStore();
          await anew.open(path);
          await anew.close();
          expect(indexOf(path)).toEqual(kept);
        } finally {
          rmSync(folder, { recursive: true, force: true });
        }
      },
    ),
    { numRuns: 8 },
  );
});

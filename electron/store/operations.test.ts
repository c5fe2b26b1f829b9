import { join } from 'node:path';
import { ChangeSet } from '@codemirror/state';
import fc from 'fast-check';
import { expect } from 'vitest';
import { quoteOf, type Annotation } from '../../domain/annotation/annotation.ts';
import { carryAnnotations } from '../../domain/annotation/carry.ts';
import { emended } from '../../domain/emendation/emend.ts';
import type { Operation } from '../../domain/journal/operation.ts';
import { stepOf } from '../../domain/transcription/step.ts';
import { test } from '../testing/folder.ts';
import { idOf, storeWith } from '../testing/store.ts';
import { GONE } from './carrying.ts';
import { openLibrary } from './library-file.ts';
import { libraryOf, type Library } from './library.ts';

const TEXT = Array.from({ length: 200 }, (_, at) => `word${at}`).join(' ');
const TIME = '2026-03-01T09:00:00.000Z';

function id(number: number): string {
  return `0195a000-0000-7000-8000-${number.toString().padStart(12, '0')}`;
}

/** An open library with one cable that says `TEXT`. */
async function withCable(folder: string): Promise<{ library: Library; cableId: string }> {
  const store = await storeWith(folder, { 'a.txt': TEXT });
  const cableId = await idOf(store, 'a.txt');
  await store.close();
  const path = join(folder, 'test.cablewright');
  return {
    library: libraryOf(
      openLibrary(path, () => undefined),
      path,
    ),
    cableId,
  };
}

function highlight(cableId: string, number: number, from: number, to: number): Operation {
  const quote = quoteOf(TEXT, from, to);
  const target = { side: 'transcription' as const, from, to, version: 0, quote, lost: null };
  const annotation = {
    ...{ id: id(number), cableId, targets: [target], tagIds: [], note: '' },
    ...{ creator: 'kay', created: TIME, modified: TIME, verdict: null },
  };
  return { type: 'annotation.put', annotation };
}

/** The operation that types a step over the transcription. */
function typing({ cables }: Library, cableId: string, step: ChangeSet, emendationId: string) {
  const { cleaned } = cables.transcription(cableId);
  const was = cables.emendations.list(cableId);
  let made = 0;
  const newId = () => id(Number(emendationId) + made++);
  const put = emended(was, cleaned, step, { author: 'kay', time: TIME, witness: null, newId });
  return {
    type: 'text.turn' as const,
    cableId,
    step: stepOf(step),
    changes: { remove: [], put: [] },
    emendations: { remove: was.map((one) => one.id), put },
    placed: [],
  };
}

function standing(annotations: readonly Annotation[]) {
  return annotations.map((one) => one.targets.map((target) => ({ ...target, version: 0 })));
}

test('annotations follow a step in the file as they do in the model', async ({ folder }) => {
  const { library, cableId } = await withCable(folder);
  const { annotations, cables, journal } = library;
  const places = Array.from({ length: 150 }, (_, at) => [at * 9, at * 9 + (at % 40) + 1] as const);
  const operations = places.map(([from, to], at) => highlight(cableId, at, from, to));
  journal.act({ label: 'highlight', cableId, operations }, 'kay');
  let number = 1_000;
  const edit = fc.record({
    at: fc.nat({ max: 1_300 }),
    gone: fc.constantFrom(0, 1, 5, 60, 200),
    insert: fc.constantFrom('', 'x', 'some words '),
  });
  await fc.assert(
    fc.asyncProperty(fc.array(edit, { minLength: 1, maxLength: 4 }), async (edits) => {
      number += 10;
      const before = cables.transcription(cableId).text;
      const were = annotations.list(cableId);
      const step = edits.reduce((all, { at, gone, insert }) => {
        const from = Math.min(at, all.newLength);
        const to = Math.min(from + gone, all.newLength);
        return all.compose(ChangeSet.of({ from, to, insert }, all.newLength));
      }, ChangeSet.empty(before.length));
      const turn = typing(library, cableId, step, String(number));
      const version = cables.version(cableId) + 1;
      journal.act({ label: 'type', cableId, operations: [turn] }, 'kay');

      const after = step.apply(before);
      expect(cables.textOf(cableId, 'transcription')).toBe(after.toString());
      const follow = carryAnnotations(were, step, after, version, GONE);
      expect(annotations.list(cableId)).toEqual(follow);
      journal.undo('kay');
      expect(standing(annotations.list(cableId))).toEqual(standing(were));
      expect(cables.textOf(cableId, 'transcription')).toBe(before.toString());
      // Half of the steps stay, so that some annotations are lost already.
      if (number % 20 === 0) journal.redo('kay');
    }),
    { numRuns: 40 },
  );
  library.db.close();
}, 60_000);

test.for([
  ['leads to another text', ChangeSet.of({ from: 0, to: 5, insert: 'words' }, TEXT.length)],
  ['does not fit the text', ChangeSet.of({ from: 0, to: 5, insert: 'woRd0' }, TEXT.length + 1)],
] as const)('a turn whose step %s is not stored', async ([what, wrong], { folder }) => {
  const { library, cableId } = await withCable(folder);
  const { annotations, cables, journal, revisions } = library;
  journal.act({ label: 'x', cableId, operations: [highlight(cableId, 1, 6, 11)] }, 'kay');
  const over = (from: number, to: number, insert: string) =>
    ChangeSet.of({ from, to, insert }, TEXT.length);
  const turn = typing(library, cableId, over(0, 5, 'woRd0'), '1000');
  const bad = { ...turn, step: stepOf(wrong) };
  const good = typing(library, cableId, over(0, 0, 'My '), '2000');
  const before = annotations.list(cableId);
  // The first operation is right, and is undone with the second.
  const act = () => journal.act({ label: what, cableId, operations: [good, bad] }, 'kay');
  expect(act).toThrow(/does not lead to the text/u);
  expect(cables.textOf(cableId, 'transcription')).toBe(TEXT);
  expect(cables.version(cableId)).toBe(0);
  expect(annotations.list(cableId)).toEqual(before);
  expect(revisions.list(cableId)).toEqual([]);
  expect(journal.state().undo).toBe('x');
  // What was read while it was tried is forgotten.
  journal.act({ label: 'type', cableId, operations: [good] }, 'kay');
  expect(cables.textOf(cableId, 'transcription')).toBe(`My ${TEXT}`);
  expect(annotations.list(cableId)[0]?.targets[0]).toMatchObject({ from: 9, to: 14, version: 1 });
  library.db.close();
});

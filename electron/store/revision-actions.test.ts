import { join } from 'node:path';
import { afterEach, beforeEach, expect, vi } from 'vitest';
import { editingIn, editingOf, undo, type Editing } from '../testing/editing.ts';
import { test } from '../testing/folder.ts';
import { storeWith } from '../testing/store.ts';
import { connect } from './database.ts';
import type { Store } from './face.ts';

const TEXT = 'Rusk told {?x }him that raids end.';
const START = new Date('2026-03-01T09:00:00.000Z');

beforeEach(() => {
  vi.useFakeTimers({ toFake: ['Date'], now: START });
});
afterEach(() => {
  vi.useRealTimers();
});

/** Lets minutes pass. */
function later(minutes: number): void {
  vi.setSystemTime(Date.now() + minutes * 60_000);
}

/** The history as lines, the newest first: `2 kay (3)`, with the message and what it restored. */
async function history(store: Store, cableId: string): Promise<string[]> {
  const all = await store.listRevisions(cableId);
  return all.map(({ number, author, actions, message, restored }) =>
    [number, author, `(${actions})`, message, restored === null ? '' : `= ${restored}`]
      .join(' ')
      .trim(),
  );
}

/** The id of the revision with a number. */
async function revision({ store, cableId }: Editing, number: number): Promise<string> {
  const found = (await store.listRevisions(cableId)).find((each) => each.number === number);
  if (!found) throw new Error(`there is no revision ${number}`);
  return found.id;
}

async function restore(desk: Editing, number: number): Promise<boolean> {
  const id = await revision(desk, number);
  return desk.store.restoreRevision({ cableId: desk.cableId, id }, 'kay');
}

test('a text that has never changed has no history', async ({ folder }) => {
  const { store, cableId, decide, highlight } = await editingOf(folder, TEXT);
  await highlight('Rusk');
  await decide('rejected', '{?x }');
  expect(await history(store, cableId)).toEqual([]);
});

test('the first touch keeps the text as it was imported', async ({ folder }) => {
  const desk = await editingOf(folder, TEXT);
  later(5);
  await desk.type('Rusk', 'Dean Rusk');
  const [last, first] = await desk.store.listRevisions(desk.cableId);
  expect(first).toMatchObject({
    ...{ number: 0, author: '', message: '', actions: 0, restored: null },
    ...{ started: START.toISOString(), ended: START.toISOString() },
  });
  expect(last).toMatchObject({ number: 1, author: 'kay', actions: 1, restored: null });
  expect(last?.started).toBe(new Date(START.getTime() + 5 * 60_000).toISOString());
});

test('one author without a longer pause makes one revision; edits, decisions and undos count', async ({
  folder,
}) => {
  const { store, cableId, type, decide } = await editingOf(folder, TEXT);
  await type('Rusk', 'Dean Rusk');
  later(10);
  await decide('accepted', '{?x }');
  later(10);
  await store.undo('kay');
  expect(await history(store, cableId)).toEqual(['1 kay (3)', '0  (0)']);
  expect((await store.listRevisions(cableId))[0]).toMatchObject({
    started: START.toISOString(),
    ended: new Date(START.getTime() + 20 * 60_000).toISOString(),
  });
});

test.for([
  ['a pause', 10.1, 'kay', ['2 kay (1)', '1 kay (1)', '0  (0)']],
  ['another author', 0, 'miller', ['2 miller (1)', '1 kay (1)', '0  (0)']],
  ['nothing', 9, 'kay', ['1 kay (2)', '0  (0)']],
] as const)('a new revision begins after %s', async ([, minutes, author, lines], { folder }) => {
  const { store, cableId, type } = await editingOf(folder, TEXT);
  await type('Rusk', 'Dean Rusk');
  later(minutes);
  await type('raids', 'the raids', { author });
  expect(await history(store, cableId)).toEqual(lines);
});

test('a name closes a revision, and can be undone', async ({ folder }) => {
  const desk = await editingOf(folder, TEXT);
  const { store, cableId, type } = desk;
  await type('Rusk', 'Dean Rusk');
  const id = await revision(desk, 1);
  await store.nameRevision({ cableId, id, message: 'Names in full' }, 'kay');
  expect((await store.state()).undo.undo).toBe('name revision 1 “Names in full”');
  await type('raids', 'the raids');
  expect(await history(store, cableId)).toEqual(['2 kay (1)', '1 kay (1) Names in full', '0  (0)']);
  await undo(store, 2);
  expect(await history(store, cableId)).toEqual(['2 kay (2)', '1 kay (1)', '0  (0)']);
  await expect(
    store.nameRevision({ cableId, id: cableId, message: 'x' }, 'kay'),
  ).rejects.toMatchObject({ code: 'not-found' });
});

test('the text at the end of each revision is read, the last one as it is', async ({ folder }) => {
  const desk = await editingOf(folder, TEXT);
  await desk.type('Rusk', 'Dean Rusk');
  await desk.type('raids', 'the raids');
  later(11);
  await desk.decide('accepted', '{?x }');
  const read = async (number: number) =>
    desk.store.readRevision({ cableId: desk.cableId, id: await revision(desk, number) });
  expect(await read(0)).toBe(TEXT);
  expect(await read(1)).toBe('Dean Rusk told {?x }him that the raids end.');
  expect(await read(2)).toBe('Dean Rusk told him that the raids end.');
  expect(await desk.text()).toBe(await read(2));
});

test('a revision is restored with its annotations, later ones carried along, deleted ones gone', async ({
  folder,
}) => {
  const desk = await editingOf(folder, TEXT);
  const { store, cableId } = desk;
  await desk.highlight('Rusk');
  const gone = await desk.highlight('that');
  await desk.highlight('raids');
  later(1);
  await desk.type('raids', 'attacks');
  later(11);
  const emendations = (await store.openCable(cableId)).emendations;
  await desk.type('Rusk told ', '');
  await desk.type('attacks end', '');
  await desk.decide('accepted', '{?x }');
  await desk.highlight('him');
  await store.deleteAnnotations([gone], 'kay');
  await store.setReview({ cableId, state: 'proofread' }, 'miller');
  const before = await store.openCable(cableId);
  const stood = await desk.standing();
  expect(stood).toEqual([
    '(Rusk) Its words left the transcription when “Rusk told” was deleted.',
    'him',
    '(attacks) Its words left the transcription when “attacks end” was deleted.',
  ]);

  expect(await restore(desk, 1)).toBe(true);
  expect(await desk.text()).toBe('Rusk told {?x }him that attacks end.');
  expect(await desk.standing()).toEqual(['Rusk', 'him', 'attacks']);
  const cable = await store.openCable(cableId);
  expect(cable.emendations).toEqual(emendations);
  expect(cable.changes.map(({ status, decidedBy }) => [status, decidedBy])).toEqual([
    ['proposed', null],
  ]);
  expect(cable.summary.review).toMatchObject({ state: 'corrected', author: 'kay' });
  expect((await store.state()).undo.undo).toBe('restore revision 1');
  expect((await history(store, cableId))[0]).toBe('3 kay (1)  = 1');

  expect(await store.undo('kay')).toMatchObject({ cableId, text: true });
  const { version: _, ...back } = await store.openCable(cableId);
  expect(before).toMatchObject(back);
  expect(await desk.standing()).toEqual(stood);
  expect((await history(store, cableId)).slice(0, 2)).toEqual(['4 kay (1)', '3 kay (1)  = 1']);
  await store.redo('kay');
  expect(await desk.standing()).toEqual(['Rusk', 'him', 'attacks']);
});

test('what is so already is not restored', async ({ folder }) => {
  const desk = await editingOf(folder, TEXT);
  await desk.type('Rusk', 'Dean Rusk');
  expect(await restore(desk, 1)).toBe(false);
  later(11);
  await desk.type('Dean Rusk', 'Rusk');
  expect(await desk.text()).toBe(TEXT);
  expect(await restore(desk, 0)).toBe(false);
  expect(await history(desk.store, desk.cableId)).toHaveLength(3);
});

test('an edit after a restore begins a new revision, and the history survives a restart', async ({
  folder,
}) => {
  const desk = await editingOf(folder, TEXT);
  await desk.type('Rusk', 'Dean Rusk');
  await restore(desk, 0);
  await desk.type('raids', 'the raids');
  const lines = ['3 kay (1)', '2 kay (1)  = 0', '1 kay (1)', '0  (0)'];
  expect(await history(desk.store, desk.cableId)).toEqual(lines);
  await desk.store.close();
  const again = editingIn(await storeWith(folder), desk.cableId);
  expect(await history(again.store, again.cableId)).toEqual(lines);
  expect(await restore(again, 1)).toBe(true);
  expect(await again.text()).toBe(TEXT.replace('Rusk', 'Dean Rusk'));
});

test('a decision on the whole library touches each text that it changes', async ({ folder }) => {
  const desk = await editingOf(folder, TEXT);
  const { store, cableId } = desk;
  await store.decideRule({ rule: 'braces', cableId: null, status: 'accepted' }, 'kay');
  expect(await history(store, cableId)).toEqual(['1 kay (1)', '0  (0)']);
  await store.undo('miller');
  expect(await history(store, cableId)).toEqual(['2 miller (1)', '1 kay (1)', '0  (0)']);
});

test('what restores a revision is never changed', async ({ folder }) => {
  const desk = await editingOf(folder, TEXT);
  await desk.type('Rusk', 'Dean Rusk');
  await desk.store.close();
  const db = connect(join(folder, 'test.cablewright'), 'must-be-there');
  expect(() => db.exec(`UPDATE revision SET state = x'00' WHERE number = 0`)).toThrow(
    /never changed/u,
  );
  db.close();
});

test('a revision that is not of this cable is told', async ({ folder }) => {
  const desk = await editingOf(folder, TEXT);
  const which = { cableId: desk.cableId, id: desk.cableId };
  for (const ask of [
    () => desk.store.readRevision(which),
    () => desk.store.restoreRevision(which, 'kay'),
    () => desk.store.listRevisions('0195a000-0000-7000-8000-000000000001'),
  ])
    await expect(ask()).rejects.toMatchObject({ code: 'not-found' });
});

test('a revision is restored also where an annotation is about the whole cable', async ({
  folder,
}) => {
  const desk = await editingOf(folder, TEXT);
  const whole = { cableId: desk.cableId, ranges: [], version: 0, tagIds: [], note: 'whose?' };
  await desk.store.createAnnotation(whole, 'kay');
  await desk.type('Rusk', 'Dean Rusk');
  expect(await restore(desk, 0)).toBe(true);
  expect(await desk.text()).toBe('Rusk told {?x }him that raids end.');
  expect(await desk.store.listAnnotations(desk.cableId)).toMatchObject([{ note: 'whose?' }]);
});

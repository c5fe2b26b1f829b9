import { join } from 'node:path';
import { setImmediate } from 'node:timers/promises';
import { expect } from 'vitest';
import type { ChangeStatus } from '../../domain/change/change.ts';
import { transcribe } from '../../domain/transcription/transcription.ts';
import { test } from '../testing/folder.ts';
import { fileIn, filesOf, idOf, storeWith, testStore } from '../testing/store.ts';
import { cleanBraces } from '../testing/store.ts';
import type { Store } from './face.ts';

const TEXT = 'Rusk {?SECRET }told {gone }him {?that }SECRET raids end.';
const NOTHING = { changes: 0, cables: 0, left: 0 };

/** The keys of the changes that take out some words of the original. */
async function keys(store: Store, cableId: string, ...words: string[]) {
  const { changes, original } = await store.openCable(cableId);
  return changes
    .filter(({ from, to }) => words.includes(original.text.slice(from, to)))
    .map(({ from, to, rule }) => ({ from, to, rule }));
}

/** Decides on changes by their words. */
async function decide(store: Store, status: ChangeStatus, ...words: string[]) {
  const cableId = await idOf(store, 'a.txt');
  const changes = await keys(store, cableId, ...words);
  return store.decideChanges({ cableId, changes, status }, 'kay');
}

async function reading(store: Store, file = 'a.txt') {
  const { original, changes } = await store.openCable(await idOf(store, file));
  return transcribe(original.text, changes).text.toString();
}

async function highlight(store: Store, words: string) {
  const cableId = await idOf(store, 'a.txt');
  const from = (await reading(store)).indexOf(words);
  const { version } = await store.openCable(cableId);
  const ranges = [{ side: 'transcription' as const, from, to: from + words.length }];
  return store.createAnnotation({ cableId, ranges, version, tagIds: [], note: '' }, 'miller');
}

/** What annotations stand on: their words with the place, or why they are lost. */
async function standing(store: Store) {
  const text = await reading(store);
  const all = await store.listAnnotations(await idOf(store, 'a.txt'));
  return all.flatMap(({ targets }) =>
    targets.map(
      ({ from, to, quote, lost }) => lost ?? `${from} ${text.slice(from, to)}=${quote.exact}`,
    ),
  );
}

test('a proposal is accepted, rejected and taken back, and all of it undone', async ({
  folder,
}) => {
  const store = await storeWith(folder, { 'a.txt': TEXT });
  const was = await reading(store);
  expect(was).toBe('Rusk {?SECRET }told him {?that }SECRET raids end.');
  expect(await decide(store, 'accepted', '{?SECRET }')).toBe(true);
  expect(await reading(store)).toBe('Rusk told him {?that }SECRET raids end.');
  expect(await decide(store, 'accepted', '{?SECRET }')).toBe(false);
  const cable = await store.openCable(await idOf(store, 'a.txt'));
  expect(cable).toMatchObject({ version: 1, summary: { proposals: 1 } });
  expect(cable.changes.map(({ decidedBy }) => decidedBy)).toEqual(['kay', null, null]);
  expect((await store.state()).undo.undo).toBe('accept “braces”');
  await decide(store, 'rejected', '{?SECRET }', '{?that }');
  expect(await reading(store)).toBe(was);
  expect((await store.state()).undo.undo).toBe('reject 2 proposals of “braces”');
  await decide(store, 'proposed', '{?that }');
  expect((await store.state()).undo.undo).toBe('take back “braces”');
  for (const _ of 'abc') expect(await store.undo('kay')).toMatchObject({ text: true });
  const { changes, version } = await store.openCable(cable.summary.id);
  expect(changes.every(({ decidedBy }) => decidedBy === null)).toBe(true);
  expect(version).toBe(6);
});

test('what the cleaning accepted by itself can be taken back, and waits by decision of a person', async ({
  folder,
}) => {
  const store = await storeWith(folder, { 'a.txt': TEXT });
  await decide(store, 'proposed', '{gone }');
  expect(await reading(store)).toContain('told {gone }him');
  const { changes } = await store.openCable(await idOf(store, 'a.txt'));
  expect(changes[1]).toMatchObject({ status: 'proposed', decidedBy: 'kay' });
});

test('annotations keep their words; what is lost says why, and comes back', async ({ folder }) => {
  const store = await storeWith(folder, { 'a.txt': TEXT });
  for (const words of ['{?SECRET }', '?SEC', 'Rusk {?SECRET }told', 'raids'])
    await highlight(store, words);
  const before = await store.listAnnotations(await idOf(store, 'a.txt'));
  await decide(store, 'accepted', '{?SECRET }');
  const lost = 'Its words left the transcription when “braces” was accepted.';
  const places = (await standing(store)).toSorted();
  expect(places).toEqual(['0 Rusk told=Rusk told', '29 raids=raids', lost, lost].toSorted());
  await decide(store, 'proposed', '{?SECRET }');
  expect(await standing(store)).not.toContain(lost);
  await store.undo('kay');
  expect((await standing(store)).toSorted()).toEqual(places);
  await store.undo('kay');
  const after = await store.listAnnotations(await idOf(store, 'a.txt'));
  const unstamped = (all: typeof before) =>
    all.map((each) => ({
      ...each,
      targets: each.targets.map((target) => ({ ...target, version: 0 })),
    }));
  expect(unstamped(after)).toEqual(unstamped(before));
});

test('an accepted change in the way is named', async ({ folder }) => {
  const overlapping = (text: string) => {
    const { changes, ...rest } = cleanBraces(text);
    const wider = changes.map((each) => ({ ...each, to: each.to + 3, rule: 'wide-stamp' }));
    return {
      ...rest,
      changes: [...changes, ...wider].toSorted((a, b) => a.from - b.from || a.to - b.to),
    };
  };
  const store = testStore(overlapping);
  const path = join(folder, 'test.cablewright');
  await store.create(path);
  await store.open(path);
  await store.importFiles([fileIn(folder, 'a.txt', 'a {?b} c {?d} end')]);
  const cableId = await idOf(store, 'a.txt');
  const [one, wide, two, wideTwo] = (await store.openCable(cableId)).changes.map(
    ({ from, to, rule }) => ({ from, to, rule }),
  );
  if (!one || !wide || !two || !wideTwo) throw new Error('the changes are not as expected');
  const accept = (...changes: (typeof one)[]) =>
    store.decideChanges({ cableId, changes, status: 'accepted' }, 'kay');
  await expect(accept(one, wide)).rejects.toMatchObject({
    code: 'bad-input',
    message: expect.stringMatching(
      /“wide stamp” and “braces” on “\{\?b\}” claim the same/u,
    ) as string,
  });
  await accept(one);
  await expect(accept(wide)).rejects.toMatchObject({
    code: 'bad-input',
    message: expect.stringMatching(
      /“wide stamp” cannot be.*“braces” on “\{\?b\}” is accepted/u,
    ) as string,
  });
  const rule = 'wide-stamp';
  const decision = { rule, cableId, status: 'accepted' as const };
  expect(await store.decideRule(decision, 'kay')).toEqual({ changes: 1, cables: 1, left: 1 });
  expect((await store.state()).undo.undo).toBe('accept 1 proposal of “wide stamp”');
  expect(await store.decideRule({ ...decision, cableId: null }, 'kay')).toEqual({
    ...NOTHING,
    left: 1,
  });
  await expect(accept({ from: 0, to: 1, rule })).rejects.toMatchObject({ code: 'not-found' });
});

test('of two proposals of a rule that collide the first is accepted', async ({ folder }) => {
  const store = testStore((text) => {
    const { changes, ...rest } = cleanBraces(text);
    return {
      ...rest,
      changes: changes.flatMap((each) => [each, { ...each, from: each.from + 1 }]),
    };
  });
  const path = join(folder, 'test.cablewright');
  await store.create(path);
  await store.open(path);
  await store.importFiles([fileIn(folder, 'a.txt', 'a {?b} c {?d} e')]);
  const cableId = await idOf(store, 'a.txt');
  expect(await store.decideRule({ rule: 'braces', cableId, status: 'accepted' }, 'kay')).toEqual({
    changes: 2,
    cables: 1,
    left: 2,
  });
  expect(await reading(store)).toBe('a  c  e');
});

test('all of a rule in the library is one action, previewed place by place', async ({ folder }) => {
  const store = await storeWith(folder, {
    'a.txt': TEXT,
    'b.txt': `Date 1961-01-01\n${'🚢'.repeat(40)}{?x=y}${'🚢'.repeat(40)}`,
    'c.txt': 'nothing',
    'd.txt': '<?other>',
  });
  const ask = { rule: 'braces', offset: 0, limit: 10 };
  const { places, ...counts } = await store.previewProposals(ask);
  expect(counts).toEqual({ total: 3, cables: 2 });
  expect(places.map(({ title, words, insert }) => [title, words, insert])).toEqual([
    ['b.txt', '{?x=y}', 'y'],
    ['a.txt', '{?SECRET }', ''],
    ['a.txt', '{?that }', ''],
  ]);
  expect(places[0]).toMatchObject({ before: '🚢'.repeat(30), after: '🚢'.repeat(30) });
  expect(places[1]).toMatchObject({ before: 'Rusk ', after: TEXT.slice(15, 75) });
  const { places: second } = await store.previewProposals({ ...ask, offset: 1, limit: 1 });
  expect(second).toEqual(places.slice(1, 2));

  await highlight(store, 'raids');
  const decision = { rule: 'braces', cableId: null, status: 'accepted' as const };
  expect(await store.decideRule(decision, 'kay')).toEqual({ changes: 3, cables: 2, left: 0 });
  expect(await reading(store)).toBe('Rusk told him SECRET raids end.');
  expect(await standing(store)).toEqual(['21 raids=raids']);
  expect(await store.decideRule(decision, 'kay')).toEqual(NOTHING);
  expect(await store.previewProposals(ask)).toEqual({ total: 0, cables: 0, places: [] });
  const label = 'accept 3 proposals of “braces” in 2 cables';
  expect(await store.undo('kay')).toEqual({ label, cableId: null, text: true });
  expect((await store.previewProposals(ask)).places).toEqual(places);
  await store.redo('kay');
  expect(await reading(store, 'b.txt')).toContain('🚢y🚢');
});

test('a batch lets others in, heeds what they change, and is stopped with nothing changed', async ({
  folder,
}) => {
  const files: Record<string, string> = {};
  for (let at = 0; at < 120; at += 1) files[`${at}.txt`] = `Cable ${at} {?x }and {?y }z`;
  const store = await storeWith(folder, { 'a.txt': TEXT, ...files });
  const decision = { rule: 'braces', cableId: null, status: 'accepted' as const };
  store.progress.length = 0;
  const stopped = store.decideRule(decision, 'kay');
  await setImmediate();
  await expect(store.decideRule(decision, 'kay')).rejects.toMatchObject({ code: 'busy' });
  await store.cancelImport();
  expect(await stopped).toEqual(NOTHING);
  expect((await store.state()).undo.undo).toBeNull();
  expect(store.progress[0]).toMatchObject({ done: 0, total: 121 });
  expect(store.progress.at(-1)).toBeNull();

  const batch = store.decideRule(decision, 'kay');
  await setImmediate();
  await decide(store, 'rejected', '{?that }');
  await highlight(store, 'SECRET raids');
  expect(await batch).toEqual({ changes: 241, cables: 121, left: 0 });
  expect(await reading(store)).toBe('Rusk told him {?that }SECRET raids end.');
  expect(await standing(store)).toEqual(['22 SECRET raids=SECRET raids']);
  await store.undo('kay');
  expect(await standing(store)).toEqual(['32 SECRET raids=SECRET raids']);
});

test('the same bytes again are a duplicate and touch no decision', async ({ folder }) => {
  const store = await storeWith(folder, { 'a.txt': TEXT });
  await decide(store, 'accepted', '{?SECRET }');
  await decide(store, 'rejected', '{gone }');
  const before = await store.openCable(await idOf(store, 'a.txt'));
  const report = await store.importFiles([fileIn(folder, 'again.txt', TEXT)]);
  expect(await filesOf(store, report)).toMatchObject([
    { outcome: 'duplicate', cableId: before.summary.id },
  ]);
  expect(await store.openCable(before.summary.id)).toEqual(before);
});

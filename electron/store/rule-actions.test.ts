import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { setImmediate } from 'node:timers/promises';
import { expect } from 'vitest';
import { clean } from '../../domain/clean/clean.ts';
import { RULES } from '../../domain/clean/rules.ts';
import { Operation } from '../../domain/journal/operation.ts';
import { transcribe } from '../../domain/transcription/transcription.ts';
import { byDate } from '../../domain/search/order.ts';
import { test } from '../testing/folder.ts';
import { fileIn, idOf, storeWith } from '../testing/store.ts';
import { connect } from './database.ts';
import type { Store } from './face.ts';
import { sqliteStore } from './sqlite-store.ts';

const A = 'Title A\nThe <stamp >US {gone }is {?maybe }not.';

async function reading(store: Store, file: string) {
  const { original, changes } = await store.openCable(await idOf(store, file));
  return transcribe(original.text, changes).text.toString();
}

const states = async (store: Store) =>
  (await store.listRules()).map(
    ({ name, on, accepted, proposed, rejected }) =>
      `${name} ${on ? 'on' : 'off'} ${accepted}/${proposed}/${rejected}`,
  );

test('a rule that is switched off takes its changes along, all but what persons decided', async ({
  folder,
}) => {
  const store = await storeWith(folder, { 'a.txt': A, 'b.txt': 'b {?x}', 'c.txt': 'c <x>' });
  expect(await states(store)).toEqual(['braces on 1/2/0', 'brackets on 2/0/0']);
  const cableId = await idOf(store, 'a.txt');
  const before = await store.openCable(cableId);
  const maybe = before.changes.filter(({ status }) => status === 'proposed');
  const keys = maybe.map(({ from, to, rule }) => ({ from, to, rule }));
  await store.decideChanges({ cableId, changes: keys, status: 'accepted' }, 'kay');
  const decided = await store.openCable(cableId);
  const ranges = [{ side: 'transcription' as const, from: 12, to: 14 }];
  const note = await store.createAnnotation(
    { cableId, ranges, version: 1, tagIds: [], note: '' },
    'miller',
  );
  expect(note.targets[0]?.quote.exact).toBe('US');

  expect(await store.switchRule({ rule: 'braces', on: false }, 'kay')).toEqual({ cables: 2 });
  expect(await reading(store, 'a.txt')).toBe('Title A\nThe US {gone }is not.');
  expect(await states(store)).toEqual(['braces off 1/0/0', 'brackets on 2/0/0']);
  expect(await store.switchRule({ rule: 'braces', on: false }, 'kay')).toEqual({ cables: 0 });
  expect(await store.switchRule({ rule: 'brackets', on: false }, 'kay')).toEqual({ cables: 3 });
  expect(await reading(store, 'a.txt')).toBe('Title A\nThe <stamp >US {gone }is not.');
  expect((await store.listAnnotations(cableId))[0]?.targets[0]).toMatchObject({
    from: 20,
    to: 22,
    lost: null,
  });
  expect((await store.openCable(cableId)).structure).toEqual([]);
  expect(await store.state()).toMatchObject({ undo: { undo: 'switch off the rule “brackets”' } });

  expect(await store.undo('kay')).toMatchObject({ text: true, cableId: null });
  expect(await store.undo('kay')).toMatchObject({ text: true });
  expect({ ...(await store.openCable(cableId)), version: 1 }).toEqual({
    ...decided,
    summary: { ...decided.summary, annotations: 1 },
  });
  expect(await states(store)).toEqual(['braces on 2/1/0', 'brackets on 2/0/0']);
  await store.redo('kay');
  await store.switchRule({ rule: 'braces', on: true }, 'kay');
  expect(await states(store)).toEqual(['braces on 2/1/0', 'brackets on 2/0/0']);
});

test('words that come and go with a rule say why they are lost', async ({ folder }) => {
  const store = await storeWith(folder, { 'a.txt': 'The <stamp >US' });
  const cableId = await idOf(store, 'a.txt');
  await store.switchRule({ rule: 'brackets', on: false }, 'kay');
  const ranges = [{ side: 'transcription' as const, from: 5, to: 10 }];
  await store.createAnnotation({ cableId, ranges, version: 1, tagIds: [], note: '' }, 'miller');
  await store.switchRule({ rule: 'brackets', on: true }, 'kay');
  const [annotation] = await store.listAnnotations(cableId);
  expect(annotation?.targets[0]).toMatchObject({
    quote: { exact: 'stamp' },
    lost: 'Its words left the transcription when the rule “brackets” was switched on.',
  });
});

test('a new cable is cleaned without the rules that are off', async ({ folder }) => {
  const store = await storeWith(folder);
  await store.switchRule({ rule: 'braces', on: false }, 'kay');
  await store.close();
  const again = await storeWith(folder, { 'a.txt': 'The {gone }<stamp >US' });
  expect(await reading(again, 'a.txt')).toBe('The {gone }US');
});

test('undo and redo of a switched rule heed cables that came since', async ({ folder }) => {
  const store = await storeWith(folder, { 'a.txt': 'The {gone }US' });
  await store.switchRule({ rule: 'braces', on: false }, 'kay');
  await store.importFiles([fileIn(folder, 'b.txt', 'One {gone }US')]);
  expect(await reading(store, 'b.txt')).toBe('One {gone }US');
  await store.undo('kay');
  expect([await reading(store, 'a.txt'), await reading(store, 'b.txt')]).toEqual([
    'The US',
    'One US',
  ]);
  await store.redo('kay');
  expect(await reading(store, 'b.txt')).toBe('One {gone }US');
  await store.importFiles([fileIn(folder, 'c.txt', 'New {gone }US')]);
  await store.undo('kay');
  expect([await reading(store, 'b.txt'), await reading(store, 'c.txt')]).toEqual([
    'One US',
    'New US',
  ]);
});

test('switching lets others in, heeds what they do, and is stopped with nothing changed', async ({
  folder,
}) => {
  const files: Record<string, string> = {};
  for (let at = 0; at < 100; at += 1) files[`${at}.txt`] = `Cable ${at} {x }{?y }<z >.`;
  const store = await storeWith(folder, files);
  const off = { rule: 'braces', on: false };
  const stopped = store.switchRule(off, 'kay');
  await setImmediate();
  await store.cancelImport();
  expect(await stopped).toEqual({ cables: 0 });
  expect(await states(store)).toEqual(['braces on 100/100/0', 'brackets on 100/0/0']);

  await store.switchRule({ rule: 'brackets', on: false }, 'kay');
  const cableId = await idOf(store, '0.txt');
  const { changes } = await store.openCable(cableId);
  const keys = changes.map(({ from, to, rule }) => ({ from, to, rule }));
  const batch = store.switchRule(off, 'kay');
  await setImmediate();
  await store.undo('kay');
  await store.decideChanges({ cableId, changes: keys, status: 'accepted' }, 'kay');
  expect(await batch).toEqual({ cables: 99 });
  expect(await reading(store, '0.txt')).toBe('Cable 0 .');
  expect(await reading(store, '1.txt')).toBe('Cable 1 {x }{?y }.');
  expect(await states(store)).toEqual(['braces off 2/0/0', 'brackets on 100/0/0']);
});

test('an unknown rule cannot be switched', async ({ folder }) => {
  const store = await storeWith(folder);
  await expect(store.switchRule({ rule: 'x', on: false }, 'kay')).rejects.toMatchObject({
    code: 'not-found',
  });
});

test('with the real rules only what a rule has found changes, and undo brings all of it back', async ({
  folder,
}) => {
  const silent = { progress: () => undefined, log: () => undefined };
  const store = sqliteStore({ clean, rules: RULES }, silent);
  const path = join(folder, 'real.cablewright');
  const seeds = join(import.meta.dirname, '..', '..', 'seeds');
  await store.create(path);
  await store.open(path);
  await store.importFiles(
    readdirSync(seeds)
      .filter((name) => name.endsWith('.txt'))
      .map((name) => join(seeds, name)),
  );
  const { cables } = await store.listCables({ offset: 0, limit: 10, query: '', order: byDate });
  const all = () => Promise.all(cables.map(({ id }) => store.openCable(id)));
  const before = await all();
  const found = (await store.listRules()).find(({ name }) => name === 'page-marker');
  expect(found?.accepted).toBeGreaterThan(0);
  const marked = before.filter(({ changes }) => changes.some(({ rule }) => rule === 'page-marker'));
  const { cables: changed } = await store.switchRule({ rule: 'page-marker', on: false }, 'kay');
  expect(changed).toBe(marked.length);
  expect(await store.switchRule({ rule: 'foreign-letter', on: false }, 'kay')).toEqual({
    cables: 0,
  });
  await store.undo('kay');
  await store.undo('kay');
  expect((await all()).map((cable) => ({ ...cable, version: 0 }))).toEqual(before);
  await store.close();
  const db = connect(path, 'must-be-there');
  for (const row of db
    .prepare<[], Record<string, string>>('SELECT forward, inverse FROM journal')
    .all())
    for (const json of Object.values(row)) Operation.array().parse(JSON.parse(json));
  db.close();
});

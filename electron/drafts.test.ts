import { expect, vi } from 'vitest';
import { fail } from '../domain/failure.ts';
import { drafts } from './drafts.ts';
import { idOf, storeWith } from './testing/store.ts';
import { test } from './testing/folder.ts';

/** A step that puts words at the beginning of a text of so many characters. */
const atBegin = (insert: string, length: number) => ({
  step: [[0, insert] as [number, ...string[]], length],
  continues: false,
  witness: null,
});

const text = 'Telegram.';
const one = atBegin('One ', 9);
const two = atBegin('Two ', 13);

/** A library with a cable. */
async function cableIn(folder: string) {
  const store = await storeWith(folder, { 'a.txt': text });
  const cableId = await idOf(store, 'a.txt');
  const read = async () => (await store.readCable(cableId)).text;
  return { store, cableId, read };
}

test('what a window leaves behind is saved, step by step', async ({ folder }) => {
  const { store, cableId, read } = await cableIn(folder);
  const typed = drafts();
  typed.keep({ cableId, version: 0, entries: [one] });
  typed.keep({ cableId, version: 0, entries: [one, two] });
  expect(await typed.rescue(store, 'editor')).toBeNull();
  expect(await read()).toBe('Two One Telegram.');
  // It waits no more.
  expect(await typed.rescue(store, 'editor')).toBeNull();
  expect(await read()).toBe('Two One Telegram.');
});

test('a step on its way is saved once, whichever comes first: its answer or the next letter', async ({
  folder,
}) => {
  const { store, cableId, read } = await cableIn(folder);
  const typed = drafts();
  const edit = { cableId, version: 0, ...one };
  typed.keep({ cableId, version: 0, entries: [one] });
  const saving = typed.saving(edit, () => store.emend(edit, 'editor'));
  typed.keep({ cableId, version: 0, entries: [one, two] });
  const rescued = typed.rescue(store, 'editor');
  await saving;
  expect(await rescued).toBeNull();
  expect(await read()).toBe('Two One Telegram.');

  // The window has not heard the answer yet when it tells the next letter.
  const three = { cableId, version: 2, ...atBegin('Three ', 17) };
  await typed.saving(three, () => store.emend(three, 'editor'));
  typed.keep({ cableId, version: 2, entries: [atBegin('Three ', 17), atBegin('Four ', 23)] });
  expect(await typed.rescue(store, 'editor')).toBeNull();
  expect(await read()).toBe('Four Three Two One Telegram.');
});

test('what cannot be saved is told with its words, and can be tried again', async ({ folder }) => {
  const { store, cableId, read } = await cableIn(folder);
  const full = { ...store, emend: vi.fn(async () => fail('disk-full', 'There is no room.')) };
  const typed = drafts();
  typed.keep({ cableId, version: 0, entries: [one, two] });
  expect(await typed.rescue(full, 'editor')).toEqual({
    code: 'disk-full',
    message: 'What was typed last could not be saved: There is no room. It was: “One  … Two ”',
  });
  expect(full.emend).toHaveBeenCalledTimes(1);
  expect(await typed.rescue(store, 'editor')).toBeNull();
  expect(await read()).toBe('Two One Telegram.');
});

test('with another library on the desk nothing of the one before waits', async ({ folder }) => {
  const { store, cableId, read } = await cableIn(folder);
  const typed = drafts();
  typed.keep({ cableId, version: 0, entries: [one] });
  typed.forget();
  expect(await typed.rescue(store, 'editor')).toBeNull();
  expect(await read()).toBe(text);
});

test('a step whose answer never came is asked for once more, and is in the text once, saved or not', async ({
  folder,
}) => {
  const { store, cableId, read } = await cableIn(folder);
  const ended = () => fail('interrupted', 'It has ended.');
  const typed = drafts();
  const first = { cableId, version: 0, ...one };
  typed.keep({ cableId, version: 0, entries: [one, two] });

  // It ended before anything was done.
  const before = vi
    .fn(() => store.emend(first, 'editor'))
    .mockImplementationOnce(async () => ended());
  expect(await typed.saving(first, before)).toMatchObject({ version: 1 });

  // It ended when all was done but the answer.
  const second = { cableId, version: 1, ...two };
  const after = vi
    .fn(() => store.emend(second, 'editor'))
    .mockImplementationOnce(async () => {
      await store.emend(second, 'editor');
      return ended();
    });
  await expect(typed.saving(second, after)).rejects.toThrow('It has ended.');

  expect(await typed.rescue(store, 'editor')).toBeNull();
  expect(await read()).toBe('Two One Telegram.');
});

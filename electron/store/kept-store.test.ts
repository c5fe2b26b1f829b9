import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { expect } from 'vitest';
import { failureOf, type Failure } from '../../domain/failure.ts';
import { test } from '../testing/folder.ts';
import { fileIn, idOf, testStore } from '../testing/store.ts';
import type { Store } from './face.ts';
import { keptStore, type Choice, type KeeperNews, type StoreThread } from './kept-store.ts';
import { storeMethods } from './methods.ts';

/**
 * The real store, which stands for a thread that dies of some words: of a tag called `die` before it has
 * done anything, of `die after` when all is done and only the answer is missing, and of every search for `die`.
 */
function mortalThread(ended: () => Error): StoreThread {
  const real = testStore();
  let dead: Error | null = null;
  let fall = (_error: Error) => {};
  const death = new Promise<never>((_, reject) => {
    fall = reject;
  });
  let free = () => {};
  const gone = new Promise<void>((resolve) => {
    free = resolve;
  });
  const die = () => {
    if (dead) return;
    dead = ended();
    fall(dead);
    // The file is let go of a while later, as when a real thread ends.
    setTimeout(() => void real.close().then(free), 5);
  };
  const meet = async (method: keyof Store, args: readonly unknown[]): Promise<unknown> => {
    if (dead) throw dead;
    const word = method === 'createTag' ? (args[0] as { name: string }).name : args[0];
    if (word === 'die') die();
    const answer = dead
      ? death
      : (real[method] as (...given: unknown[]) => Promise<unknown>)(...args);
    if (word === 'die after') {
      await answer;
      die();
    }
    return Promise.race([death, answer]);
  };
  death.catch(() => undefined);
  const store = Object.fromEntries(
    Object.keys(storeMethods).map((method) => [
      method,
      (...args: unknown[]) => meet(method as keyof Store, args),
    ]),
  ) as unknown as Store;
  return { store, gone };
}

/** A store in such threads, and what was heard of them. The minute of the clock is in the test's hands. */
function mortalStore() {
  const heard: (string | Failure | null)[] = [];
  const clock = { now: 0 };
  const choices: Choice[] = [];
  const news: KeeperNews = {
    fell: () => heard.push('fell'),
    resumed: (failure) => heard.push(failure ?? 'resumed'),
    stopped: (choice) => {
      heard.push('stopped');
      choices.push(choice);
    },
  };
  const store = keptStore(mortalThread, news, () => clock.now);
  return { store, heard, clock, choices };
}

/** A library with a cable, open in a mortal store. */
async function withLibrary(folder: string) {
  const mortal = mortalStore();
  const { store } = mortal;
  const path = join(folder, 'test.cablewright');
  await store.create(path);
  await store.open(path);
  const file = fileIn(folder, 'one.txt', 'Telegram From Havana.');
  await store.importFiles([file]);
  return { ...mortal, path, cableId: await idOf(store, 'one.txt') };
}

const tag = (store: Store, name: string) =>
  store.createTag({ name, colour: 'blue' }, 'miller').then((made) => made.name, failureOf);
const names = async (store: Store) => (await store.listTags()).map(({ tag: { name } }) => name);

test('a thread that ends in the middle of its work is started again with the library open', async ({
  folder,
}) => {
  const { store, heard } = await withLibrary(folder);
  expect(await tag(store, 'kept')).toBe('kept');
  expect(await tag(store, 'die')).toMatchObject({
    code: 'interrupted',
    message: expect.stringContaining('look whether it is') as string,
  });
  expect(await store.state()).toMatchObject({ cables: 1 });
  expect(heard).toEqual(['fell', 'resumed']);
  expect(await names(store)).toEqual(['kept']);
});

test('what only reads is asked once more by itself; an action that was done is there once', async ({
  folder,
}) => {
  const { store, cableId } = await withLibrary(folder);
  const [done, cable, list] = await Promise.all([
    tag(store, 'die after'),
    store.openCable(cableId),
    store.listTags(),
  ]);
  expect(done).toMatchObject({ code: 'interrupted' });
  expect(cable.original.text).toBe('Telegram From Havana.');
  expect(list.map((each) => each.tag.name)).toEqual(['die after']);
});

test('a thread that ends again and again is not started any more until somebody wants it; what is asked waits', async ({
  folder,
}) => {
  const { store, heard, clock, choices } = await withLibrary(folder);
  // The first end, and a second one by asking once more.
  expect(await store.countSearch('die').catch(failureOf)).toMatchObject({ code: 'interrupted' });
  expect(heard).toEqual(['fell', 'resumed', 'fell', 'resumed']);
  clock.now += 59_000;
  const [third, waiting] = [tag(store, 'die'), tag(store, 'waiting')];
  expect(heard.slice(4)).toEqual(['stopped']);
  choices[0]?.again();
  expect(await third).toMatchObject({ code: 'interrupted' });
  expect(await waiting).toBe('waiting');
  expect(heard.slice(4)).toEqual(['stopped', 'resumed']);

  // Ends are counted anew from there; those that lie long ago do not count.
  for (let times = 0; times < 4; times++) {
    await tag(store, 'die');
    clock.now += 31_000;
  }
  expect(await store.state()).toMatchObject({ cables: 1 });
  expect(choices).toHaveLength(1);
});

test('a thread that is left at that answers nothing any more, and keeps nobody from quitting', async ({
  folder,
}) => {
  const { store, choices } = await withLibrary(folder);
  for (const name of ['die', 'die']) await tag(store, name);
  const third = tag(store, 'die');
  choices[0]?.leave();
  expect(await third).toMatchObject({ code: 'interrupted' });
  await expect(store.listTags()).rejects.toThrow('again and again');
  await expect(store.close()).rejects.toThrow('again and again');
});

test('where the library cannot be opened again, that is said, and another one can be', async ({
  folder,
}) => {
  const { store, heard, path } = await withLibrary(folder);
  const ending = tag(store, 'die');
  for (const end of ['', '-wal', '-shm']) rmSync(path + end, { force: true });
  expect(await ending).toMatchObject({ code: 'interrupted' });
  expect(heard.at(-1)).toMatchObject({ code: 'file-missing' });
  await expect(store.state()).rejects.toThrow('No library is open');
  const other = join(folder, 'other.cablewright');
  await store.create(other);
  expect(await store.open(other)).toMatchObject({ cables: 0 });
});

test('what is asked while a thread comes up waits for it, in its order', async ({ folder }) => {
  const { store } = await withLibrary(folder);
  const asked = ['die', 'first', 'second', 'third'].map((name) => tag(store, name));
  const [dead, ...made] = await Promise.all(asked);
  expect(dead).toMatchObject({ code: 'interrupted' });
  expect(made).toEqual(['first', 'second', 'third']);
  expect(await names(store)).toEqual(['first', 'second', 'third']);
});

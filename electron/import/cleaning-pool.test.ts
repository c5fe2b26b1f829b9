import { Worker } from 'node:worker_threads';
import { afterEach, expect, test } from 'vitest';
import { failureOf } from '../../domain/failure.ts';
import { cleaningPool } from './cleaning-pool.ts';
import type { Preparer } from './prepare.ts';

const open: Preparer[] = [];
afterEach(async () => {
  await Promise.all(open.splice(0).map((pool) => pool.close()));
});

/** A pool of threads that can die, and how many have been started. */
function mortalPool(threads: number) {
  let started = 0;
  const script = new URL('../testing/mortal-thread.ts', import.meta.url);
  const pool = cleaningPool(() => {
    started += 1;
    return new Worker(script);
  }, threads);
  open.push(pool);
  const prepare = (text: string, path = '/box/x.txt') =>
    pool.prepare({ path, bytes: Buffer.from(text), format: 'text', off: [] }).then(
      ({ cleaned }) => cleaned,
      (error: unknown) => failureOf(error).message,
    );
  return { pool, prepare, started: () => started };
}

test('no thread is started before one is needed', () => {
  expect(mortalPool(2).started()).toBe(0);
});

test('what comes back belongs to what was asked, however many are on their way', async () => {
  const { prepare, started } = mortalPool(2);
  const texts = Array.from({ length: 40 }, (_, at) => `Telegram ${at} from Havana.`);
  expect(await Promise.all(texts.map((text) => prepare(text)))).toEqual(texts);
  expect(started()).toBe(2);
});

test('a text that throws fails alone, and its thread goes on', async () => {
  const { prepare, started } = mortalPool(1);
  const [bad, good] = await Promise.all([prepare('Throw.'), prepare('Good.')]);
  expect(bad).toMatch(/the rule broke/u);
  expect(good).toBe('Good.');
  expect(started()).toBe(1);
});

test('a text that kills its thread fails with a sentence; all others are cleaned by new threads', async () => {
  const { prepare, started } = mortalPool(1);
  const texts = Array.from({ length: 12 }, (_, at) => (at % 5 === 2 ? 'Die.' : `Telegram ${at}.`));
  const done = await Promise.all(texts.map((text, at) => prepare(text, `/box/${at}.txt`)));
  for (const [at, text] of texts.entries())
    if (text === 'Die.')
      expect(done[at]).toMatch(new RegExp(`/box/${at}\\.txt could not be cleaned`, 'u'));
    else expect(done[at]).toBe(text);
  expect(started()).toBe(3);
});

test('when it is closed, what is still asked for fails, and no thread is started for it', async () => {
  const { pool, prepare, started } = mortalPool(1);
  const asked = ['a', 'b', 'c', 'd', 'e', 'f', 'g'].map((text) => prepare(text));
  await pool.close();
  for (const answer of await Promise.all(asked)) expect(answer).toMatch(/stopped/u);
  expect(started()).toBe(1);
});

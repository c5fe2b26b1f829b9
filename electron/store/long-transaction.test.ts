import { join } from 'node:path';
import { setImmediate } from 'node:timers/promises';
import { expect } from 'vitest';
import { test } from '../testing/folder.ts';
import { connect, transact } from './database.ts';
import { isHeld, transactInTurns, untilFree } from './long-transaction.ts';
import type { Steps } from './search/turns.ts';

/** A file of numbers, and work that writes one after the other until it is told that it is enough. */
function numbers(folder: string) {
  const db = connect(join(folder, 'numbers.db'), 'make');
  db.exec('CREATE TABLE number (number INTEGER PRIMARY KEY)');
  const add = db.prepare<[number]>('INSERT INTO number VALUES (?)');
  const count = db.prepare<[], number>('SELECT count(*) FROM number').pluck();
  const told = { enough: false, broken: false };
  function* steps(): Steps<string> {
    for (let number = 1; !told.enough; number += 1) {
      if (told.broken) throw new Error('broken');
      add.run(number);
      yield;
    }
    return 'done';
  }
  return { db, steps, told, count: () => count.get() ?? 0, add: (n: number) => add.run(n) };
}

/** Waits until others have had a turn in the midst of the work. */
async function inItsMidst(count: () => number): Promise<void> {
  while (count() === 0) await setImmediate();
}

test('between its parts others read, nobody else writes, and at its end all of it is there', async ({
  folder,
}) => {
  const { db, steps, told, count, add } = numbers(folder);
  const { signal } = new AbortController();
  const work = transactInTurns(db, steps(), { signal, holdsReaders: false });
  await inItsMidst(count);
  expect([isHeld(db, true), isHeld(db, false)]).toEqual([false, true]);
  expect(() => transact(db, () => add(-1))).toThrow('A long change of the library is under way.');
  const waited = untilFree(db).then(() => transact(db, () => add(-1)));
  told.enough = true;
  expect(await work).toEqual({ result: 'done' });
  await waited;
  expect(isHeld(db, false)).toBe(false);
  expect(db.prepare('SELECT min(number) FROM number').pluck().get()).toBe(-1);
  db.close();
});

test.for(['stopped', 'failed'])(
  '%s in its midst, nothing of it is there',
  async (how, { folder }) => {
    const { db, steps, told, count } = numbers(folder);
    const stop = new AbortController();
    const work = transactInTurns(db, steps(), { signal: stop.signal, holdsReaders: true });
    const ended =
      how === 'stopped' ? expect(work).resolves.toBeNull() : expect(work).rejects.toThrow('broken');
    await inItsMidst(count);
    expect(isHeld(db, true)).toBe(true);
    if (how === 'stopped') stop.abort();
    else told.broken = true;
    await ended;
    expect(count()).toBe(0);
    expect([db.inTransaction, isHeld(db, false)]).toEqual([false, false]);
    db.close();
  },
);

test('two of them come one after the other', async ({ folder }) => {
  const { db, steps, told, count } = numbers(folder);
  const { signal } = new AbortController();
  const first = transactInTurns(db, steps(), { signal, holdsReaders: false });
  await inItsMidst(count);
  function* other(): Steps<number> {
    yield;
    return count();
  }
  const second = transactInTurns(db, other(), { signal, holdsReaders: false });
  told.enough = true;
  expect(await first).toEqual({ result: 'done' });
  expect(await second).toEqual({ result: count() });
  db.close();
});

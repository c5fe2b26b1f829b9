import { setImmediate } from 'node:timers/promises';
import { beginLong, type Database, type LongTransaction } from './database.ts';
import type { Steps } from './search/turns.ts';

/** How long parts may follow each other without a turn for others, in milliseconds. */
const TURN = 15;

/** A transaction that is open over many turns: when it ends, and whether those who read wait as well. */
interface Held {
  readonly end: Promise<void>;
  readonly forReading: boolean;
}

const held = new WeakMap<Database, Held>();

/** Who waits while a long transaction is open. Half of a changed text must not be read: then readers wait, too. */
export interface Waiting {
  readonly signal: AbortSignal;
  readonly holdsReaders: boolean;
}

/**
 * Runs `steps` in one transaction, with turns for others between them: all of it or nothing. Null where it
 * was stopped, with nothing changed.
 */
export async function transactInTurns<T>(
  db: Database,
  steps: Steps<T>,
  { signal, holdsReaders }: Waiting,
): Promise<{ readonly result: T } | null> {
  if (isHeld(db, false)) await untilFree(db);
  if (signal.aborted) return null;
  const long = beginLong(db);
  let free = () => {};
  const end = new Promise<void>((resolve) => {
    free = resolve;
  });
  held.set(db, { end, forReading: holdsReaders });
  try {
    const done = await inParts(long, steps, signal);
    if (done) long.commit();
    else long.takeBack();
    return done;
  } catch (error) {
    long.takeBack();
    throw error;
  } finally {
    held.delete(db);
    free();
  }
}

async function inParts<T>(
  long: LongTransaction,
  steps: Steps<T>,
  signal: AbortSignal,
): Promise<{ readonly result: T } | null> {
  // Whoever has begun it by mistake can stop it, however quick the machine is.
  await setImmediate();
  if (signal.aborted) return null;
  let began = performance.now();
  let done: { readonly result: T } | null = null;
  for (;;) {
    if (done === null) {
      const step = long.part(() => steps.next());
      if (step.done) done = { result: step.value };
    } else if (!long.end()) return done;
    if (performance.now() - began < TURN) continue;
    await setImmediate();
    if (signal.aborted) return null;
    began = performance.now();
  }
}

/** Whether somebody has to wait for a long transaction. */
export function isHeld(db: Database, reading: boolean): boolean {
  const now = held.get(db);
  return now !== undefined && (!reading || now.forReading);
}

/** Waits until no long transaction is open that whoever writes, or reads, has to wait for. */
export async function untilFree(db: Database, reading = false): Promise<void> {
  while (isHeld(db, reading)) await held.get(db)?.end;
}

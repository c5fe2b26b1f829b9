import { join } from 'node:path';
import type { Backup } from '../../../domain/safety/backup.ts';
import type { Library } from '../library.ts';
import type { Safety } from './safety.ts';
import { stateMark } from './finishing.ts';
import { makeBackup, sizeOf } from './making.ts';
import { shelvedIn } from './shelf.ts';
import { traceOf } from '../../trace.ts';

/** When backups are made unasked, in milliseconds: so long after opening, and then every so long. */
export const AFTER_OPENING = 30_000;
export const EVERY = 15 * 60_000;

/** How often it is looked again where something else was under way. */
const AGAIN = 60_000;

/** Up to this size a library that was worked on is backed up before it is closed, in bytes (64 MiB). */
const BEFORE_CLOSING = 64 * 1024 * 1024;

/** The backups that a library gets unasked, for as long as it is open. */
export interface Keeping {
  /** Backs up what was done since the last time, where that does not keep a person waiting. */
  readonly beforeClosing: () => Promise<void>;
  readonly stop: () => void;
}

interface Hearing {
  readonly log: (sentence: string) => void;
  /** Whether long work is under way. */
  readonly isBusy: () => boolean;
}

/** Backs a library up from now on: soon, every so many minutes, and before it is closed, always only where it has changed. */
export function keepSafe(
  library: Library,
  { automatic }: Safety,
  { log, isBusy }: Hearing,
): Keeping {
  let timer: NodeJS.Timeout | null = null;
  let took = 0;
  const stop = () => {
    if (timer) clearTimeout(timer);
    timer = null;
  };
  const backUp = async () => {
    const began = performance.now();
    await backUpQuietly(library, 'automatic', log);
    took = performance.now() - began;
  };
  const next = (wait: number) => {
    timer = setTimeout(() => void turn(), wait);
    timer.unref();
  };
  const turn = async () => {
    if (!library.db.open) return;
    if (isBusy()) return next(AGAIN);
    await backUp();
    // Of its time at the desk a library is not backed up for more than a hundredth.
    if (timer) next(Math.max(EVERY, took * 100));
  };
  if (automatic && library.backups !== null) next(AFTER_OPENING);
  return {
    stop,
    async beforeClosing() {
      stop();
      if (!automatic || !library.db.open) return;
      if (sizeOf(library) <= BEFORE_CLOSING && wasWorkedOn(library)) await backUp();
    },
  };
}

/** Backs a library up where it has changed since its last backup; what goes wrong is only logged. */
export async function backUpQuietly(
  library: Library,
  why: Backup['why'],
  log: (sentence: string) => void,
): Promise<void> {
  try {
    if (hasChanged(library)) await makeBackup(library, why);
  } catch (error) {
    log(`The library could not be backed up: ${traceOf(error)}`);
  }
}

/** Whether a library holds anything that none of its backups does. */
function hasChanged(library: Library): boolean {
  return library.index.lines.last() > 0 && !statesKept(library).includes(stateMark(library.db));
}

/** Whether a person has done anything in a library since its last backup: what is imported can be imported again. */
export function wasWorkedOn(library: Library): boolean {
  const lastAction = (state: string) => state.split(' ')[0];
  const kept = ['0', ...statesKept(library)].map(lastAction);
  return library.backups !== null && !kept.includes(lastAction(stateMark(library.db)));
}

/** What each backup holds. Which is the last nobody knows where the clock was set back. */
function statesKept({ backups, id }: Library): string[] {
  if (backups === null) return [];
  return shelvedIn(join(backups, id)).map(({ manifest }) => manifest.state);
}

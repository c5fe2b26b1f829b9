import { setImmediate } from 'node:timers/promises';
import type { ImportProgress } from '../../domain/import/import.ts';
import { throttled } from '../import/throttled.ts';
import type { Library } from './library.ts';

/** Who watches long work, and can stop it. */
export interface Watching {
  /** Hears how far it has come. */
  readonly progress: (progress: ImportProgress) => void;
  /** Stops it, with nothing changed. */
  readonly signal: AbortSignal;
}

/** For how long quick plans are made without a turn for others, in milliseconds. */
const TURN = 10;

/** Work on many cables that becomes one action. */
export interface Batch<Plan, Result> {
  readonly cables: readonly string[];
  /** Whether cables that have been deleted are worked on as well. */
  readonly deletedToo?: boolean;
  /** Whether a plan takes next to no time: then others get a turn every some milliseconds, and not after each. */
  readonly quick?: boolean;
  /** Works out what is to be done with a cable, and does nothing yet; null where nothing is to be done. */
  readonly plan: (cableId: string) => Plan | null;
  /** Does all that was planned; null where it was stopped. Nobody else has had a turn since the plans were right. */
  readonly finish: (plans: readonly Plan[]) => Result | null | Promise<Result | null>;
}

/**
 * Plans cable by cable, with a turn for everybody else after each, and then does all of it at once.
 * What others have touched meanwhile is planned anew. Null where it was stopped.
 */
export async function planForAll<Plan, Result>(
  { cables, discarded, journal }: Library,
  { progress, signal }: Watching,
  batch: Batch<Plan, Result>,
): Promise<Result | null> {
  const tell = throttled(progress);
  let began = performance.now();
  const plans = new Map<string, Plan>();
  let seen = journal.last();
  let open: readonly string[] = batch.cables;
  while (open.length > 0) {
    for (const [done, id] of open.entries()) {
      if (signal.aborted) return null;
      tell({ done, total: open.length, current: cables.title(id) });
      const isLeft = !batch.deletedToo && discarded.has(id);
      const plan = isLeft ? null : batch.plan(id);
      if (plan) plans.set(id, plan);
      else plans.delete(id);
      if (batch.quick && performance.now() - began < TURN) continue;
      await setImmediate();
      began = performance.now();
    }
    const touched = journal.touchedSince(seen);
    open = touched.rules ? [...new Set([...batch.cables, ...touched.cables])] : touched.cables;
    seen = journal.last();
  }
  return signal.aborted ? null : batch.finish([...plans.values()]);
}

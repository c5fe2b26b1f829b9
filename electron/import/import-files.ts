import { basename } from 'node:path';
import { setImmediate, setTimeout } from 'node:timers/promises';
import type { ImportProgress } from '../../domain/import/import.ts';
import { countFiles } from './find-files.ts';
import { paceMeter } from './pace.ts';
import { pipeline, type Feeding, type Ready } from './pipeline.ts';
import { throttled } from './throttled.ts';

/** What an import needs of the library, and of those who watch it. */
export interface Importing extends Pick<
  Feeding,
  'paths' | 'preparer' | 'off' | 'isKnown' | 'isDone' | 'signal'
> {
  /** How many documents this import has dealt with before. */
  readonly doneBefore: number;
  /**
   * Writes documents in their order, durably, as many as can be in some 25 ms but one at least, and tells how many.
   */
  readonly write: (documents: readonly Ready[]) => number;
  /** Hears how far it has come. */
  readonly progress: (progress: ImportProgress) => void;
}

/** How long counting may still go on when an import has been stopped, in milliseconds. */
const A_MOMENT = 300;

/** How an import has ended: whether it was stopped before its end, and how many documents there are, where that is known. */
export interface Ended {
  readonly stopped: boolean;
  readonly total: number | null;
}

/**
 * Imports files, text files of folders, entries of archives and documents of volumes. What is wrong
 * with one of them stands in the report and stops nothing; between two batches everybody else gets a turn.
 */
export async function importFiles(importing: Importing): Promise<Ended> {
  const { paths, signal } = importing;
  const tell = throttled(importing.progress);
  const pace = paceMeter(performance.now(), importing.doneBefore);
  let done = importing.doneBefore;
  let [counted, more, counting] = [0, 0, true];

  const stopCounting = new AbortController();
  const count = countFiles(
    paths,
    (files) => {
      counted = files;
    },
    stopCounting.signal,
  ).then(() => {
    counting = false;
  });
  const documents = pipeline({
    ...importing,
    more: (found) => {
      more += found;
    },
    read: (bytes) => pace.read(bytes),
  });

  try {
    while (!signal.aborted) {
      const batch = await documents.next();
      if (batch.length === 0) break;
      const total = Math.max(counted + more, done);
      const current = basename(documents.current() ?? '');
      tell({ done, total, current, pace: pace.at(performance.now(), done, total, counting) });
      const written = importing.write(batch);
      documents.written(written);
      done += batch.slice(0, written).filter(({ kind }) => kind !== 'lists').length;
      await setImmediate();
    }
    // Where it was stopped, the number is worth a moment and no more.
    await (signal.aborted ? Promise.race([count, setTimeout(A_MOMENT)]) : count);
  } finally {
    stopCounting.abort();
    await documents.close();
  }
  const stopped = signal.aborted;
  return { stopped, total: stopped && counting ? null : Math.max(counted + more, done) };
}

import type { ResourceLimits } from 'node:worker_threads';

/**
 * How much memory the objects of a thread may take. One that needs more ends, by itself and with a sentence.
 * Without a limit it could take the 4 GiB that all threads of an Electron process have together, and with
 * them the program.
 */
export function memoryOf(thread: keyof typeof MEBIBYTES): ResourceLimits {
  return { maxOldGenerationSizeMb: MEBIBYTES[thread] };
}

const MEBIBYTES = { store: 2_048, checking: 1_024, cleaning: 768 } as const;

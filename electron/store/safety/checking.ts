import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { Worker } from 'node:worker_threads';
import { FailureError } from '../../../domain/failure.ts';
import type { ImportProgress } from '../../../domain/import/import.ts';
import type { CheckResult } from '../../../domain/safety/verify.ts';
import { callThread } from '../../thread/client.ts';
import { memoryOf } from '../../thread/memory.ts';
import type { Finished } from './finishing.ts';
import type { Proven, Proving } from './proving.ts';

/** What can be asked of the thread that reads whole libraries, so that nobody else waits for it. */
export interface CheckingThread {
  /** Reads a copy again, seals it, and brings it to the disk. */
  finish(path: string): Promise<Finished>;
  /** The size and the SHA-256 of a file. */
  digest(path: string): Promise<{ readonly size: number; readonly sha256: string }>;
  /** Proves a library, in a copy of our own. */
  prove(proving: Proving): Promise<Proven>;
}

/** What the thread says unasked. */
export interface CheckingNews {
  readonly progress: (progress: ImportProgress) => void;
  /** A check has come to its end. */
  readonly checked: (result: CheckResult) => void;
}

const NAMES = { finish: true, digest: true, prove: true } as const;

const DEAF: CheckingNews = { progress: () => undefined, checked: () => undefined };

/**
 * Does some work in a thread of its own, which ends with it. Where `signal` ends it before its time, what is
 * asked of it fails; a thread that hangs is left behind.
 */
export async function inCheckingThread<T>(
  work: (thread: CheckingThread) => Promise<T>,
  news: CheckingNews = DEAF,
  signal?: AbortSignal,
): Promise<T> {
  const worker = new Worker(script(), { name: 'checking', resourceLimits: memoryOf('checking') });
  const end = () => void worker.terminate();
  signal?.addEventListener('abort', end, { once: true });
  try {
    return await work(callThread<CheckingThread, CheckingNews>(worker, NAMES, news, ended));
  } finally {
    signal?.removeEventListener('abort', end);
    worker.unref();
    end();
  }
}

function ended(): Error {
  return new FailureError(
    'unexpected',
    'What reads the library has stopped before its end. The library is as it was. Try again.',
  );
}

/** The built program has it beside this file; a test runs it from its source. */
function script(): string {
  const here = fileURLToPath(import.meta.url);
  return here.endsWith('.ts')
    ? join(import.meta.dirname, 'checking-thread.ts')
    : join(import.meta.dirname, 'checking.js');
}

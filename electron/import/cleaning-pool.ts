import type { Worker } from 'node:worker_threads';
import { FailureError } from '../../domain/failure.ts';
import { callThread } from '../thread/client.ts';
import type { Prepared, Preparer, Task } from './prepare.ts';
import type { Volume } from './source.ts';

/** What a cleaning thread can do. */
export type CleaningThread = Omit<Preparer, 'close'>;

/** How many tasks a thread has before it at a time, so that it never waits for the next one. */
const DEPTH = 48;

/** A task on its way through a thread. */
interface Job {
  readonly path: string;
  readonly start: (thread: CleaningThread) => Promise<unknown>;
  readonly resolve: (value: unknown) => void;
  readonly reject: (error: unknown) => void;
}

interface Member {
  readonly worker: Worker;
  readonly thread: CleaningThread;
  /** Its tasks in their order; it is at work on the first. */
  readonly jobs: Job[];
  dead: boolean;
}

/** How a thread has ended that should not have. */
class ThreadEnded extends Error {}

/**
 * Makes documents ready in up to `threads` threads, which are started when they are first needed. A
 * thread that dies takes with it the document it was at work on, which fails with a sentence; what
 * waited behind it goes to other threads.
 */
export function cleaningPool(startThread: () => Worker, threads: number): Preparer {
  const waiting: Job[] = [];
  const crew = new Set<Member>();
  let closed = false;

  const enter = (): Member => {
    const worker = startThread();
    // Told by the tasks that fail with it.
    worker.on('error', () => undefined);
    const thread = callThread<CleaningThread, object>(
      worker,
      { prepare: true, readVolume: true },
      {},
      () => new ThreadEnded(),
    );
    const member: Member = { worker, thread, jobs: [], dead: false };
    crew.add(member);
    return member;
  };

  /** The thread with the least to do that can take something; a new one while there may be more. */
  const free = (): Member | null => {
    const [least] = [...crew].toSorted((a, b) => a.jobs.length - b.jobs.length);
    if (least?.jobs.length === 0) return least;
    if (crew.size < threads) return enter();
    return least && least.jobs.length < DEPTH ? least : null;
  };

  const hand = () => {
    while (waiting.length > 0) {
      const member = free();
      const job = member && waiting.shift();
      if (!job) return;
      member.jobs.push(job);
      job.start(member.thread).then(
        (value) => {
          leave(member, job);
          job.resolve(value);
        },
        (error: unknown) => {
          if (error instanceof ThreadEnded) bury(member, job);
          else {
            leave(member, job);
            job.reject(error);
          }
        },
      );
    }
  };

  const leave = (member: Member, job: Job) => {
    member.jobs.splice(member.jobs.indexOf(job), 1);
    hand();
  };

  /** The first task to fail with a thread is the one it was at work on: all fail in their order. */
  const bury = (member: Member, job: Job) => {
    const first = !member.dead;
    member.dead = true;
    crew.delete(member);
    if (closed) job.reject(new FailureError('unexpected', 'The import was stopped.'));
    else if (first) job.reject(new FailureError('unexpected', sentenceOf(job)));
    else waiting.unshift(job);
    leave(member, job);
  };

  const ask = <T>(path: string, start: (thread: CleaningThread) => Promise<T>) =>
    new Promise<T>((resolve, reject) => {
      waiting.push({ path, start, resolve: resolve as (value: unknown) => void, reject });
      hand();
    });

  return {
    prepare: (task) => ask<Prepared>(task.path, (thread) => thread.prepare(apart(task))),
    readVolume: (path, bytes) =>
      ask<Volume>(path, (thread) => thread.readVolume(path, ownBytes(bytes))),
    async close() {
      closed = true;
      for (const job of waiting.splice(0))
        job.reject(new FailureError('unexpected', 'The import was stopped.'));
      await Promise.all([...crew].map(({ worker }) => worker.terminate()));
    },
  };
}

function sentenceOf({ path }: Job): string {
  return `${path} could not be cleaned: the work on it ended the part of Cablewright that cleans. It was not imported; the other files go on. Please report it with the file.`;
}

function apart(task: Task): Task {
  return { ...task, bytes: ownBytes(task.bytes) };
}

/** What is sent is copied with all memory it stands in, which may be more than it. */
function ownBytes(bytes: Uint8Array): Uint8Array {
  return bytes.byteLength === bytes.buffer.byteLength ? bytes : Uint8Array.from(bytes);
}

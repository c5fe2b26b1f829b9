import { FailureError, failureOf, type Failure } from '../../domain/failure.ts';
import { ASKED_AGAIN } from './asked-again.ts';
import type { Store } from './face.ts';
import { storeMethods } from './methods.ts';

/** So many ends of the thread within so many milliseconds (a minute) are too many to start it once more. */
const MOST = 3;
const WINDOW = 60_000;

/** A thread with the store in it. */
export interface StoreThread {
  readonly store: Store;
  /** Resolves when nothing of the thread runs any more, so that the library's file is free. */
  readonly gone: Promise<void>;
}

/** Who hears how the thread fares. */
export interface KeeperNews {
  /** The thread has ended, and another one is being started. */
  readonly fell: () => void;
  /** Another one is at work, with the library open again; `failure` says why it is not open, null where all is well. */
  readonly resumed: (failure: Failure | null) => void;
  /** It has ended too often. Whatever is asked waits until somebody chooses. */
  readonly stopped: (choose: Choice) => void;
}

/** What can be done with a thread that ends again and again. */
export interface Choice {
  /** It is tried once more. */
  readonly again: () => void;
  /** It is left at that: all that is asked fails. */
  readonly leave: () => void;
}

/** What a call fails with when its thread ends. It never leaves this module. */
class ThreadEnded extends Error {}

/**
 * A store whose thread is started again when it ends before its time, with the same library open. What only
 * reads is then asked once more; anything else that was under way fails with `interrupted`, since nobody can
 * know whether it is done. `start` starts a thread; the function given to it makes what waiting calls fail
 * with, and is called once, when the thread ends.
 */
export function keptStore(
  start: (ended: () => Error) => StoreThread,
  news: KeeperNews,
  now: () => number = () => performance.now(),
): Store {
  let path: string | null = null;
  let ends: number[] = [];
  let rising: Promise<void> | null = null;
  let stopped = false;
  let thread = begin();

  function begin(): StoreThread {
    const begun = start(() => {
      fall(begun);
      return new ThreadEnded();
    });
    return begun;
  }

  /** The thread has ended: another one is started when nothing of it is left, unless it has ended too often. */
  function fall(which: StoreThread): void {
    const at = now();
    ends = [...ends.filter((each) => at - each < WINDOW), at];
    if (ends.length < MOST) {
      rising = which.gone.then(rise);
      news.fell();
    } else rising = chosen().then((again) => (again ? which.gone.then(rise) : stop()));
  }

  /** Whether somebody wants it to be tried once more. */
  function chosen(): Promise<boolean> {
    ends = [];
    return new Promise((resolve) => {
      news.stopped({ again: () => resolve(true), leave: () => resolve(false) });
    });
  }

  function stop(): void {
    stopped = true;
    rising = null;
  }

  async function rise(): Promise<void> {
    thread = begin();
    const opened = path === null ? null : await thread.store.open(path).then(() => null, asIs);
    // It has ended once more while it opened the library, and `fall` has seen to it.
    if (opened instanceof ThreadEnded) return;
    if (opened) path = null;
    rising = null;
    news.resumed(opened && failureOf(opened));
  }

  /** Waits until there is a thread to ask; fails where there is none any more. */
  async function standing(): Promise<void> {
    for (let next = rising; next; next = rising) await next;
    if (stopped) throw stoppedFailure();
  }

  async function call<M extends keyof Store>(
    method: M,
    args: readonly unknown[],
  ): Promise<unknown> {
    if (rising || stopped) await standing();
    try {
      return await ask(thread.store, method, args);
    } catch (error) {
      if (!(error instanceof ThreadEnded)) throw error;
      await standing();
      if (!ASKED_AGAIN.has(method)) throw interrupted();
      return ask(thread.store, method, args).catch(async (second: unknown) => {
        if (!(second instanceof ThreadEnded)) throw second;
        await standing();
        throw interrupted();
      });
    }
  }

  const methods = Object.keys(storeMethods) as (keyof Store)[];
  const kept = Object.fromEntries(
    methods.map((method) => [method, (...args: unknown[]) => call(method, args)]),
  ) as unknown as Store;

  return {
    ...kept,
    async open(wanted) {
      const state = await kept.open(wanted);
      path = state.path;
      return state;
    },
    async close() {
      await kept.close();
      path = null;
    },
    async saveAs(wanted) {
      const state = await kept.saveAs(wanted);
      path = state.path;
      return state;
    },
    async restoreBackup(input) {
      const restored = await kept.restoreBackup(input);
      path = restored.state.path;
      return restored;
    },
  };
}

function ask(store: Store, method: keyof Store, args: readonly unknown[]): Promise<unknown> {
  // The caller has checked the arguments; the names of the methods are those of the store.
  const asked = store[method] as (...given: unknown[]) => Promise<unknown>;
  return asked(...args);
}

function asIs(error: unknown): Error {
  return error instanceof Error ? error : new Error(String(error));
}

function interrupted(): FailureError {
  return new FailureError(
    'interrupted',
    'The part of Cablewright that keeps the library has ended unexpectedly, and was started again. All that was saved is kept. What was just under way may not be done: look whether it is, and do it again if not.',
  );
}

function stoppedFailure(): FailureError {
  return new FailureError(
    'interrupted',
    'The part of Cablewright that keeps the library ends again and again, and is not started any more. All that was saved is kept. Start Cablewright again.',
  );
}

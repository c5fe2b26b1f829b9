import { setTimeout as wait } from 'node:timers/promises';
import type { App } from 'electron';
import type { Failure } from '../domain/failure.ts';
import type { Store } from './store/face.ts';

/**
 * How long quitting waits for what was typed to be saved, and then for the library to close, in milliseconds.
 * Even if that is not enough it stays whole.
 */
const PATIENCE = 10_000;

/** What is needed of Electron's `app`. */
export type QuittingApp = Pick<App, 'on' | 'quit'>;

/** What quitting works with. */
export interface Quitting {
  readonly app: QuittingApp;
  readonly store: Store;
  /** Saves what was typed and is not saved yet; what could not be is told as a failure. */
  readonly rescue: () => Promise<Failure | null>;
  /** Asks a person something; the number of the button, from 0. */
  readonly ask: (words: Asked, buttons: readonly string[]) => Promise<number>;
}

/** What a person is asked. */
interface Asked {
  readonly message: string;
  readonly detail: string;
}

/**
 * Ends the program with its window. What was typed last is saved before, and the library is closed, so that it
 * is one file again; long work is stopped, with nothing lost.
 */
export function closeBeforeQuitting(quitting: Quitting): void {
  const { app, store } = quitting;
  let closing = false;
  let closed = false;
  app.on('window-all-closed', () => {
    app.quit();
  });
  app.on('will-quit', (event) => {
    if (closed) return;
    event.preventDefault();
    // Somebody may want it a second time while the first is under way.
    if (closing) return;
    closing = true;
    const end = () => {
      closed = true;
      app.quit();
    };
    rescued(quitting)
      .then(() => Promise.race([store.close(), wait(PATIENCE)]))
      .then(end, end);
  });
}

/** Saves what was typed; where that fails, somebody may mend the cause and have it tried again. */
async function rescued({ rescue, ask }: Quitting): Promise<void> {
  for (;;) {
    const failure = await Promise.race([rescue(), wait(PATIENCE)]);
    if (!failure) return;
    const words = { message: 'Not all that you typed is saved.', detail: failure.message };
    if ((await ask(words, ['Try again', 'Quit without it'])) !== 0) return;
  }
}

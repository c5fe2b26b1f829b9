import { setTimeout as wait } from 'node:timers/promises';
import { app } from 'electron';
import type { Store } from './store/face.ts';

/** How long quitting waits for the library to close, in milliseconds. Even if that is not enough it stays whole. */
const PATIENCE = 10_000;

/** Ends the program with its window, and closes the library before, so that it is one file again. */
export function closeBeforeQuitting(store: Store): void {
  let closed = false;
  app.on('window-all-closed', () => {
    app.quit();
  });
  app.on('will-quit', (event) => {
    if (closed) return;
    event.preventDefault();
    const end = () => {
      closed = true;
      app.quit();
    };
    Promise.race([store.close(), wait(PATIENCE)]).then(end, end);
  });
}

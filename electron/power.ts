import { powerMonitor, type BrowserWindow } from 'electron';
import type { Notify } from './ipc.ts';
import type { Store } from './store/face.ts';

/** What is done when the machine sleeps and wakes. */
export interface Resting {
  readonly store: Pick<Store, 'look' | 'settle'>;
  readonly notify: Notify;
}

/**
 * Before the machine sleeps, is locked or shut down, what was typed is saved and the library brought to rest in
 * its one file. When it is awake again, and whenever somebody comes back to the window, the file is looked at:
 * meanwhile it may have been moved, or its drive pulled out.
 */
export function heedPower(window: BrowserWindow, { store, notify }: Resting): void {
  const rest = () => {
    // The window saves what was typed, and asks for the library to be settled after that.
    notify('desk.resting', null);
    store.settle().catch(() => null);
  };
  const look = () => {
    store.look().catch(() => null);
  };
  powerMonitor.on('suspend', rest);
  powerMonitor.on('lock-screen', rest);
  powerMonitor.on('shutdown', rest);
  powerMonitor.on('resume', look);
  powerMonitor.on('unlock-screen', look);
  window.on('focus', look);
}

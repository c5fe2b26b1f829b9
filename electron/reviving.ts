import { app, dialog, type BrowserWindow } from 'electron';
import type { Failure } from '../domain/failure.ts';
import type { Log } from './log.ts';

/** So many ends of the window's process within so many milliseconds (a minute) are too many to load it by itself once more. */
const MOST = 3;
const WINDOW = 60_000;

/** How long reloading waits for what was typed to be saved, in milliseconds. */
const PATIENCE = 10_000;

/** What reviving a window needs. */
export interface ReviveParts {
  readonly log: Log;
  /** Saves what was typed and not saved; what could not be is told as a failure. */
  readonly rescue: () => Promise<Failure | null>;
}

/** A window that is loaded again when its process ends or hangs. */
export interface Revived {
  /** What is to be told once the page can hear it, about its last end; null for nothing. Asked for once. */
  takeNews(): Failure | null;
}

const AGAIN: Failure = {
  code: 'interrupted',
  message:
    'The window ended unexpectedly and was opened again where you were. All that you typed is saved.',
};

const REOPENED: Failure = {
  code: 'interrupted',
  message: 'The window was opened again where you were. All that you typed is saved.',
};

const LATE: Failure = {
  code: 'interrupted',
  message:
    'The window ended unexpectedly and was opened again where you were. What you typed last is still being saved; look whether it stands there.',
};

/**
 * Loads the page again when its process has ended, and gives a choice where it hangs. What was typed is saved
 * before. A page that ends again and again is only loaded again when somebody says so.
 */
export function revive(window: BrowserWindow, { log, rescue }: ReviveParts): Revived {
  const { webContents } = window;
  let ends: number[] = [];
  let news: Failure | null = null;
  let asked: AbortController | null = null;
  let ending: Failure = AGAIN;

  /** Saves what was typed, then loads the page. */
  const load = async () => {
    const kept = ending;
    ending = AGAIN;
    const failure = await atMost(rescue(), PATIENCE, LATE);
    if (window.isDestroyed()) return;
    news = failure ?? kept;
    webContents.reload();
  };

  const reload = () => {
    load().catch((error: unknown) => {
      log.error('The window could not be loaded again.', error);
    });
  };

  webContents.on('render-process-gone', (_event, { reason, exitCode }) => {
    if (reason === 'clean-exit') return;
    log.error(`The window's process has ended: ${reason} (${exitCode}).`);
    asked?.abort();
    const now = performance.now();
    ends = [...ends.filter((each) => now - each < WINDOW), now];
    if (ends.length < MOST) return reload();
    ends = [];
    ask(window, ENDS_AGAIN, ['Try again', 'Quit']).then((choice) => {
      if (choice === 0) reload();
      else if (choice === 1) app.quit();
    }, ignored);
    return undefined;
  });

  window.on('unresponsive', () => {
    if (asked) return;
    log.warn('The window does not answer.');
    const mine = new AbortController();
    asked = mine;
    ask(window, HANGS, ['Wait', 'Open it again'], mine.signal)
      .then((choice) => {
        if (choice !== 1 || mine.signal.aborted) return;
        ending = REOPENED;
        // A page that hangs hears nothing; its process is ended, and what follows is as after a crash.
        webContents.forcefullyCrashRenderer();
      }, ignored)
      .finally(() => {
        asked = null;
      });
  });
  window.on('responsive', () => {
    asked?.abort();
  });

  return {
    takeNews() {
      const told = news;
      news = null;
      return told;
    },
  };
}

const HANGS = {
  message: 'Cablewright’s window does not answer.',
  detail:
    'It may be at work on something large. All that you have typed is kept: if you open the window again, it is saved before.',
};

const ENDS_AGAIN = {
  message: 'Cablewright’s window has ended three times within a minute.',
  detail: 'All that you have typed is saved. Try again, or quit and start Cablewright later.',
};

/** What is said when the store's thread ends again and again. */
export const STOPPED = {
  message: 'The part of Cablewright that keeps the library has ended three times within a minute.',
  detail:
    'All that was saved is kept. What you have typed since waits in the window, and is saved as soon as the library can be reached: try again first.',
};

/** Asks a person something in a box of the system; the number of the button, from 0. */
export async function ask(
  window: BrowserWindow | null,
  words: { readonly message: string; readonly detail: string },
  buttons: readonly string[],
  signal?: AbortSignal,
): Promise<number> {
  const box = {
    type: 'warning' as const,
    ...words,
    buttons: [...buttons],
    defaultId: 0,
    cancelId: signal ? 0 : -1,
    noLink: true,
    ...(signal ? { signal } : {}),
  };
  const { response } =
    window && !window.isDestroyed()
      ? await dialog.showMessageBox(window, box)
      : await dialog.showMessageBox(box);
  return response;
}

/** What comes of some work, or `otherwise` where it takes longer than so many milliseconds. */
async function atMost<T>(work: Promise<T>, patience: number, otherwise: T): Promise<T> {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const late = new Promise<T>((resolve) => {
    timer = setTimeout(() => {
      resolve(otherwise);
    }, patience);
  });
  try {
    return await Promise.race([work, late]);
  } finally {
    clearTimeout(timer);
  }
}

/** The box could not be shown, or was put away with its window. */
function ignored(): void {}

import { userInfo } from 'node:os';
import { join } from 'node:path';
import { app, session, shell, type BrowserWindow } from 'electron';
import { failureOf } from '../domain/failure.ts';
import type { LibraryState } from '../domain/library/library.ts';
import type { Unopened } from '../domain/safety/backup.ts';
import type { Arguments } from './arguments.ts';
import { drafts } from './drafts.ts';
import { dialogsOver } from './dialogs.ts';
import { hearRequests, type Notify } from './ipc.ts';
import { libraryDesk } from './library-desk.ts';
import type { Log } from './log.ts';
import { showMenu } from './menu.ts';
import type { OtherStarts } from './other-starts.ts';
import { paperOf } from './paper.ts';
import { built, documentsFolder, firstLibrary } from './places.ts';
import { heedPower } from './power.ts';
import { servePages, warmPages } from './protocol.ts';
import { closeBeforeQuitting } from './quit.ts';
import { ask, revive, STOPPED, type Revived } from './reviving.ts';
import { takeScreenshot } from './screenshot.ts';
import { openSettingsFile } from './settings-file.ts';
import type { StoreNews } from './store/face.ts';
import type { KeeperNews } from './store/kept-store.ts';
import { openStore } from './store/open-store.ts';
import { applyTheme, openWindow, showTitle } from './window.ts';

/**
 * Starts the program, in the order in which things come to be: the library is opened in its thread while
 * Electron itself still starts, and the window is made before all that only its requests need. Where a
 * picture was asked for, the program ends when it is written; this rejects where it could not be.
 */
export async function start(asked: Arguments, log: Log, others: OtherStarts): Promise<void> {
  let window: BrowserWindow | null = null;
  let revived: Revived | null = null;
  const current = () => window;
  // Nobody hears anything before there is a window, and what tells it things comes after that.
  let tell: Notify | null = null;
  const notify: Notify = (name, notice) => tell?.(name, notice);
  reportUnforeseen(log, notify);
  log.info(`Cablewright ${app.getVersion()} on Electron ${process.versions.electron}`);
  logEnds(log);

  const settings = openSettingsFile(
    settingsPath(),
    accountName(),
    (warning) => {
      log.warn(warning);
    },
    (failure) => {
      notify('failure', failure);
    },
  );
  const news: StoreNews = {
    progress: (progress) => {
      notify('import.progress', progress);
    },
    log: (sentence) => {
      log.info(sentence);
    },
    lost: (lost) => {
      notify('library.lost', lost);
    },
  };
  const safety = { backups: join(app.getPath('userData'), 'backups'), automatic: true };
  const keeper: KeeperNews = {
    fell: () => {
      notify('import.progress', null);
    },
    resumed: (failure) => {
      // Another library, or none, lies on the desk where this one cannot be opened again.
      if (failure) notify('library.switched', null);
      else notify('library.changed', { cableId: null, text: true });
      if (failure) notify('failure', failure);
    },
    stopped: ({ again, leave }) => {
      notify('import.progress', null);
      ask(window, STOPPED, ['Try again', 'Quit']).then(
        (choice) => {
          if (choice === 0) return again();
          leave();
          app.quit();
          return undefined;
        },
        // The box could not be shown: what is asked fails with a sentence.
        leave,
      );
    },
  };
  const store = openStore(join(built, 'worker.js'), news, safety, keeper);
  const typed = drafts();
  const rescue = () => typed.rescue(store, settings.settings.creator);
  closeBeforeQuitting({
    app,
    store,
    rescue,
    ask: (words, buttons) => ask(null, words, buttons),
  });

  let hasMenu = false;
  const menu = () => {
    if (hasMenu) showMenu(desk.recent(), { notify, open });
  };
  const switched = (state: LibraryState) => {
    typed.forget();
    notify('library.switched', state);
    showTitle(window, state.name);
    menu();
  };
  const moved = (state: LibraryState) => {
    notify('library.moved', state);
    showTitle(window, state.name);
    menu();
  };
  const offered = (unopened: Unopened) => {
    notify('backup.offered', unopened);
  };
  const cleared = () => {
    notify('library.switched', null);
  };
  const desk = libraryDesk({ store, settings, switched, moved, cleared, offered });
  const open = (path: string) => {
    begun
      .then(() => desk.open(path))
      .catch((error: unknown) => {
        notify('failure', failureOf(error));
      });
  };
  // What was asked for on the command line: its report is only shown where something is wrong.
  const bring = (files: readonly string[]) => {
    Promise.all([import('./answering.ts'), begun])
      .then(([{ importAll }]) => importAll(files, { store, notify, settings }))
      .then((report) => {
        if (report.counts.failed > 0) notify('import.ended', report);
      })
      .catch((error: unknown) => {
        notify('failure', failureOf(error));
      });
  };
  const applySettings = () => {
    applyTheme(window, settings);
  };
  const begun = desk.begin(asked.library, firstLibrary());

  warmPages();
  await app.whenReady();
  servePages(session.defaultSession, join(built, 'renderer'));
  applySettings();
  window = openWindow(settings, log);

  const { webContents } = window;
  // While the page's process begins to read it, this one has nothing else to do.
  const navigated = new Promise<void>((heard) => webContents.once('did-navigate', () => heard()));
  const dialogs = dialogsOver(current, documentsFolder());
  const paper = paperOf(current);
  const windowReady = new Promise<void>((resolve) => {
    const parts = {
      store,
      desk,
      settings,
      drafts: typed,
      dialogs,
      paper,
      notify,
      applySettings,
      showLog: () => {
        shell.showItemInFolder(log.path);
      },
      windowReady: () => {
        resolve();
        const told = revived?.takeNews();
        if (told) notify('failure', told);
      },
    };
    const scene = {
      context: (files: readonly string[]) => ({ ...parts, files }),
      unforeseen: (name: string, error: unknown) => {
        log.error(`${name} failed.`, error);
      },
    };
    const answerer = navigated
      .then(() => import('./answering.ts'))
      .then(({ answererOf, notifier }) => {
        tell = notifier(current);
        return answererOf(scene, (name, code) => {
          log.info(`${name}: ${code}`);
        });
      });
    hearRequests(current, answerer);
  });

  revived = revive(window, { log, rescue });
  void navigated.then(() => {
    hasMenu = true;
    menu();
  });
  others.attend(current, { open, bring });
  heedPower(window, { store, notify });

  const shown = Promise.all([begun, windowReady]).then(([failure]) => {
    if (failure) notify('failure', failure);
    else if (asked.files.length > 0) bring(asked.files);
  });
  if (!asked.screenshot) return;
  await takeScreenshot(window, shown, asked.screenshot);
  app.quit();
}

/** What nobody foresaw is logged and told, and the program goes on: all that was acknowledged is on disk. */
function reportUnforeseen(log: Log, notify: Notify): void {
  const report = (error: unknown) => {
    log.error('Something nobody foresaw.', error);
    notify('failure', failureOf(error));
  };
  process.on('uncaughtException', report);
  process.on('unhandledRejection', report);
}

/** The log tells of every process that ends before its time; Chromium starts those that draw anew by itself. */
function logEnds(log: Log): void {
  app.on('child-process-gone', (_event, { type, reason, exitCode }) => {
    if (reason !== 'clean-exit')
      log.error(`The ${type} process has ended: ${reason} (${exitCode}).`);
  });
}

function settingsPath(): string {
  return join(app.getPath('userData'), 'desk.json');
}

/** The name annotations are signed with until the reader chooses one: that of the account. */
function accountName(): string {
  try {
    return userInfo().username;
  } catch {
    return '';
  }
}

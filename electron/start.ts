import { userInfo } from 'node:os';
import { join } from 'node:path';
import { app, session, type BrowserWindow } from 'electron';
import { failureOf } from '../domain/failure.ts';
import type { LibraryState } from '../domain/library/library.ts';
import type { Unopened } from '../domain/safety/backup.ts';
import type { Arguments } from './arguments.ts';
import type { Context } from './context.ts';
import { dialogsOver } from './dialogs.ts';
import { importAll } from './handlers/import.ts';
import { handlers } from './handlers/index.ts';
import { answerRequests, notifier, type Notify } from './ipc.ts';
import { libraryDesk } from './library-desk.ts';
import { lockSession } from './lockdown.ts';
import type { Log } from './log.ts';
import { showMenu } from './menu.ts';
import { paperOf } from './paper.ts';
import { heedOtherStarts } from './other-starts.ts';
import { built, documentsFolder, firstLibrary } from './places.ts';
import { servePages } from './protocol.ts';
import { closeBeforeQuitting } from './quit.ts';
import { takeScreenshot } from './screenshot.ts';
import { openSettingsFile } from './settings-file.ts';
import type { StoreNews } from './store/face.ts';
import { openStore } from './store/open-store.ts';
import { applyTheme, openWindow, showTitle } from './window.ts';

/**
 * Starts the program, in the order in which things come to be. Electron must be ready. Where a picture
 * was asked for, the program ends when it is written; this rejects where it could not be.
 */
export async function start(asked: Arguments, log: Log): Promise<void> {
  let window: BrowserWindow | null = null;
  const current = () => window;
  const notify = notifier(current);
  reportUnforeseen(log, notify);
  log.info(`Cablewright ${app.getVersion()} on Electron ${process.versions.electron}`);

  const settings = openSettingsFile(settingsPath(), accountName(), (warning) => {
    log.warn(warning);
  });
  const news: StoreNews = {
    progress: (progress) => {
      notify('import.progress', progress);
    },
    log: (sentence) => {
      log.info(sentence);
    },
  };
  const safety = { backups: join(app.getPath('userData'), 'backups'), automatic: true };
  const store = openStore(join(built, 'worker.js'), news, safety);
  closeBeforeQuitting(store);

  const switched = (state: LibraryState) => {
    notify('library.switched', state);
    showTitle(window, state.name);
    showMenu(desk.recent(), { notify, open });
  };
  const offered = (unopened: Unopened) => {
    notify('backup.offered', unopened);
  };
  const cleared = () => {
    notify('library.switched', null);
  };
  const desk = libraryDesk({ store, settings, switched, cleared, offered });
  const open = (path: string) => {
    desk.open(path).catch((error: unknown) => {
      notify('failure', failureOf(error));
    });
  };
  // What was asked for on the command line: its report is only shown where something is wrong.
  const bring = (files: readonly string[]) => {
    importAll(files, { store, notify, settings })
      .then((report) => {
        if (report.counts.failed > 0) notify('import.ended', report);
      })
      .catch((error: unknown) => {
        notify('failure', failureOf(error));
      });
  };
  const begun = desk.begin(asked.library, firstLibrary());

  lockSession(session.defaultSession);
  servePages(session.defaultSession, join(built, 'renderer'));

  const dialogs = dialogsOver(current, documentsFolder());
  const paper = paperOf(current);
  const applySettings = () => {
    applyTheme(window, settings);
  };
  const windowReady = new Promise<void>((resolve) => {
    const parts = {
      store,
      desk,
      settings,
      dialogs,
      paper,
      notify,
      applySettings,
      windowReady: resolve,
    };
    answerRequests<Context>(current, {
      handlers,
      context: (files) => ({ ...parts, files }),
      unforeseen: (name, error) => {
        log.error(name, error);
      },
    });
  });

  applySettings();
  window = openWindow(settings, log);
  showMenu(desk.recent(), { notify, open });
  heedOtherStarts(current, { open, bring });

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
    log.error(error);
    notify('failure', failureOf(error));
  };
  process.on('uncaughtException', report);
  process.on('unhandledRejection', report);
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

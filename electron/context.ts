import type { Handlers, HandlersOf } from './answer.ts';
import type { Dialogs } from './dialogs.ts';
import type { Drafts } from './drafts.ts';
import type { Notify } from './ipc.ts';
import type { LibraryDesk } from './library-desk.ts';
import type { Paper } from './paper.ts';
import type { SettingsFile } from './settings-file.ts';
import type { Store } from './store/face.ts';

/** All that a handler may reach. */
export interface Context {
  readonly store: Store;
  readonly desk: LibraryDesk;
  readonly settings: SettingsFile;
  readonly drafts: Drafts;
  readonly dialogs: Dialogs;
  readonly paper: Paper;
  readonly notify: Notify;
  /** Paths of the files that travelled beside the input. */
  readonly files: readonly string[];
  /** Makes the settings felt outside the window's page: frame, menus, background. */
  readonly applySettings: () => void;
  /** Shows where the log lies. */
  readonly showLog: () => void;
  /** Called when the window shows what it is to show. */
  readonly windowReady: () => void;
}

/** All handlers. */
export type AllHandlers = Handlers<Context>;

/** The handlers whose requests begin with `Word`. */
export type HandlersFor<Word extends string> = HandlersOf<Word, Context>;

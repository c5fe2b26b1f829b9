import type { App, BrowserWindow } from 'electron';
import { z } from 'zod';
import { isLibraryPath } from './arguments.ts';

/** What a second start tells the first one. */
const OtherStart = z.object({ library: z.string().nullable(), files: z.array(z.string()) });
type OtherStart = z.infer<typeof OtherStart>;

/** What to do with what a start was asked to open. */
export interface Opening {
  /** Puts a library on the desk. */
  readonly open: (library: string) => void;
  /** Imports files and folders. */
  readonly bring: (files: readonly string[]) => void;
}

/** What is needed of Electron's `app`. */
export type HeardApp = Pick<App, 'on' | 'relaunch' | 'isPackaged' | 'getAppPath'>;

/** Other starts of the program, which are heard from its first moment to its last. */
export interface OtherStarts {
  /** The window is there: brings it forward at each start, and opens what is asked for, also what was asked before. */
  attend(current: () => BrowserWindow | null, opening: Opening): void;
}

/**
 * Hears when the program is started again while it runs. What is asked before there is a window waits for
 * it; what is asked while the program is ending is done by a program that starts when this one has ended.
 */
export function hearOtherStarts(app: HeardApp): OtherStarts {
  const early: OtherStart[] = [];
  let answer: (asked: OtherStart) => void = (asked) => early.push(asked);

  app.on('second-instance', (_event, _argv, _folder, told) => {
    const { data } = OtherStart.safeParse(told);
    answer(data ?? { library: null, files: [] });
  });
  app.on('will-quit', () => {
    answer = (asked) => {
      startAgain(app, asked);
    };
  });

  return {
    attend(current, { open, bring }) {
      answer = ({ library, files }) => {
        const window = current();
        if (window?.isMinimized()) window.restore();
        window?.focus();
        if (library !== null) open(library);
        if (files.length > 0) bring(files);
      };
      for (const asked of early.splice(0)) answer(asked);
      // macOS does not start a running program again, but tells it what was double-clicked.
      app.on('open-file', (_event, path) => {
        answer(
          isLibraryPath(path) ? { library: path, files: [] } : { library: null, files: [path] },
        );
      });
    },
  };
}

/** Has the program started anew once it has ended, with what was asked. */
function startAgain(app: HeardApp, { library, files }: OtherStart): void {
  const [, ...words] = process.argv;
  // In a development build the first word that is no switch is the program's own folder.
  const program = app.isPackaged ? [] : [app.getAppPath()];
  const switches = words.filter(
    (word) => word.startsWith('-') && !/^--(?:library|screenshot)=/u.test(word),
  );
  const asked = library === null ? [] : [`--library=${library}`];
  app.relaunch({ args: [...program, ...switches, ...asked, ...files] });
}

import { dirname, join } from 'node:path';
import { dialog, type BrowserWindow, type OpenDialogOptions } from 'electron';
import { LIBRARY_EXTENSION } from '../domain/library/library.ts';

/** The system's dialogs for choosing files. Each gives null where the reader leaves it. */
export interface Dialogs {
  newLibrary(): Promise<string | null>;
  library(): Promise<string | null>;
  textFiles(): Promise<readonly string[] | null>;
  folder(): Promise<readonly string[] | null>;
}

const LIBRARIES = { name: 'Cablewright libraries', extensions: [LIBRARY_EXTENSION] };
const TEXTS = { name: 'Text files', extensions: ['txt', 'md', 'text'] };
const ALL = { name: 'All files', extensions: ['*'] };

/** Dialogs over a window. Each begins in the folder of the last choice, the first in `folder`. */
export function dialogsOver(current: () => BrowserWindow | null, folder: string): Dialogs {
  let last = folder;

  const choose = async (options: OpenDialogOptions): Promise<readonly string[] | null> => {
    const asked = { ...options, defaultPath: last };
    const window = current();
    const answer = await (window
      ? dialog.showOpenDialog(window, asked)
      : dialog.showOpenDialog(asked));
    const [first] = answer.filePaths;
    if (answer.canceled || first === undefined) return null;
    last = dirname(first);
    return answer.filePaths;
  };

  return {
    async newLibrary() {
      const asked = {
        title: 'New library',
        defaultPath: join(last, `Untitled.${LIBRARY_EXTENSION}`),
        filters: [LIBRARIES],
      };
      const window = current();
      const answer = await (window
        ? dialog.showSaveDialog(window, asked)
        : dialog.showSaveDialog(asked));
      if (answer.canceled || !answer.filePath) return null;
      last = dirname(answer.filePath);
      return withEnding(answer.filePath);
    },

    async library() {
      const paths = await choose({
        title: 'Open library',
        filters: [LIBRARIES, ALL],
        properties: ['openFile'],
      });
      return paths?.[0] ?? null;
    },

    textFiles: () =>
      choose({
        title: 'Import text files',
        filters: [TEXTS, ALL],
        properties: ['openFile', 'multiSelections'],
      }),

    folder: () => choose({ title: 'Import a folder', properties: ['openDirectory'] }),
  };
}

/** Not every system's dialog adds the ending by itself. */
function withEnding(path: string): string {
  const ending = `.${LIBRARY_EXTENSION}`;
  return path.toLowerCase().endsWith(ending) ? path : path + ending;
}

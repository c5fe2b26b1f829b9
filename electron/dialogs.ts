import { dirname, join } from 'node:path';
import {
  dialog,
  type BrowserWindow,
  type FileFilter,
  type OpenDialogOptions,
  type SaveDialogOptions,
} from 'electron';
import { LIBRARY_EXTENSION } from '../domain/library/extension.ts';

/** The system's dialogs for choosing files. Each gives null where the reader leaves it. */
export interface Dialogs {
  newLibrary(): Promise<string | null>;
  library(): Promise<string | null>;
  /** Where to save all of a library of this name. */
  libraryAs(name: string): Promise<string | null>;
  textFiles(): Promise<readonly string[] | null>;
  folder(): Promise<readonly string[] | null>;
  /** A folder to save a new folder of files in. */
  folderToSaveIn(): Promise<string | null>;
  /** A file with tags. */
  vocabulary(): Promise<string | null>;
  /** A file with names. */
  gazetteer(): Promise<string | null>;
  /** A file with annotations. */
  annotations(): Promise<string | null>;
  /** Where to save something under a name (without an ending) in a format. */
  saveAs(name: string, format: SavedFormat): Promise<string | null>;
}

/** The formats in which things are saved, each with the ending of its files. */
const ENDINGS = {
  svg: { name: 'SVG pictures', ending: 'svg' },
  csv: { name: 'Tables (CSV)', ending: 'csv' },
  turtle: { name: 'SKOS as Turtle', ending: 'ttl' },
  jsonld: { name: 'SKOS as JSON-LD', ending: 'jsonld' },
  pdf: { name: 'PDF', ending: 'pdf' },
  package: { name: 'Packages of cables', ending: LIBRARY_EXTENSION },
} as const;
export type SavedFormat = keyof typeof ENDINGS;

const LIBRARIES = { name: 'Cablewright libraries', extensions: [LIBRARY_EXTENSION] };
const TEXTS = {
  name: 'Texts, archives, TEI volumes',
  extensions: ['txt', 'md', 'text', 'zip', 'xml'],
};
const VOCABULARIES = { name: 'Tags (SKOS, CSV)', extensions: ['ttl', 'jsonld', 'json', 'csv'] };
const NAMES = { name: 'Names (TEI, CSV)', extensions: ['xml', 'tei', 'csv'] };
const ANNOTATIONS = {
  name: 'Annotations (Web Annotation, Hypothesis, XMI, TSV)',
  extensions: ['json', 'jsonld', 'xmi', 'tsv'],
};
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

  const save = async (asked: SaveDialogOptions): Promise<string | null> => {
    const window = current();
    const answer = await (window
      ? dialog.showSaveDialog(window, asked)
      : dialog.showSaveDialog(asked));
    if (answer.canceled || !answer.filePath) return null;
    last = dirname(answer.filePath);
    return answer.filePath;
  };

  const chooseOne = async (title: string, kind: FileFilter): Promise<string | null> => {
    const paths = await choose({ title, filters: [kind, ALL], properties: ['openFile'] });
    return paths?.[0] ?? null;
  };

  return {
    newLibrary: () =>
      save({
        title: 'New library',
        defaultPath: join(last, `Untitled.${LIBRARY_EXTENSION}`),
        filters: [LIBRARIES],
      }).then((path) => path && withEnding(path, LIBRARY_EXTENSION)),

    libraryAs: (name) =>
      save({
        title: 'Save the library as a new file',
        defaultPath: join(last, `${name}.${LIBRARY_EXTENSION}`),
        filters: [LIBRARIES],
      }).then((path) => path && withEnding(path, LIBRARY_EXTENSION)),

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
        title: 'Import files',
        filters: [TEXTS, ALL],
        properties: ['openFile', 'multiSelections'],
      }),

    folder: () => choose({ title: 'Import a folder', properties: ['openDirectory'] }),

    async folderToSaveIn() {
      const paths = await choose({
        title: 'Save in a folder',
        buttonLabel: 'Save here',
        properties: ['openDirectory', 'createDirectory'],
      });
      return paths?.[0] ?? null;
    },

    vocabulary: () => chooseOne('Import tags', VOCABULARIES),
    gazetteer: () => chooseOne('Import names', NAMES),
    annotations: () => chooseOne('Import annotations', ANNOTATIONS),

    saveAs: (name, format) => {
      const { name: what, ending } = ENDINGS[format];
      return save({
        title: 'Save as',
        defaultPath: join(last, `${name}.${ending}`),
        filters: [{ name: what, extensions: [ending] }],
      }).then((path) => path && withEnding(path, ending));
    },
  };
}

/** Not every system's dialog adds the ending by itself. */
function withEnding(path: string, ending: string): string {
  return path.toLowerCase().endsWith(`.${ending}`) ? path : `${path}.${ending}`;
}

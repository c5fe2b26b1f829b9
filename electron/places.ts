import { accessSync, constants, existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { app } from 'electron';
import { LIBRARY_EXTENSION } from '../domain/library/extension.ts';
import type { FirstLibrary } from './library-desk.ts';

/** The name of the library that the very first start makes. */
const FIRST_NAME = `Cuba 1960–1962.${LIBRARY_EXTENSION}`;

/** The folder of the built program: that of `main.js`, on disk or in an asar archive. */
export const built = import.meta.dirname;

/**
 * Where the first library lies: among the reader's documents, since it is their work, which they
 * should find, back up and take along. Where that is not to be, and wherever the program was given a
 * folder of its own for its data (as tests do), it lies with that data.
 */
export function firstLibrary(): FirstLibrary {
  const own = join(app.getPath('userData'), 'libraries', FIRST_NAME);
  const documents = app.commandLine.hasSwitch('user-data-dir') ? null : documentsFolder();
  const paths = documents ? [join(documents, 'Cablewright', FIRST_NAME), own] : [own];
  return { paths, seeds: seeds() };
}

/** The reader's documents folder, or where that is missing the folder of the program's data. */
export function documentsFolder(): string {
  const documents = app.getPath('documents');
  try {
    accessSync(documents, constants.W_OK);
    return documents;
  } catch {
    return app.getPath('userData');
  }
}

/** The window's own picture, which Linux shows where no menu entry brings one. */
export function windowPicture(): string {
  if (app.isPackaged) return join(process.resourcesPath, 'icon.png');
  return join(built, '..', 'electron', 'icon', '256x256.png');
}

/** The documents the program brings along, in the order of their names. */
function seeds(): string[] {
  const folder = app.isPackaged ? join(process.resourcesPath, 'seeds') : join(built, '..', 'seeds');
  if (!existsSync(folder)) return [];
  return readdirSync(folder)
    .filter((name) => name.endsWith('.txt'))
    .toSorted()
    .map((name) => join(folder, name));
}

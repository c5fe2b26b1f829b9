import { readFile, stat } from 'node:fs/promises';
import { basename } from 'node:path';
import { setImmediate } from 'node:timers/promises';
import type { Cleaning } from '../../domain/clean/cleaning.ts';
import { fail } from '../../domain/failure.ts';
import {
  LARGEST_FILE,
  type ImportedFile,
  type ImportProgress,
  type ImportReport,
} from '../../domain/import/import.ts';
import { transcribe } from '../../domain/transcription/transcription.ts';
import { sha256Of, type NewOriginal } from '../store/originals.ts';
import { decode } from './decode.ts';
import { failureOfFile } from './failures.ts';
import { findFiles, type Found } from './find-files.ts';
import { throttled } from './throttled.ts';

/** A cable as a report names it. */
export interface NamedCable {
  readonly cableId: string;
  readonly title: string;
}

/** What an import needs of the library, and of those who watch it. */
export interface Importing {
  /** Cleans a text. */
  readonly clean: (text: string) => Cleaning;
  /** The cable that already holds an original with these bytes. */
  readonly known: (sha256: string) => NamedCable | null;
  /** Adds a cable, durably; `cleaned` is what its accepted changes lead to. */
  readonly add: (original: NewOriginal, cleaning: Cleaning, cleaned: string) => NamedCable;
  /** Hears how far it has come. */
  readonly progress: (progress: ImportProgress) => void;
  /** Stops it after the file at hand. */
  readonly signal: AbortSignal;
}

/**
 * Imports files, and all text files of folders, one by one. What is wrong with a file stands in the
 * report and stops nothing; between two files everybody else gets a turn.
 */
export async function importFiles(
  paths: readonly string[],
  importing: Importing,
): Promise<ImportReport> {
  const found = await findFiles(paths);
  const total = found.length;
  const files: ImportedFile[] = [];
  const tell = throttled(importing.progress);
  for (const each of found) {
    if (importing.signal.aborted) break;
    tell({ done: files.length, total, current: basename(each.path) });
    files.push(await importOne(each, importing));
    await setImmediate();
  }
  return { files, total, cancelled: files.length < total };
}

async function importOne(found: Found, importing: Importing): Promise<ImportedFile> {
  const { path } = found;
  if ('failure' in found) return { outcome: 'failed', ...found };
  try {
    const bytes = await readBytes(path);
    return take(path, bytes, importing);
  } catch (error) {
    return { outcome: 'failed', path, failure: failureOfFile(error, path) };
  }
}

function take(path: string, bytes: Uint8Array, { known, clean, add }: Importing): ImportedFile {
  const sha256 = sha256Of(bytes);
  const twin = known(sha256);
  if (twin) return { outcome: 'duplicate', path, ...twin };

  const fileName = basename(path);
  const { text, encoding } = decode(bytes, path);
  const cleaning = clean(text);
  // What could not be shown must not be stored: this throws where accepted changes overlap.
  const cleaned = transcribe(text, cleaning.changes).cleaned.toString();
  const cable = add({ bytes, text, encoding, format: 'text', sha256, fileName }, cleaning, cleaned);
  const proposals = cleaning.changes.filter(({ status }) => status === 'proposed').length;
  return { outcome: 'imported', path, ...cable, encoding, proposals };
}

async function readBytes(path: string): Promise<Uint8Array> {
  const found = await stat(path);
  if (!found.isFile()) fail('file-not-text', `${path} is not a file. Choose a text file.`);
  if (found.size > LARGEST_FILE)
    fail(
      'file-too-large',
      `${path} has ${mebibytes(found.size)} MiB; one cable may have up to ${mebibytes(LARGEST_FILE)} MiB. Divide the file, then import its parts.`,
    );
  return readFile(path);
}

function mebibytes(bytes: number): string {
  return (bytes / 1024 / 1024).toLocaleString('en', { maximumFractionDigits: 1 });
}

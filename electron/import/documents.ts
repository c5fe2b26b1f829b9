import * as fs from 'node:fs';
import { basename, extname } from 'node:path';
import { promisify } from 'node:util';
import { fail } from '../../domain/failure.ts';
import type { GazetteerEntry } from '../../domain/gazetteer/entry.ts';
import type { Returned } from '../../domain/tei/returning/returned.ts';
import { LARGEST } from '../../domain/limits.ts';
import { openArchive } from './archive.ts';
import { failureOfFile } from './failures.ts';
import { findFiles } from './find-files.ts';
import { tooLarge } from './sizes.ts';
import type { BadSource, Source, Volume } from './source.ts';

/** What the lists of a volume say, which comes after its documents. */
export interface Lists {
  readonly path: string;
  readonly entries: readonly GazetteerEntry[];
}

/** What is found: a document, what cannot be read, or lists. */
export type Found = Source | BadSource | Lists;

/** What is read of files that hold many documents, and who hears how many they are. */
export interface Reading {
  readonly readVolume: (path: string, bytes: Uint8Array) => Promise<Volume>;
  /** Hears of documents that a file holds beyond the one it was counted as. */
  readonly more: (documents: number) => void;
}

/**
 * The documents that `paths` mean, as they are found: text files, those in folders, the entries of
 * archives and the documents of volumes, each file's own in their order.
 */
export async function* findDocuments(
  paths: readonly string[],
  reading: Reading,
): AsyncGenerator<Found, void, undefined> {
  const read = fileReader();
  for await (const found of findFiles(paths)) {
    if ('failure' in found) yield found;
    else if (endingOf(found.path) === '.zip') yield* inArchive(found.path, reading);
    else if (endingOf(found.path) === '.xml')
      yield* inVolume(fileAt(found.path, 'tei', read), reading);
    else yield fileAt(found.path, 'text', read);
  }
}

async function* inArchive(path: string, reading: Reading): AsyncGenerator<Found, void, undefined> {
  try {
    const archive = await openArchive(path);
    reading.more(archive.documents.length - 1);
    try {
      for (const document of archive.documents)
        if ('read' in document && document.format === 'tei') yield* inVolume(document, reading);
        else yield document;
    } finally {
      archive.close();
    }
  } catch (error) {
    yield { path, failure: failureOfFile(error, path) };
  }
}

async function* inVolume(
  file: Source,
  { readVolume, more }: Reading,
): AsyncGenerator<Found, void, undefined> {
  const { path } = file;
  try {
    const { documents, entries, edition, warnings } = await readVolume(path, await file.read());
    more(documents.length - 1);
    let told = warnings;
    for (const document of documents) {
      const behind = document.name === '' ? '' : `#${document.name}`;
      const own = `${path}${behind}`;
      if ('failure' in document) yield { path: own, failure: document.failure };
      else if (document.returned) yield returning(own, document.bytes, document.returned);
      else {
        const fileName = `${file.fileName}${behind}`;
        const origin = edition ? { edition, document: document.name } : undefined;
        const read = async () => document.bytes;
        yield {
          path: own,
          fileName,
          format: 'tei',
          warnings: told,
          read,
          ...(origin && { origin }),
        };
        told = [];
      }
    }
    if (entries.length > 0) yield { path, entries };
  } catch (error) {
    yield { path, failure: failureOfFile(error, path) };
  }
}

/** A cable that was exported from here: its original, with what was done to it. */
function returning(path: string, bytes: Uint8Array, returned: Returned): Source {
  const { fileName, format } = returned.original;
  return { path, fileName, format, returned, read: async () => bytes };
}

function fileAt(path: string, format: Source['format'], read: FileReader): Source {
  return { path, fileName: basename(path), format, read: () => read(path) };
}

/** The file system by callbacks: with tens of thousands of small files, handles that are objects cost more than reading. */
const files = {
  open: promisify(fs.open),
  fstat: promisify(fs.fstat),
  read: promisify(fs.read),
  close: promisify(fs.close),
};

type FileReader = (path: string) => Promise<Uint8Array>;

/** A read that takes longer than this, in milliseconds, is slow. */
const SLOW = 5;

/** So many slow reads one after the other tell of a slow disk. */
const SLOW_ONES = 3;

/** So many files are read in turns from a slow disk before it is tried again. */
const IN_TURNS = 200;

/**
 * Reads files. From a disk that answers at once they are read at once, which for small files takes a
 * tenth of the work; from a slow one others get their turn while it is asked.
 */
function fileReader(): FileReader {
  let slow = 0;
  let inTurns = 0;
  return async (path) => {
    if (inTurns > 0) {
      inTurns -= 1;
      return readInTurns(path);
    }
    const begin = performance.now();
    try {
      return readAtOnce(path);
    } finally {
      slow = performance.now() - begin > SLOW ? slow + 1 : 0;
      if (slow === SLOW_ONES) [slow, inTurns] = [0, IN_TURNS];
    }
  };
}

/** A pipe that nobody writes into must not be waited for. */
const TO_READ = fs.constants.O_RDONLY | (fs.constants.O_NONBLOCK ?? 0);

function readAtOnce(path: string): Uint8Array {
  const file = fs.openSync(path, TO_READ);
  try {
    const bytes = roomFor(fs.fstatSync(file), path);
    return bytes.subarray(0, fs.readSync(file, bytes, 0, bytes.length, 0));
  } finally {
    fs.closeSync(file);
  }
}

/** A place for all of a file; fails where it is none, or too large. */
function roomFor(found: fs.Stats, path: string): Buffer {
  if (!found.isFile()) fail('file-not-text', `${path} is not a file. Choose a text file.`);
  if (found.size > LARGEST.cable) fail('file-too-large', tooLarge(path, found.size));
  return Buffer.allocUnsafeSlow(found.size);
}

async function readInTurns(path: string): Promise<Uint8Array> {
  const file = await files.open(path, TO_READ);
  try {
    const bytes = roomFor(await files.fstat(file), path);
    let size = 0;
    while (size < bytes.length) {
      const { bytesRead } = await files.read(file, bytes, size, bytes.length - size, size);
      if (bytesRead === 0) break;
      size += bytesRead;
    }
    return bytes.subarray(0, size);
  } finally {
    await files.close(file);
  }
}

function endingOf(path: string): string {
  return extname(path).toLowerCase();
}

import { z } from 'zod';
import { FailureError, type FailureCode } from '../../domain/failure.ts';
import { UnfitError } from '../../domain/transcription/transcription.ts';
import { isSqliteError } from './database.ts';

type Told = readonly [code: FailureCode, sentence: (path: string) => string];

/** What SQLite's result codes (https://www.sqlite.org/rescode.html) mean for the reader; longer codes begin with these. */
const told: readonly (readonly [beginning: string, ...told: Told])[] = [
  [
    'SQLITE_BUSY',
    'library-in-use',
    (path) =>
      `The library ${path} is in use by another program. Close it there, then open it here again.`,
  ],
  [
    'SQLITE_LOCKED',
    'library-in-use',
    (path) => `The library ${path} is in use. Wait a moment, then try again.`,
  ],
  [
    'SQLITE_FULL',
    'disk-full',
    (path) =>
      `There is no room left on the disk for the library ${path}. Nothing was changed. Make room, then try again.`,
  ],
  [
    'SQLITE_READONLY',
    'no-permission',
    (path) =>
      `The library ${path} may only be read. Change its permissions, or copy it to a folder of your own.`,
  ],
  [
    'SQLITE_PERM',
    'no-permission',
    (path) =>
      `The library ${path} may not be opened. Change its permissions, or copy it to a folder of your own.`,
  ],
  [
    'SQLITE_CANTOPEN',
    'no-permission',
    (path) =>
      `The library ${path} cannot be opened: its folder is missing or may not be written to. Change its permissions, or choose another folder.`,
  ],
  [
    'SQLITE_NOTADB',
    'not-a-library',
    (path) => `${path} is not a library of Cablewright. It was left as it is.`,
  ],
  ['SQLITE_CORRUPT', 'library-damaged', damaged],
  [
    'SQLITE_IOERR',
    'unexpected',
    (path) =>
      `The disk would not read or write the library ${path}. What was saved before is kept. Check the disk, then try again.`,
  ],
];

/** What is said of a library whose file is damaged. */
export function damaged(path: string): string {
  return `The library ${path} is damaged. It was left as it is. Open a backup copy of it instead.`;
}

/** An error of SQLite, or of reading what is stored, as the failure the reader is told; any other error as it is. */
export function explain(error: unknown, path: string): unknown {
  const found = isSqliteError(error)
    ? told.find(([beginning]) => error.code.startsWith(beginning))
    : undefined;
  if (found) return new FailureError(found[1], found[2](path));
  const unlike = unlikeOurs(error);
  return unlike === null ? error : new FailureError('library-damaged', notOurs(path, unlike));
}

/** What is stored is not as Cablewright writes it; the message says what, without a text of a cable. */
export class NotAsWritten extends Error {
  override readonly name = 'NotAsWritten';
}

/** What is said of a library that holds what Cablewright does not leave in one. */
export function notOurs(path: string, what: string): string {
  return `The library ${path} is not as Cablewright leaves one: ${what}. Another program may have changed it. Nothing was changed now. Verify it, and open a backup copy where it is not sound.`;
}

/** Errors of SQLite that come of tables and rows that are not as they should be. */
const FOREIGN =
  /^SQLITE_(?:CONSTRAINT|MISMATCH)|^SQLITE_ERROR (?:no such (?:table|column|index|trigger|view)|duplicate column|invalid fts5|malformed|unsupported file format|vtable constructor|attached databases must use the same text encoding|.*(?:already exists|has no column|not a table))/u;

/**
 * What tells, in the words of an error, that a library is not as we leave one: a table is missing, rows do not
 * belong together, a value cannot be read. Null where it tells no such thing. It holds no text of a cable.
 */
export function unlikeOurs(error: unknown): string | null {
  if (isSqliteError(error))
    return FOREIGN.test(`${error.code} ${error.message}`) ? error.message : null;
  if (error instanceof UnfitError) return error.message;
  if (error instanceof NotAsWritten) return error.message;
  if (error instanceof z.ZodError)
    return `what is stored has the wrong shape (${error.issues[0]?.path.join('.') || 'as a whole'})`;
  return error instanceof SyntaxError ? 'what is stored is no sound JSON' : null;
}

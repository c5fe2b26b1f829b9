import { closeSync, openSync, readSync } from 'node:fs';

/** What the first bytes of an SQLite file say (https://www.sqlite.org/fileformat2.html, 1.3). */
export interface Header {
  readonly applicationId: number;
  /** `user_version`: the number of the last migration the library has been through. */
  readonly migration: number;
}

const HEADER_LENGTH = 100;
const MAGIC = 'SQLite format 3\0';

/** Reads a file's header without opening it as a database, so that nothing is touched; null if it is no SQLite file. */
export function readHeader(path: string): Header | null {
  const bytes = Buffer.alloc(HEADER_LENGTH);
  const file = openSync(path, 'r');
  try {
    if (readSync(file, bytes, 0, HEADER_LENGTH, 0) < HEADER_LENGTH) return null;
  } finally {
    closeSync(file);
  }
  if (bytes.toString('latin1', 0, MAGIC.length) !== MAGIC) return null;
  return { migration: bytes.readInt32BE(60), applicationId: bytes.readInt32BE(68) };
}

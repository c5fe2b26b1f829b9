import { createHash } from 'node:crypto';
import { z } from 'zod';
import { OriginalFormat, TextEncoding, type Original } from '../../domain/library/cable.ts';
import { fail } from '../../domain/failure.ts';
import type { Database } from './database.ts';

/** An original on its way into the library: the bytes as they came, and what they say. */
export interface NewOriginal extends Omit<Original, 'byteLength' | 'importedAt'> {
  readonly bytes: Uint8Array;
}

const OriginalRow = z.object({
  sha256: z.string(),
  file_name: z.string(),
  encoding: TextEncoding,
  format: OriginalFormat,
  imported_at: z.string(),
  bytes: z.instanceof(Uint8Array),
  text: z.string(),
});

/** The SHA-256 of bytes in hexadecimal, by which an original is known again. */
export function sha256Of(bytes: Uint8Array): string {
  return createHash('sha256').update(bytes).digest('hex');
}

/** The originals of a library. They are only ever added. */
export function originalTable(db: Database) {
  const add = db.prepare<[string, string, string, string, string, Uint8Array, string]>(
    `INSERT INTO original (cable_id, sha256, file_name, encoding, format, bytes, text)
     VALUES (?, ?, ?, ?, ?, ?, ?)`,
  );
  const find = db.prepare<[string]>(
    `SELECT sha256, file_name, encoding, format, imported_at, bytes, text
       FROM original JOIN cable ON cable.id = original.cable_id WHERE cable_id = ?`,
  );
  const text = db.prepare<[string], { text: string }>(
    'SELECT text FROM original WHERE cable_id = ?',
  );
  const written = db.prepare<[string], Pick<Original, 'text' | 'format'>>(
    'SELECT text, format FROM original WHERE cable_id = ?',
  );
  const named = db.prepare<[string], { file_name: string }>(
    'SELECT file_name FROM original WHERE cable_id = ?',
  );
  const same = db.prepare<[string], { cable_id: string }>(
    'SELECT cable_id FROM original WHERE sha256 = ?',
  );

  return {
    add(cableId: string, original: NewOriginal): void {
      const { sha256, fileName, encoding, format, bytes, text: words } = original;
      add.run(cableId, sha256, fileName, encoding, format, bytes, words);
    },

    /** The original of a cable. Its bytes are checked against their SHA-256: what a disk has changed is never shown as evidence. */
    get(cableId: string): Original {
      const row = OriginalRow.parse(find.get(cableId) ?? noSuchCable());
      if (sha256Of(row.bytes) !== row.sha256)
        fail(
          'library-damaged',
          `The original ${row.file_name} is no longer as it was imported: its bytes do not give its SHA-256. Open a backup copy of this library instead.`,
        );
      return {
        text: row.text,
        fileName: row.file_name,
        sha256: row.sha256,
        byteLength: row.bytes.byteLength,
        encoding: row.encoding,
        format: row.format,
        importedAt: row.imported_at,
      };
    },

    /** The text of a cable's original. */
    textOf: (cableId: string): string => (text.get(cableId) ?? noSuchCable()).text,

    /** The text of a cable's original, and how it is written. */
    writtenOf: (cableId: string): Pick<Original, 'text' | 'format'> =>
      written.get(cableId) ?? noSuchCable(),

    /** The name of the file a cable came from. */
    fileNameOf: (cableId: string): string => (named.get(cableId) ?? noSuchCable()).file_name,

    /** The cable that holds an original with these bytes, null if there is none. */
    cableWith: (sha256: string): string | null => same.get(sha256)?.cable_id ?? null,
  };
}

/** Ends with the failure that a cable asked for is not in the library. */
export function noSuchCable(): never {
  return fail(
    'not-found',
    'This cable is not in the library any more. Choose another one in the list.',
  );
}

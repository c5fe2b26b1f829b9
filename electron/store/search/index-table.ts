import { indexedText } from '../../../domain/search/fold.ts';
import { isPlain } from '../../../domain/search/quick.ts';
import type { Known } from '../../../domain/metadata/effective.ts';
import { atTheEnd, type Database } from '../database.ts';
import { facetTable } from './facets.ts';
import { columnText, fieldColumns, lineFields, type FieldColumn } from './fields.ts';
import { lineTable } from './lines.ts';
import { noteTable } from './notes.ts';

/** What of a cable is searched. */
export interface Searched {
  readonly original: string;
  readonly transcription: string;
  /** The version of the transcription. */
  readonly version: number;
  readonly known: Known;
  readonly fileName: string;
}

/** A cable that has just come. */
export interface NewSearched extends Searched {
  readonly cableId: string;
  readonly importedAt: string;
  readonly proposals: number;
}

const FIELDS = Object.keys(fieldColumns) as readonly FieldColumn[];
/** The columns of the index, in their order. */
export const INDEXED: readonly string[] = ['original', 'transcription', ...FIELDS];
const COLUMNS = `rowid, ${INDEXED.join(', ')}`;
const VALUES = `?, ?, ?${', ?'.repeat(FIELDS.length)}`;

/**
 * What is derived from cables for searching, filtering, sorting and counting. It is written in the
 * transaction that writes what it is derived from. `changes` counts the writings, so that what was read
 * before can be known to be old.
 */
export function indexTable(db: Database) {
  const lines = lineTable(db);
  const facets = facetTable(db);
  const notes = noteTable(db);
  const add = db.prepare<(number | string)[]>(
    `INSERT INTO cable_index (${COLUMNS}) VALUES (${VALUES})`,
  );
  const put = db.prepare<(number | string)[]>(
    `INSERT OR REPLACE INTO cable_index (${COLUMNS}) VALUES (${VALUES})`,
  );
  const addReading = db.prepare<[number, number, string]>(
    'INSERT INTO reading (row, version, text) VALUES (?, ?, ?)',
  );
  const putReading = db.prepare<[number, number, string]>(
    'INSERT OR REPLACE INTO reading (row, version, text) VALUES (?, ?, ?)',
  );
  const reading = db.prepare<[number], string>('SELECT text FROM reading WHERE row = ?').pluck();
  const readings = db
    .prepare<[string], [number, string]>(
      'SELECT row, text FROM reading WHERE row IN (SELECT value FROM json_each(?))',
    )
    .raw();

  let changes = 0;
  const touched = new Set<number>();
  const usedAnew = new Set<string>();
  let noted: Set<number> | null = null;
  const touch = (row: number) => {
    changes += 1;
    touched.add(row);
    noted?.add(row);
  };

  // FTS5 writes down all it has at every savepoint, and many statements open one (those with triggers, and
  // any OR REPLACE): the words of new cables are written together, when nothing else is to be written.
  const writeWords = (write: typeof add, row: number, cable: Searched): void => {
    atTheEnd(db, () => {
      write.run(...wordsOf(row, cable));
    });
  };

  return {
    lines,
    facets,
    notes,

    /** Adds a new cable. Only within a transaction. */
    add(cable: NewSearched): void {
      const fields = lineFields(cable.known, cable.fileName);
      const row = lines.add({ ...cable, fields });
      addReading.run(row, cable.version, cable.transcription);
      facets.add(row, cable.known);
      writeWords(add, row, cable);
      touch(row);
    },

    /** Writes all of a cable in the place of what was there. Only within a transaction. */
    put(cableId: string, cable: Searched): void {
      const row = lines.rowOf(cableId);
      lines.put(row, lineFields(cable.known, cable.fileName));
      putReading.run(row, cable.version, cable.transcription);
      facets.put(row, cable.known);
      writeWords(put, row, cable);
      touch(row);
    },

    /** Writes the state of a cable and how many proposals wait in it, after these were changed. */
    settle(cableId: string): void {
      lines.settle(cableId);
      touch(lines.rowOf(cableId));
    },

    /** Counts anew what a cable's line counts. Only within a transaction. */
    recount(cableId: string): void {
      lines.recount(cableId);
      touch(lines.rowOf(cableId));
    },

    /** Leaves a cable out of all that is listed, counted and found, or takes it in again. Only within a transaction. */
    discard(cableId: string, gone: boolean): void {
      lines.discard(cableId, gone);
      touch(lines.rowOf(cableId));
    },

    /** Says that annotations of a cable have been written. */
    annotated(cableId: string): void {
      touch(lines.rowOf(cableId));
    },

    /** Says that annotations have come to have these tags, or have them no more. */
    tagged(tagIds: Iterable<string>): void {
      for (const id of tagIds) usedAnew.add(id);
    },

    /** The tags whose uses are others since this was asked for last. */
    takeTagged(): string[] {
      const ids = [...usedAnew];
      usedAnew.clear();
      return ids;
    },

    /** Says that the names of tags have changed. */
    renamed(): void {
      changes += 1;
    },

    /** The transcriptions of some rows, by them; those that have not been indexed are not there. */
    readings: (rows: readonly number[]): Map<number, string> =>
      new Map(readings.all(JSON.stringify(rows))),

    /** The transcription of a row as it reads today; null where it has not been indexed. */
    reading: (row: number): string | null => reading.get(row) ?? null,

    /**
     * Notes what is written from now on. Where it was taken back, the function given says that all of it is
     * another now; others may have read it meanwhile.
     */
    noting(): (takenBack: boolean) => void {
      const rows = new Set<number>();
      noted = rows;
      return (takenBack) => {
        noted = null;
        if (!takenBack) return;
        changes += 1;
        for (const row of rows) touched.add(row);
      };
    },

    /** How many writings there have been since the library was opened. */
    changes: (): number => changes,

    /** The rows written since this was asked for last. */
    takeTouched(): number[] {
      const rows = [...touched];
      touched.clear();
      return rows;
    },
  };
}

/** What the index is fed for a cable: its row, then its columns. */
export function wordsOf(
  row: number,
  { original, transcription, known, fileName }: Searched,
): (number | string)[] {
  return [
    row,
    fed(original),
    fed(transcription),
    ...FIELDS.map((column) => columnText(known, fileName, column)),
  ];
}

/** What the index is fed for a text: a plain one as it is, as FTS5 itself folds capitals. */
function fed(text: string): string {
  return isPlain(text) ? text : indexedText(text);
}

export type IndexTable = ReturnType<typeof indexTable>;

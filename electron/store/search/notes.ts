import { indexedText } from '../../../domain/search/fold.ts';
import type { Database } from '../database.ts';

/** What an adjudicator has rejected, or merged into another annotation, does not hold any more. */
export const HOLDS = "(verdict IS NULL OR verdict = 'accepted')";

/** The words of the notes of annotations. */
export function noteTable(db: Database) {
  const find = db
    .prepare<[string], number>('SELECT row FROM noted_annotation WHERE annotation_id = ?')
    .pluck();
  const add = db.prepare<[string]>('INSERT INTO noted_annotation (annotation_id) VALUES (?)');
  const put = db.prepare<[number, string]>(
    'INSERT OR REPLACE INTO note_index (rowid, note) VALUES (?, ?)',
  );
  // The words go with it, by a trigger.
  const remove = db.prepare<[string]>('DELETE FROM noted_annotation WHERE annotation_id = ?');
  const some = db
    .prepare<[string], number>('SELECT 1 FROM note_index WHERE note_index MATCH ? LIMIT 1')
    .pluck();
  const rows = db
    .prepare<[string], number>(
      `SELECT DISTINCT line.row FROM note_index
         JOIN noted_annotation AS noted ON noted.row = note_index.rowid
         JOIN annotation ON annotation.id = noted.annotation_id
         JOIN cable_line AS line ON line.cable_id = annotation.cable_id
        WHERE note_index MATCH ? AND ${HOLDS}`,
    )
    .pluck();

  return {
    /** Writes the words of a note in the place of what they were. Only within a transaction. */
    put(annotationId: string, note: string): void {
      if (note.trim() === '') {
        remove.run(annotationId);
        return;
      }
      const row = find.get(annotationId) ?? Number(add.run(annotationId).lastInsertRowid);
      put.run(row, indexedText(note));
    },

    /** Whether any note is found by an expression of FTS5. */
    some: (expression: string): boolean => some.get(expression) !== undefined,

    /** The rows of the cables whose notes an expression of FTS5 finds. */
    rows: (expression: string): number[] => rows.all(expression),
  };
}

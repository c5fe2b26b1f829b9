import { connect, type Database } from '../store/database.ts';

/**
 * All that is derived from the cables of a library that nobody has open, told by what it is derived from:
 * lines, readings, values by facet, and every word of cables and notes with the place where it stands.
 */
export function indexOf(path: string): Record<string, unknown> {
  const db = connect(path, 'must-be-there');
  try {
    return {
      lines: db.prepare('SELECT * FROM cable_line ORDER BY cable_id').all(),
      readings: all(db, 'SELECT cable_id, version, text FROM reading JOIN cable_line USING (row)'),
      facets: FACETS.flatMap((facet) =>
        all(
          db,
          `SELECT cable_id, '${facet}' AS facet, list FROM cable_facet JOIN cable_line USING (row)
             JOIN facet_list ON facet_list.id = cable_facet.${facet}`,
        ),
      ),
      words: words(db, 'cable_index', 'SELECT row, cable_id AS id FROM cable_line'),
      notes: words(db, 'note_index', 'SELECT row, annotation_id AS id FROM noted_annotation'),
    };
  } finally {
    db.close();
  }
}

/** Takes everything of the index out of a library that nobody has open; of its lines only the cables are left, and which of them were deleted. */
export function forgetIndex(path: string): void {
  const db = connect(path, 'must-be-there');
  db.exec(`DELETE FROM reading; DELETE FROM cable_facet; DELETE FROM noted_annotation;
    DELETE FROM facet_list; DELETE FROM setting WHERE name = 'index';
    INSERT INTO cable_index (cable_index) VALUES ('delete-all');
    UPDATE cable_line SET sort_key = '', title = '', number = '', telegram_number = '', kind = '',
      date = '', sender = '', recipient = '', signatory = '', classification = '', state = 'imported',
      annotations = 0, proposals = 99;`);
  db.close();
}

const FACETS = ['classification', 'kind', 'date', 'sender', 'recipient', 'signatory'];

function all(db: Database, rows: string): unknown[] {
  return db.prepare(`SELECT * FROM (${rows}) ORDER BY 1, 2, 3`).all();
}

/** The words of an index: `CABLE COLUMN PLACE WORD`, in order. */
function words(db: Database, index: string, names: string): string[] {
  db.exec(`CREATE VIRTUAL TABLE temp.${index}_words USING fts5vocab(main, ${index}, 'instance')`);
  return db
    .prepare<[], string>(
      `SELECT coalesce(id, 'no cable') || ' ' || col || ' ' || "offset" || ' ' || term
         FROM temp.${index}_words LEFT JOIN (${names}) ON row = doc ORDER BY 1`,
    )
    .pluck()
    .all();
}

import type { Database } from '../database.ts';

/** What annotations that came from elsewhere were called there. */
export function originTable(db: Database) {
  const put = db.prepare<[string, string]>(
    `INSERT INTO annotation_origin (annotation_id, iri) VALUES (?, ?)
     ON CONFLICT (annotation_id) DO UPDATE SET iri = excluded.iri`,
  );
  const called = db
    .prepare<[string], string>('SELECT annotation_id FROM annotation_origin WHERE iri = ?')
    .pluck();

  return {
    /** Says what an annotation was called where it came from. */
    put(annotationId: string, iri: string): void {
      put.run(annotationId, iri);
    },

    /** The id that the annotation with an IRI has here; null where none has come. */
    idOf: (iri: string): string | null => called.get(iri) ?? null,
  };
}

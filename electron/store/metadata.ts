import type { FieldEmendation } from '../../domain/metadata/field-emendation.ts';
import { MetadataField, type MetadataEntry } from '../../domain/metadata/metadata.ts';
import type { Database } from './database.ts';
import { fieldEmendationTable } from './field-emendations.ts';

interface MetadataRow {
  readonly field: MetadataField;
  readonly ordinal: number;
  readonly value: string;
  readonly evidence_from: number | null;
  readonly evidence_to: number | null;
  readonly rule: string;
}

/** The first value of a field of `cable` as it holds: the editor's, else what cleaning found; null where it has none. */
export function firstValue(field: MetadataField): string {
  const here = `cable_id = cable.id AND field = '${field}'`;
  return `iif(EXISTS (SELECT 1 FROM field_emendation WHERE ${here}),
    (SELECT readings ->> 0 FROM field_emendation WHERE ${here}),
    (SELECT value FROM metadata WHERE ${here} AND ordinal = 0))`;
}

/**
 * The key of the list's order: date, number, title. Undated cables come after dated ones, those
 * without a number after those with one; what has no title goes by the name of its file.
 */
const SORT_KEY = `
  UPDATE cable SET sort_key =
    coalesce(${firstValue('date')}, '9999')
    || ' ' ||
    coalesce((SELECT printf('%08d %s', CAST(value AS INTEGER), value)
                FROM (SELECT ${firstValue('number')} AS value) WHERE value IS NOT NULL), '99999999 ')
    || ' ' ||
    coalesce(${firstValue('title')}, (SELECT file_name FROM original WHERE cable_id = cable.id))
  WHERE id = ?`;

/** What is known of cables beside their texts. */
export function metadataTable(db: Database) {
  const clear = db.prepare<[string]>('DELETE FROM metadata WHERE cable_id = ?');
  const add = db.prepare<MetadataRow & { cable_id: string }>(
    `INSERT INTO metadata (cable_id, field, ordinal, value, evidence_from, evidence_to, rule)
     VALUES (@cable_id, @field, @ordinal, @value, @evidence_from, @evidence_to, @rule)`,
  );
  const emendations = fieldEmendationTable(db);
  const sort = db.prepare<[string]>(SORT_KEY);
  const list = db.prepare<[string], MetadataRow>(
    `SELECT field, ordinal, value, evidence_from, evidence_to, rule
       FROM metadata WHERE cable_id = ? ORDER BY ordinal`,
  );

  return {
    /** Writes all metadata of a cable in place of what was there, and with them its place in the list. */
    write(cableId: string, entries: readonly MetadataEntry[]): void {
      clear.run(cableId);
      for (const row of numbered(entries)) add.run({ ...row, cable_id: cableId });
      sort.run(cableId);
    },

    /** What editors read in the place of the metadata. */
    emendations,

    /** Writes what an editor reads in a field, and with it the cable's place in the list. Only within a transaction. */
    emend(cableId: string, field: MetadataField, emendation: FieldEmendation | null): void {
      emendations.put(cableId, field, emendation);
      sort.run(cableId);
    },

    /** The metadata of a cable in the order of `MetadataField`. */
    list: (cableId: string): MetadataEntry[] =>
      list
        .all(cableId)
        .toSorted((a, b) => places.indexOf(a.field) - places.indexOf(b.field))
        .map(({ field, value, evidence_from: from, evidence_to: to, rule }) => ({
          field,
          value,
          evidence: from === null || to === null ? null : { from, to },
          rule,
        })),
  };
}

const places = MetadataField.options;

/** The entries with their numbers, which count from 0 within each field. */
function numbered(entries: readonly MetadataEntry[]): MetadataRow[] {
  const counts = new Map<MetadataField, number>();
  return entries.map(({ field, value, evidence, rule }) => {
    const ordinal = counts.get(field) ?? 0;
    counts.set(field, ordinal + 1);
    const [evidence_from, evidence_to] = [evidence?.from ?? null, evidence?.to ?? null];
    return { field, ordinal, value, evidence_from, evidence_to, rule };
  });
}

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

/** What is known of cables beside their texts. */
export function metadataTable(db: Database) {
  const clear = db.prepare<[string]>('DELETE FROM metadata WHERE cable_id = ?');
  const insert = db.prepare<(string | number | null)[]>(
    `INSERT INTO metadata (cable_id, field, ordinal, value, evidence_from, evidence_to, rule)
     VALUES (?, ?, ?, ?, ?, ?, ?)`,
  );
  const emendations = fieldEmendationTable(db);
  const list = db.prepare<[string], MetadataRow>(
    `SELECT field, ordinal, value, evidence_from, evidence_to, rule
       FROM metadata WHERE cable_id = ? ORDER BY ordinal`,
  );

  const add = (cableId: string, entries: readonly MetadataEntry[]): void => {
    const counts = new Map<MetadataField, number>();
    for (const { field, value, evidence, rule } of entries) {
      const ordinal = counts.get(field) ?? 0;
      counts.set(field, ordinal + 1);
      const { from = null, to = null } = evidence ?? {};
      insert.run(cableId, field, ordinal, value, from, to, rule);
    }
  };

  return {
    /** Adds the metadata of a new cable. Only within a transaction. */
    add,

    /** Writes all metadata of a cable in place of what was there. Only within a transaction. */
    write(cableId: string, entries: readonly MetadataEntry[]): void {
      clear.run(cableId);
      add(cableId, entries);
    },

    /** What editors read in the place of the metadata. */
    emendations,

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

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
  const add = db.prepare<MetadataRow & { cable_id: string }>(
    `INSERT INTO metadata (cable_id, field, ordinal, value, evidence_from, evidence_to, rule)
     VALUES (@cable_id, @field, @ordinal, @value, @evidence_from, @evidence_to, @rule)`,
  );
  const emendations = fieldEmendationTable(db);
  const list = db.prepare<[string], MetadataRow>(
    `SELECT field, ordinal, value, evidence_from, evidence_to, rule
       FROM metadata WHERE cable_id = ? ORDER BY ordinal`,
  );

  return {
    /** Writes all metadata of a cable in place of what was there. */
    write(cableId: string, entries: readonly MetadataEntry[]): void {
      clear.run(cableId);
      for (const row of numbered(entries)) add.run({ ...row, cable_id: cableId });
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

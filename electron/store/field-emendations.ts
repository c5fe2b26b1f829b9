import type { FieldEmendation } from '../../domain/metadata/field-emendation.ts';
import { MetadataField } from '../../domain/metadata/metadata.ts';
import type { Database } from './database.ts';
import { storedStrings } from './stored.ts';

interface FieldEmendationRow extends Omit<FieldEmendation, 'values'> {
  /** A JSON list of strings. */
  readonly readings: string;
}

/** What editors read in the fields of cables in the place of what cleaning found. */
export function fieldEmendationTable(db: Database) {
  const put = db.prepare<FieldEmendationRow & { cable_id: string }>(
    `INSERT INTO field_emendation (cable_id, field, readings, author, time)
     VALUES (@cable_id, @field, @readings, @author, @time)
     ON CONFLICT (cable_id, field) DO UPDATE SET
       readings = excluded.readings, author = excluded.author, time = excluded.time`,
  );
  const remove = db.prepare<[string, string]>(
    'DELETE FROM field_emendation WHERE cable_id = ? AND field = ?',
  );
  const list = db.prepare<[string], FieldEmendationRow>(
    'SELECT field, readings, author, time FROM field_emendation WHERE cable_id = ?',
  );

  const listOf = (cableId: string): FieldEmendation[] =>
    list
      .all(cableId)
      .map(({ readings, ...row }) => ({ ...row, values: storedStrings(readings) }))
      .toSorted((a, b) => places.indexOf(a.field) - places.indexOf(b.field));

  return {
    /** What editors read in the fields of a cable, in the order of `MetadataField`. */
    list: listOf,

    /** What an editor reads in a field; null where it is left to the cleaning. */
    find: (cableId: string, field: MetadataField): FieldEmendation | null =>
      listOf(cableId).find((emendation) => emendation.field === field) ?? null,

    /** Writes what an editor reads in a field; null leaves it to the cleaning. Only within a transaction. */
    put(cableId: string, field: MetadataField, emendation: FieldEmendation | null): void {
      if (!emendation) {
        remove.run(cableId, field);
        return;
      }
      const { values, ...row } = emendation;
      put.run({ ...row, cable_id: cableId, readings: JSON.stringify(values) });
    },
  };
}

const places = MetadataField.options;

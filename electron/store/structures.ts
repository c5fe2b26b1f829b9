import type { Structure } from '../../domain/structure/structure.ts';
import type { Database } from './database.ts';

interface StructureRow extends Omit<Structure, 'from' | 'to'> {
  readonly from_at: number;
  readonly to_at: number;
}

/** The stand-off markup over originals. */
export function structureTable(db: Database) {
  const clear = db.prepare<[string]>('DELETE FROM structure WHERE cable_id = ?');
  const insert = db.prepare<(string | number | null)[]>(
    `INSERT INTO structure (cable_id, ordinal, type, from_at, to_at, label, note)
     VALUES (?, ?, ?, ?, ?, ?, ?)`,
  );
  const list = db.prepare<[string], StructureRow>(
    'SELECT type, from_at, to_at, label, note FROM structure WHERE cable_id = ? ORDER BY ordinal',
  );
  const add = (cableId: string, pieces: readonly Structure[]): void => {
    for (const [ordinal, { type, from, to, label, note }] of pieces.entries())
      insert.run(cableId, ordinal, type, from, to, label, note);
  };

  return {
    /** Adds the structure of a new cable. Only within a transaction. */
    add,

    /** Writes all structure of a cable in place of what was there. Only within a transaction. */
    write(cableId: string, pieces: readonly Structure[]): void {
      clear.run(cableId);
      add(cableId, pieces);
    },

    /** The structure of a cable, in the order in which it was found. */
    list: (cableId: string): Structure[] =>
      list
        .all(cableId)
        .map(({ from_at, to_at, ...rest }) => ({ ...rest, from: from_at, to: to_at })),
  };
}

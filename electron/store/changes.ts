import type { Change } from '../../domain/change/change.ts';
import type { Database } from './database.ts';

interface ChangeRow extends Omit<Change, 'from' | 'to' | 'insert'> {
  readonly from_at: number;
  readonly to_at: number;
  readonly insertion: string;
}

/** The changes that cleaning proposed for originals, and what became of them. */
export function changeTable(db: Database) {
  const add = db.prepare<ChangeRow & { cable_id: string }>(
    `INSERT INTO change (cable_id, from_at, to_at, rule, insertion, certainty, status, reason)
     VALUES (@cable_id, @from_at, @to_at, @rule, @insertion, @certainty, @status, @reason)`,
  );
  const list = db.prepare<[string], ChangeRow>(
    `SELECT from_at, to_at, rule, insertion, certainty, status, reason
       FROM change WHERE cable_id = ? ORDER BY from_at, to_at, rule`,
  );
  return {
    add(cableId: string, changes: readonly Change[]): void {
      for (const { from, to, insert, ...rest } of changes)
        add.run({ ...rest, cable_id: cableId, from_at: from, to_at: to, insertion: insert });
    },

    /** The changes of a cable in reading order. */
    list: (cableId: string): Change[] =>
      list.all(cableId).map(({ from_at, to_at, insertion, ...rest }) => ({
        ...rest,
        from: from_at,
        to: to_at,
        insert: insertion,
      })),
  };
}

import type { Change } from '../../domain/change/change.ts';
import type { ChangeKey, StoredChange } from '../../domain/change/decision.ts';
import type { Database } from './database.ts';

interface ChangeRow extends Omit<
  StoredChange,
  'from' | 'to' | 'insert' | 'decidedBy' | 'decidedAt'
> {
  readonly from_at: number;
  readonly to_at: number;
  readonly insertion: string;
  readonly decided_by: string | null;
  readonly decided_at: string | null;
}

/** Changes that gave way, and those that came: carried out the other way round it is undone. */
export interface Replaced {
  readonly remove: ChangeKey[];
  readonly put: StoredChange[];
}

const COLUMNS =
  'from_at, to_at, rule, insertion, certainty, status, reason, decided_by, decided_at';
const VALUES =
  '@from_at, @to_at, @rule, @insertion, @certainty, @status, @reason, @decided_by, @decided_at';
const KEY = 'cable_id = ? AND from_at = ? AND to_at = ? AND rule = ?';

/** The changes that cleaning proposed for originals, and what became of them. */
export function changeTable(db: Database) {
  const insert = `INSERT INTO change (cable_id, ${COLUMNS}) VALUES (@cable_id, ${VALUES})`;
  const add = db.prepare<(string | number | null)[]>(
    `INSERT INTO change (cable_id, from_at, to_at, rule, insertion, certainty, status, reason)
     VALUES (?, ?, ?, ?, ?, ?, ?, ?)`,
  );
  const put = db.prepare<ChangeRow & { cable_id: string }>(
    `${insert} ON CONFLICT (cable_id, from_at, to_at, rule) DO UPDATE SET
       insertion = excluded.insertion, certainty = excluded.certainty, status = excluded.status,
       reason = excluded.reason, decided_by = excluded.decided_by, decided_at = excluded.decided_at`,
  );
  const list = db.prepare<[string], ChangeRow>(
    `SELECT ${COLUMNS} FROM change WHERE cable_id = ? ORDER BY from_at, to_at, rule`,
  );
  const find = db.prepare<[string, number, number, string], ChangeRow>(
    `SELECT ${COLUMNS} FROM change WHERE ${KEY}`,
  );
  const remove = db.prepare<[string, number, number, string], ChangeRow>(
    `DELETE FROM change WHERE ${KEY} RETURNING ${COLUMNS}`,
  );

  return {
    /** Adds what cleaning found in a new cable. Only within a transaction. */
    add(cableId: string, changes: readonly Change[]): void {
      for (const { from, to, rule, insert: words, certainty, status, reason } of changes)
        add.run(cableId, from, to, rule, words, certainty, status, reason);
    },

    /** Puts changes in the place of others; returns what takes that back. Only within a transaction. */
    replace(cableId: string, gone: readonly ChangeKey[], come: readonly StoredChange[]): Replaced {
      const before = gone.flatMap(({ from, to, rule }) => remove.all(cableId, from, to, rule));
      const fresh: ChangeKey[] = [];
      for (const change of come) {
        const { from, to, rule } = change;
        const row = find.get(cableId, from, to, rule);
        if (row) before.push(row);
        else fresh.push({ from, to, rule });
        put.run(toRow(cableId, change));
      }
      return { remove: fresh, put: before.map(fromRow) };
    },

    /** The changes of a cable in reading order. */
    list: (cableId: string): StoredChange[] => list.all(cableId).map(fromRow),
  };
}

function toRow(cableId: string, { from, to, insert, ...rest }: StoredChange) {
  const { decidedBy: decided_by, decidedAt: decided_at, ...same } = rest;
  const place = { cable_id: cableId, from_at: from, to_at: to, insertion: insert };
  return { ...same, ...place, decided_by, decided_at };
}

function fromRow(row: ChangeRow): StoredChange {
  const { from_at: from, to_at: to, insertion: insert, ...rest } = row;
  const { decided_by: decidedBy, decided_at: decidedAt, ...same } = rest;
  return { ...same, from, to, insert, decidedBy, decidedAt };
}

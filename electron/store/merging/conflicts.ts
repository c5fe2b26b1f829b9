import { fail } from '../../../domain/failure.ts';
import { Conflict } from '../../../domain/merge/conflict.ts';
import type { Database } from '../database.ts';

interface Row {
  readonly id: string;
  readonly thing: string;
  readonly decided: 0 | 1;
  readonly value: string;
}

/** What two people have done to one thing, each without knowing of the other. */
export function conflictTable(db: Database) {
  const put = db.prepare<Row>(
    `INSERT INTO conflict (id, thing, decided, value) VALUES (@id, @thing, @decided, @value)
     ON CONFLICT (id) DO UPDATE SET decided = excluded.decided, value = excluded.value`,
  );
  const remove = db.prepare<[string]>('DELETE FROM conflict WHERE id = ?');
  const find = db.prepare<[string], string>('SELECT value FROM conflict WHERE id = ?').pluck();
  const all = db.prepare<[], string>('SELECT value FROM conflict ORDER BY id').pluck();
  const open = db
    .prepare<[], string>('SELECT value FROM conflict WHERE decided = 0 ORDER BY id')
    .pluck();
  const slice = db
    .prepare<[number, number], string>(
      `SELECT value FROM conflict ORDER BY decided, value ->> 'cableId', thing, id LIMIT ? OFFSET ?`,
    )
    .pluck();
  const counts = db.prepare<[], { total: number; open: number }>(
    'SELECT count(*) AS total, count(*) FILTER (WHERE decided = 0) AS open FROM conflict',
  );

  return {
    /** Puts a conflict in place, new or decided. Only within a transaction. */
    put(conflict: Conflict): void {
      const { id, thing } = conflict;
      put.run({ id, thing, decided: conflict.decided ? 1 : 0, value: JSON.stringify(conflict) });
    },

    /** Takes a conflict away. Only within a transaction. */
    remove(id: string): void {
      remove.run(id);
    },

    /** The conflict; null if there is none. */
    find(id: string): Conflict | null {
      const value = find.get(id);
      return value === undefined ? null : conflictOf(value);
    },

    /** The conflict; fails with `not-found` if there is none. */
    get(id: string): Conflict {
      const value = find.get(id);
      return value === undefined
        ? fail(
            'not-found',
            'This conflict is not there any more: the merge it came with was undone.',
          )
        : conflictOf(value);
    },

    /** All conflicts. */
    list: (): Conflict[] => all.all().map(conflictOf),

    /** Those that wait for a decision. */
    open: (): Conflict[] => open.all().map(conflictOf),

    /** A stretch of the conflicts, the open ones first, those of a cable together. */
    slice: (offset: number, limit: number): Conflict[] => slice.all(limit, offset).map(conflictOf),

    /** How many conflicts there are, and how many of them wait for a decision. */
    counts: (): { total: number; open: number } => counts.get() ?? { total: 0, open: 0 },
  };
}

export type ConflictTable = ReturnType<typeof conflictTable>;

function conflictOf(value: string): Conflict {
  return Conflict.parse(JSON.parse(value));
}

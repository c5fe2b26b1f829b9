import type { CableName } from '../../domain/library/cable.ts';
import { fail } from '../../domain/failure.ts';
import type { Discarded } from '../../domain/journal/operation.ts';
import type { Database } from './database.ts';

/** A condition that leaves out deleted cables; `cableId` is the column that names the cable. */
export function kept(cableId: string): string {
  return `NOT EXISTS (SELECT 1 FROM discarded_cable AS gone WHERE gone.cable_id = ${cableId})`;
}

interface Row {
  readonly cable_id: string;
  readonly author: string;
  readonly time: string;
}

/** A deleted cable as it is listed: who has deleted it, and when. */
export interface ListedDiscarded extends CableName {
  readonly author: string;
  readonly time: string;
}

/** The cables that somebody has deleted. They are kept, and nothing of them is ever taken out of the library. */
export function discardedTable(db: Database) {
  const add = db.prepare<[string, string, string]>(
    `INSERT INTO discarded_cable (cable_id, author, time) SELECT value, ?, ? FROM json_each(?)
       WHERE true ON CONFLICT DO NOTHING`,
  );
  const remove = db.prepare<[string], Row>(
    `DELETE FROM discarded_cable WHERE cable_id IN (SELECT value FROM json_each(?))
       RETURNING cable_id, author, time`,
  );
  const find = db.prepare<[string], Row>(
    'SELECT cable_id, author, time FROM discarded_cable WHERE cable_id = ?',
  );
  const among = db.prepare<[string], { cable_id: string }>(
    'SELECT cable_id FROM discarded_cable WHERE cable_id IN (SELECT value FROM json_each(?))',
  );
  const keptAmong = db.prepare<[string], { id: string }>(
    `SELECT cable.id FROM json_each(?) AS named JOIN cable ON cable.id = named.value
      WHERE ${kept('cable.id')} ORDER BY named.key`,
  );
  const count = db.prepare<[], { total: number }>('SELECT count(*) AS total FROM discarded_cable');
  const list = db.prepare<[number, number], ListedDiscarded>(
    `SELECT cable_id AS id, title, number, date, author, time
       FROM (SELECT * FROM discarded_cable ORDER BY time DESC, cable_id DESC LIMIT ? OFFSET ?)
       JOIN cable_line USING (cable_id)
      ORDER BY time DESC, cable_id DESC`,
  );
  const isGone = (id: string): boolean => find.get(id) !== undefined;

  return {
    /** Leaves cables out from now on; those that are left out already stay as they are. Only within a transaction. */
    add({ ids, author, time }: Discarded): void {
      add.run(author, time, JSON.stringify(ids));
    },

    /** Brings cables back; tells what was said of them, by who has deleted them and when. Only within a transaction. */
    remove(ids: readonly string[]): Discarded[] {
      const said = new Map<string, Discarded & { readonly ids: string[] }>();
      for (const { cable_id: id, author, time } of remove.all(JSON.stringify(ids))) {
        const known = said.get(`${time} ${author}`);
        if (known) known.ids.push(id);
        else said.set(`${time} ${author}`, { author, time, ids: [id] });
      }
      return [...said.values()];
    },

    /** Whether a cable has been deleted. */
    has: isGone,

    /** Those of some cables that have been deleted. */
    among: (ids: readonly string[]): Set<string> =>
      new Set(among.all(JSON.stringify(ids)).map(({ cable_id: id }) => id)),

    /** Those of some cables that are in the library and have not been deleted, in the order in which they are named. */
    keptAmong: (ids: readonly string[]): string[] =>
      keptAmong.all(JSON.stringify(ids)).map(({ id }) => id),

    /** How many cables have been deleted. */
    count: (): number => count.get()?.total ?? 0,

    /** A stretch of the deleted cables, those deleted last first. */
    list: (offset: number, limit: number): ListedDiscarded[] => list.all(limit, offset),

    /** Fails with `discarded` where a cable has been deleted. */
    refuse(id: string): void {
      const row = find.get(id);
      if (!row) return;
      const who = row.author === '' ? 'somebody' : row.author;
      fail(
        'discarded',
        `This cable was deleted by ${who} on ${row.time.slice(0, 10)}. Nothing of it is lost: bring it back to read it.`,
      );
    },
  };
}

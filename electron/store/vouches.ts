import type { ReviewState, Vouch } from '../../domain/review/review.ts';
import type { Database } from './database.ts';

interface StateRow {
  readonly state: ReviewState;
  readonly total: number;
}

/** The state of a cable: what somebody vouches for, else what the cleaning has left to decide on. */
const STATE = `
  UPDATE cable SET state = coalesce(
    (SELECT state FROM vouch WHERE cable_id = cable.id),
    iif(EXISTS (SELECT 1 FROM change WHERE cable_id = cable.id AND status = 'proposed'), 'imported', 'cleaned'))
  WHERE id = ?`;

/** Who has said how far cables have come. */
export function vouchTable(db: Database) {
  const find = db.prepare<[string], Vouch>(
    'SELECT state, author, time FROM vouch WHERE cable_id = ?',
  );
  const put = db.prepare<Vouch & { cable_id: string }>(
    `INSERT INTO vouch (cable_id, state, author, time) VALUES (@cable_id, @state, @author, @time)
     ON CONFLICT (cable_id) DO UPDATE SET
       state = excluded.state, author = excluded.author, time = excluded.time`,
  );
  const remove = db.prepare<[string]>('DELETE FROM vouch WHERE cable_id = ?');
  const settle = db.prepare<[string]>(STATE);
  const counts = db.prepare<[], StateRow>(
    `SELECT state, sum(cables) AS total FROM (
        SELECT state, count(*) AS cables FROM cable GROUP BY state
        UNION ALL
        SELECT state, -count(*) FROM discarded_cable JOIN cable ON id = cable_id GROUP BY state)
      GROUP BY state`,
  );

  return {
    /** Who vouches for a cable; null where nobody does. */
    find: (cableId: string): Vouch | null => find.get(cableId) ?? null,

    /** Somebody vouches for a cable, in the place of whoever did before. */
    put(cableId: string, vouch: Vouch): void {
      put.run({ ...vouch, cable_id: cableId });
      settle.run(cableId);
    },

    /** Nobody vouches for a cable any more. */
    remove(cableId: string): void {
      remove.run(cableId);
      settle.run(cableId);
    },

    /** Writes the state of a cable after its changes were written. */
    settle(cableId: string): void {
      settle.run(cableId);
    },

    /** How many cables are in each state. */
    counts(): Record<ReviewState, number> {
      const all = { imported: 0, cleaned: 0, corrected: 0, proofread: 0 };
      for (const { state, total } of counts.all()) all[state] = total;
      return all;
    },
  };
}

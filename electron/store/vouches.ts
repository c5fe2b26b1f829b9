import type { Vouch } from '../../domain/review/review.ts';
import type { Database } from './database.ts';

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

  return {
    /** Who vouches for a cable; null where nobody does. */
    find: (cableId: string): Vouch | null => find.get(cableId) ?? null,

    /** Somebody vouches for a cable, in the place of whoever did before. */
    put(cableId: string, vouch: Vouch): void {
      put.run({ ...vouch, cable_id: cableId });
    },

    /** Nobody vouches for a cable any more. */
    remove(cableId: string): void {
      remove.run(cableId);
    },
  };
}

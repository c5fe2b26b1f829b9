import type { Emendation } from '../../domain/emendation/emendation.ts';
import type { Database } from './database.ts';

interface EmendationRow extends Omit<Emendation, 'from' | 'to' | 'insert' | 'witness' | 'lost'> {
  readonly from_at: number;
  readonly to_at: number;
  readonly insertion: string;
  readonly witness_id: string | null;
  readonly lost: string | null;
  readonly exact: string | null;
  readonly prefix: string | null;
  readonly suffix: string | null;
}

/** Emendations that gave way, by their ids, and those that came: the other way round it is undone. */
export interface EmendationsReplaced {
  readonly remove: string[];
  readonly put: Emendation[];
}

const COLUMNS =
  'id, from_at, to_at, rank, insertion, author, time, reason, note, witness_id, lost, exact, prefix, suffix';
const VALUES =
  '@id, @from_at, @to_at, @rank, @insertion, @author, @time, @reason, @note, @witness_id, @lost, @exact, @prefix, @suffix';

/** What editors have put in the place of words of cleaned texts. */
export function emendationTable(db: Database) {
  const put = db.prepare<EmendationRow & { cable_id: string }>(
    `INSERT INTO emendation (cable_id, ${COLUMNS}) VALUES (@cable_id, ${VALUES})
     ON CONFLICT (cable_id, id) DO UPDATE SET
       from_at = excluded.from_at, to_at = excluded.to_at, rank = excluded.rank, insertion = excluded.insertion,
       author = excluded.author, time = excluded.time, reason = excluded.reason,
       note = excluded.note, witness_id = excluded.witness_id, lost = excluded.lost,
       exact = excluded.exact, prefix = excluded.prefix, suffix = excluded.suffix`,
  );
  const list = db.prepare<[string], EmendationRow>(
    `SELECT ${COLUMNS} FROM emendation WHERE cable_id = ? ORDER BY from_at, to_at, rank, id`,
  );
  const find = db.prepare<[string, string], EmendationRow>(
    `SELECT ${COLUMNS} FROM emendation WHERE cable_id = ? AND id = ?`,
  );
  const remove = db.prepare<[string, string], EmendationRow>(
    `DELETE FROM emendation WHERE cable_id = ? AND id = ? RETURNING ${COLUMNS}`,
  );
  const findOne = (cableId: string, id: string): Emendation | null => {
    const row = find.get(cableId, id);
    return row ? fromRow(row) : null;
  };

  return {
    /** The emendations of a cable in reading order, lost ones among them. */
    list: (cableId: string): Emendation[] => list.all(cableId).map(fromRow),

    /** One emendation; null where there is none. */
    find: findOne,

    /** Puts emendations in the place of others; returns what takes that back. Only within a transaction. */
    replace(
      cableId: string,
      gone: readonly string[],
      come: readonly Emendation[],
    ): EmendationsReplaced {
      const before = gone.flatMap((id) => remove.all(cableId, id)).map(fromRow);
      const fresh: string[] = [];
      for (const emendation of come) {
        const was = findOne(cableId, emendation.id);
        if (was) before.push(was);
        else fresh.push(emendation.id);
        put.run(toRow(cableId, emendation));
      }
      return { remove: fresh, put: before };
    },
  };
}

function toRow(cableId: string, { from, to, insert, witness, lost, ...rest }: Emendation) {
  const { exact = null, prefix = null, suffix = null } = lost?.quote ?? {};
  const place = { cable_id: cableId, from_at: from, to_at: to, insertion: insert };
  return {
    ...rest,
    ...place,
    witness_id: witness,
    lost: lost?.reason ?? null,
    exact,
    prefix,
    suffix,
  };
}

function fromRow(row: EmendationRow): Emendation {
  const { from_at: from, to_at: to, insertion: insert, witness_id: witness, ...rest } = row;
  const { lost: reason, exact, prefix, suffix, ...same } = rest;
  const lost =
    reason === null || exact === null || prefix === null || suffix === null
      ? null
      : { reason, quote: { exact, prefix, suffix } };
  // The order of the keys is that of the type, so that what is compared as JSON compares well.
  return { ...same, from, to, insert, witness, lost };
}

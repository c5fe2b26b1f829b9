import type { CableName, CableSummary } from '../../../domain/library/cable.ts';
import { CABLES } from '../../../domain/limits.ts';
import type { Review, ReviewState } from '../../../domain/review/review.ts';
import type { Database } from '../database.ts';
import { NotAsWritten } from '../failures.ts';
import { noSuchCable } from '../originals.ts';
import { sortKey, type LineFields } from './fields.ts';

/** A cable that has just come: what its line shows. */
export interface NewLine {
  readonly cableId: string;
  readonly fields: LineFields;
  readonly proposals: number;
  readonly importedAt: string;
}

/** What a cable is known by, and where it stands in the list. */
export interface NamedLine extends CableName {
  readonly sortKey: string;
  readonly row: number;
}

type LineRow = Omit<CableSummary, 'review'> & Review;

const SUMMARY = `
  SELECT line.cable_id AS id, title, number, telegram_number AS telegramNumber, kind, date,
    sender AS "from", recipient AS "to", signatory, classification, annotations, proposals,
    imported_at AS imported, line.state, author, time
  FROM cable_line AS line LEFT JOIN vouch ON vouch.cable_id = line.cable_id`;

const NAME = 'cable_id AS id, title, number, date';

/** The list in its order. Its index has nothing else, so that skipping lines reads no line. */
const IN_ORDER = 'FROM cable_line WHERE discarded = 0 ORDER BY sort_key, row';

/** The lines of the library's list: all that it shows and sorts by, one row a cable. */
export function lineTable(db: Database) {
  const add = db.prepare<
    LineParameters & { cableId: string; importedAt: string; proposals: number }
  >(
    `INSERT INTO cable_line (cable_id, sort_key, title, number, telegram_number, kind, date, sender,
       recipient, signatory, classification, state, annotations, proposals, imported_at)
     VALUES (@cableId, @sortKey, @title, @number, @telegramNumber, @kind, @date, @from, @to, @signatory,
       @classification, iif(@proposals > 0, 'imported', 'cleaned'), 0, @proposals, @importedAt)`,
  );
  const put = db.prepare<LineParameters & { row: number }>(
    `UPDATE cable_line SET sort_key = @sortKey, title = @title, number = @number,
       telegram_number = @telegramNumber, kind = @kind, date = @date, sender = @from, recipient = @to,
       signatory = @signatory, classification = @classification WHERE row = @row`,
  );
  const settle = db.prepare<{ cableId: string }>(
    `UPDATE cable_line SET
       proposals = (SELECT count(*) FROM change WHERE cable_id = @cableId AND status = 'proposed'),
       state = coalesce((SELECT state FROM vouch WHERE cable_id = @cableId),
         iif(EXISTS (SELECT 1 FROM change WHERE cable_id = @cableId AND status = 'proposed'),
           'imported', 'cleaned'))
      WHERE cable_id = @cableId`,
  );
  const recount = db.prepare<{ cableId: string }>(
    `UPDATE cable_line SET
       annotations = (SELECT count(*) FROM annotation WHERE cable_id = @cableId),
       discarded = EXISTS (SELECT 1 FROM discarded_cable WHERE cable_id = @cableId)
      WHERE cable_id = @cableId`,
  );
  const discard = db.prepare<[number, string]>(
    'UPDATE cable_line SET discarded = ? WHERE cable_id = ?',
  );
  const rowOf = db
    .prepare<[string], number>('SELECT row FROM cable_line WHERE cable_id = ?')
    .pluck();
  const idOf = db
    .prepare<[number], string>('SELECT cable_id FROM cable_line WHERE row = ?')
    .pluck();
  const title = db
    .prepare<[string], string>('SELECT title FROM cable_line WHERE cable_id = ?')
    .pluck();
  const summary = db.prepare<[string], LineRow>(`${SUMMARY} WHERE line.cable_id = ?`);
  const ofRows = db.prepare<[string], LineRow>(
    `${SUMMARY} JOIN json_each(?) AS wanted ON row = wanted.value ORDER BY wanted.key`,
  );
  const name = db.prepare<[string], CableName>(`SELECT ${NAME} FROM cable_line WHERE cable_id = ?`);
  const names = db.prepare<[], CableName>(`SELECT ${NAME} ${IN_ORDER}`);
  const rows = db.prepare<[], number>(`SELECT row ${IN_ORDER}`).pluck();
  const stretch = db
    .prepare<[number, number], number>(`SELECT row ${IN_ORDER} LIMIT ? OFFSET ?`)
    .pluck();
  const namesAfter = db.prepare<{ key: string; row: number; limit: number }, NamedLine>(
    `SELECT ${NAME}, sort_key AS sortKey, row FROM cable_line
      WHERE discarded = 0 AND (sort_key, row) > (@key, @row) ORDER BY sort_key, row LIMIT @limit`,
  );
  const ids = db.prepare<[], string>(`SELECT cable_id ${IN_ORDER}`).pluck();
  const counts = db.prepare<[], { state: ReviewState; total: number }>(
    'SELECT state, count(*) AS total FROM cable_line WHERE discarded = 0 GROUP BY state',
  );
  const last = db.prepare<[], number | null>('SELECT max(row) FROM cable_line').pluck();
  const discarded = db
    .prepare<[], number>('SELECT row FROM cable_line WHERE discarded = 1')
    .pluck();
  const position = db
    .prepare<{ row: number }, number>(
      `SELECT count(*) FROM cable_line WHERE discarded = 0
          AND (sort_key, row) < (SELECT sort_key, row FROM cable_line WHERE row = @row)`,
    )
    .pluck();
  const isListed = db
    .prepare<[string], number>('SELECT row FROM cable_line WHERE cable_id = ? AND discarded = 0')
    .pluck();

  const countsOf = (): Record<ReviewState, number> => {
    const all = { imported: 0, cleaned: 0, corrected: 0, proofread: 0 };
    for (const { state, total } of counts.all()) all[state] = total;
    return all;
  };

  return {
    /** Adds the line of a new cable; gives its row. Only within a transaction. */
    add({ cableId, fields, proposals, importedAt }: NewLine): number {
      const line = { ...parametersOf(fields), cableId, proposals, importedAt };
      return Number(add.run(line).lastInsertRowid);
    },

    /** Writes what is known of a cable. Only within a transaction. */
    put(row: number, fields: LineFields): void {
      put.run({ ...parametersOf(fields), row });
    },

    /** Writes the state of a cable and how many proposals wait in it, after these were changed. */
    settle(cableId: string): void {
      settle.run({ cableId });
    },

    /** Writes what is else kept by those who write annotations and delete cables. Only within a transaction. */
    recount(cableId: string): void {
      recount.run({ cableId });
    },

    /** Leaves a cable out of the list, or takes it in again. Only within a transaction. */
    discard(cableId: string, gone: boolean): void {
      discard.run(gone ? 1 : 0, cableId);
    },

    /** The row of a cable. */
    rowOf: (cableId: string): number => rowOf.get(cableId) ?? noSuchCable(),

    /** The row of a cable that is in the list; null where it was deleted. */
    listedRow: (cableId: string): number | null => isListed.get(cableId) ?? null,

    /** The cable of a row. */
    idOf: (row: number): string => idOf.get(row) ?? noSuchCable(),

    /** The line of a cable. */
    summary: (cableId: string): CableSummary => whole(summary.get(cableId) ?? noSuchCable()),

    /** The lines of some rows, in their order. */
    some: (wanted: readonly number[]): CableSummary[] =>
      ofRows.all(JSON.stringify(wanted)).map(whole),

    /** What a cable is known by. */
    name: (cableId: string): CableName => name.get(cableId) ?? noSuchCable(),

    /** What a cable is called. */
    title: (cableId: string): string => title.get(cableId) ?? noSuchCable(),

    /** What every cable is known by, one after the other, in the order of the list. */
    names: (): Iterable<CableName> => names.iterate(),

    /** At most `limit` names after that of a line, in the order of the list; null begins. */
    namesAfter: (line: NamedLine | null, limit: number): NamedLine[] =>
      namesAfter.all({ key: line?.sortKey ?? '', row: line?.row ?? 0, limit }),

    /** All rows in the order of the list. */
    rows: (): number[] => rows.all(),

    /** A stretch of the rows in the order of the list. */
    stretch: (offset: number, limit: number): number[] => stretch.all(limit, offset),

    /** All cables in the order of the list. */
    ids: (): string[] => ids.all(),

    /** How many cables there are in each state. */
    counts: countsOf,

    /** How many cables are in the list. */
    count: (): number => Object.values(countsOf()).reduce((sum, each) => sum + each, 0),

    /** The place of a row in the list, from 0. */
    position: (row: number): number => position.get({ row }) ?? 0,

    /** The last row there is, 0 where there is none. Sets of rows are as large as it is, so it must be one of ours. */
    last(): number {
      const row = last.get() ?? 0;
      if (row > CABLES) throw new NotAsWritten(`a cable has the number ${row}`);
      return row;
    },

    /** The rows of deleted cables. */
    discarded: (): number[] => discarded.all(),
  };
}

interface LineParameters extends LineFields {
  readonly sortKey: string;
}

function parametersOf(fields: LineFields): LineParameters {
  return { ...fields, sortKey: sortKey(fields) };
}

function whole({ state, author, time, ...line }: LineRow): CableSummary {
  return { ...line, review: { state, author, time } };
}

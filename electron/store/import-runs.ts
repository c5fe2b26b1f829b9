import { v7 as newId } from 'uuid';
import { z } from 'zod';
import { Failure } from '../../domain/failure.ts';
import {
  inAll,
  type ImportCounts,
  type ImportedFile,
  type ImportOutcome,
  type ImportReport,
} from '../../domain/import/import.ts';
import { TextEncoding } from '../../domain/library/cable.ts';
import type { Database } from './database.ts';
import { kept } from './discarded.ts';
import { storedStrings } from './stored.ts';

/** An import as the library keeps it. `run` is what its documents name it by. */
export interface ImportRun extends ImportReport {
  readonly run: number;
  readonly paths: readonly string[];
}

/** What became of a document, as it is written down. */
export type Recorded =
  | {
      readonly outcome: 'imported' | 'witness';
      readonly cableId: string;
      readonly againOf: string | null;
      readonly detail: TakenDetail;
    }
  | { readonly outcome: 'duplicate'; readonly cableId: string; readonly restored: boolean }
  | { readonly outcome: 'failed'; readonly failure: Failure };

/** What the report says of a document that became a cable. */
const TakenDetail = z.object({
  encoding: TextEncoding,
  proposals: z.int().nonnegative(),
  warnings: z.array(z.string()),
});
export type TakenDetail = Readonly<z.infer<typeof TakenDetail>>;

const FailedDetail = z.object({ failure: Failure });
const RepeatedDetail = z.object({ restored: z.boolean().optional() });

/** A cable that came from where another one came from. */
export interface CameAgain {
  readonly cableId: string;
  readonly importedAt: string;
}

interface RunRow extends ImportCounts {
  readonly run: number;
  readonly id: string;
  readonly started_at: string;
  readonly paths: string;
  readonly state: ImportReport['state'];
  readonly total: number | null;
  readonly first: string | null;
}

interface FileRow {
  readonly path: string;
  readonly outcome: ImportOutcome;
  readonly cable_id: string | null;
  readonly again_of: string | null;
  readonly detail: string;
}

const FILE = 'SELECT path, outcome, cable_id, again_of, detail FROM import_file';

/** The imports of a library and what became of each document; `titleOf` is what a cable is called. */
export function importRunTable(db: Database, titleOf: (cableId: string) => string) {
  const begin = db.prepare<[string, string, string]>(
    `INSERT INTO import_run (id, started_at, paths, state) VALUES (?, ?, ?, 'running')`,
  );
  const byId = db.prepare<[string], RunRow>('SELECT * FROM import_run WHERE id = ?');
  const last = db.prepare<[], RunRow>('SELECT * FROM import_run ORDER BY run DESC LIMIT 1');
  const unfinished = db.prepare<[], RunRow>(
    `SELECT * FROM import_run WHERE state IN ('running', 'stopped') ORDER BY run DESC LIMIT 1`,
  );
  const setState = db.prepare<[string, number | null, number]>(
    'UPDATE import_run SET state = ?, total = coalesce(?, total) WHERE run = ?',
  );
  const setCounts = db.prepare<ImportCounts & { run: number; first: string | null }>(
    `UPDATE import_run SET imported = @imported, witness = @witness, duplicate = @duplicate,
       failed = @failed, first = @first WHERE run = @run`,
  );
  const add = db.prepare<
    [number, number, string, ImportOutcome, string | null, string | null, string]
  >(
    `INSERT INTO import_file (run, ordinal, path, outcome, cable_id, again_of, detail)
     VALUES (?, ?, ?, ?, ?, ?, ?)`,
  );
  const inRun = db.prepare<[string, number], { found: number }>(
    'SELECT 1 AS found FROM import_file WHERE path = ? AND run = ? LIMIT 1',
  );
  const firstFrom = db.prepare<[string], { cable_id: string }>(
    `SELECT cable_id FROM import_file
      WHERE path = ? AND outcome <> 'duplicate' AND cable_id IS NOT NULL
        AND ${kept('import_file.cable_id')}
      ORDER BY run, ordinal LIMIT 1`,
  );
  const all = db.prepare<[number, number, number], FileRow>(
    `${FILE} WHERE run = ? AND ordinal >= ? ORDER BY ordinal LIMIT ?`,
  );
  const imported = db.prepare<[number, number, number], FileRow>(
    `${FILE} WHERE run = ? AND outcome = 'imported' ORDER BY ordinal LIMIT ? OFFSET ?`,
  );
  // The last condition lets SQLite see that the index has all of them.
  const others = db.prepare<[number, string, number, number], FileRow>(
    `${FILE} WHERE run = ? AND outcome = ? AND outcome <> 'imported'
      ORDER BY ordinal LIMIT ? OFFSET ?`,
  );
  const again = db.prepare<{ id: string }, { id: string; imported_at: string }>(
    `WITH root (id) AS (
       SELECT coalesce((SELECT again_of FROM import_file
                         WHERE cable_id = @id AND outcome = 'witness'), @id))
     SELECT cable.id, imported_at FROM cable JOIN root
      WHERE ${kept('cable.id')} AND cable.id <> @id AND (cable.id = root.id OR cable.id IN (
        SELECT cable_id FROM import_file WHERE again_of = root.id AND outcome = 'witness'))
      ORDER BY imported_at DESC, cable.id DESC`,
  );

  const nameOf = (cableId: string) => ({ cableId, title: titleOf(cableId) });

  const told = ({ path, outcome, cable_id, again_of, detail }: FileRow): ImportedFile => {
    if (outcome === 'failed')
      return { outcome, path, failure: FailedDetail.parse(JSON.parse(detail)).failure };
    if (cable_id === null) return { outcome: 'failed', path, failure: GONE };
    if (outcome === 'duplicate') {
      const { restored = false } = RepeatedDetail.parse(JSON.parse(detail));
      return { outcome, path, ...nameOf(cable_id), restored };
    }
    const taken = { path, ...nameOf(cable_id), ...TakenDetail.parse(JSON.parse(detail)) };
    if (outcome === 'imported') return { outcome, ...taken };
    return { outcome, ...taken, of: again_of === null ? null : nameOf(again_of) };
  };

  return {
    /** Begins an import of what was chosen. */
    begin(paths: readonly string[]): ImportRun {
      const id = newId();
      begin.run(id, new Date().toISOString(), JSON.stringify(paths));
      const row = byId.get(id);
      if (!row) throw new Error('an import that was just written down is not there');
      return toRun(row);
    },

    /** An import by its id; null where there is none. */
    find: (id: string): ImportRun | null => runOrNull(byId.get(id)),

    /** The last import; null where there was none. */
    last: (): ImportRun | null => runOrNull(last.get()),

    /** The last import that was stopped, or cut short, and may go on. */
    unfinished: (): ImportRun | null => runOrNull(unfinished.get()),

    /** Says how an import stands, and of how many documents it is where that is known. */
    settle({ run }: ImportRun, state: ImportReport['state'], total: number | null): void {
      setState.run(state, total, run);
    },

    /**
     * Writes down what became of documents, after those before. Only within the transaction that
     * writes them.
     */
    recorder({ run, counts: before, first: firstBefore }: ImportRun) {
      const counts = { ...before };
      let first = firstBefore;
      return {
        add(path: string, recorded: Recorded): void {
          const { outcome } = recorded;
          const cableId = 'cableId' in recorded ? recorded.cableId : null;
          const of = 'againOf' in recorded ? recorded.againOf : null;
          add.run(run, inAll(counts), path, outcome, cableId, of, detailOf(recorded));
          counts[outcome] += 1;
          if (outcome === 'imported' || outcome === 'witness') first ??= cableId;
        },

        /** Writes the sums, and gives them. */
        sums(): Pick<ImportRun, 'counts' | 'first'> {
          setCounts.run({ ...counts, run, first });
          return { counts, first };
        },
      };
    },

    /** Whether an import has dealt with what comes from there. */
    has: ({ run }: ImportRun, path: string): boolean => inRun.get(path, run) !== undefined,

    /** The first cable that came from there, but for deleted ones; null where none did. */
    firstFrom: (path: string): string | null => firstFrom.get(path)?.cable_id ?? null,

    /** The other cables that came from where a cable came from, the newest first. */
    cameAgain: (cableId: string): CameAgain[] =>
      again.all({ id: cableId }).map((row) => ({ cableId: row.id, importedAt: row.imported_at })),

    /** A stretch of what became of an import's documents, of those with one outcome or of all. */
    files(
      { run }: ImportRun,
      offset: number,
      limit: number,
      outcome: ImportOutcome | null,
    ): ImportedFile[] {
      if (outcome === null) return all.all(run, offset, limit).map(told);
      if (outcome === 'imported') return imported.all(run, limit, offset).map(told);
      return others.all(run, outcome, limit, offset).map(told);
    },
  };
}

const GONE: Failure = {
  code: 'not-found',
  message: 'The cable that this file became is not in the library any more.',
};

function detailOf(recorded: Recorded): string {
  if ('detail' in recorded) return JSON.stringify(recorded.detail);
  if ('restored' in recorded) return JSON.stringify({ restored: recorded.restored });
  return 'failure' in recorded ? JSON.stringify({ failure: recorded.failure }) : '{}';
}

function runOrNull(row: RunRow | undefined): ImportRun | null {
  return row ? toRun(row) : null;
}

function toRun(row: RunRow): ImportRun {
  const { run, id: runId, started_at: startedAt, paths, state, total, first, ...counts } = row;
  return {
    run,
    runId,
    startedAt,
    paths: storedStrings(paths),
    state,
    counts,
    total,
    first,
  };
}

import { v7 as newId } from 'uuid';
import { z } from 'zod';
import { fail } from '../../domain/failure.ts';
import { Operation, type UndoState } from '../../domain/journal/operation.ts';
import { transact, type Database } from './database.ts';
import type { TakenBack } from './face.ts';
import { apply, cablesOf, changesText, turnedCables, type OperationTables } from './operations.ts';

/** What a reader does in one go: one row of the journal, one step of undo. */
export interface Action {
  /** A phrase that goes after "Undo": `highlight “US not involved”`. */
  readonly label: string;
  /** The cable to show when it is undone; null for the vocabulary. */
  readonly cableId: string | null;
  readonly operations: readonly Operation[];
  /** The number of the revision of `cableId` that it goes back to. */
  readonly restores?: number;
}

interface Heading {
  readonly id: string;
  readonly kind: 'do' | 'undo' | 'redo';
  readonly label: string;
  readonly cable_id: string | null;
  readonly time: string;
}

/**
 * What taking a row back needs beside its own operations, as the library has grown since the row was
 * written at `since`. `author` takes it back.
 */
export type Beside = (
  operations: readonly Operation[],
  since: string,
  author: string,
) => Operation[];

interface JournalRow extends Heading {
  readonly of: string | null;
  readonly author: string;
  readonly forward: string;
  readonly inverse: string;
}

const Operations = z.array(Operation);
const nothing: Beside = () => [];

function parse(json: string): Operation[] {
  return Operations.parse(JSON.parse(json));
}

/**
 * The journal of a library: every action of a reader, only ever added to. What undo and redo would
 * do is not kept anywhere, but told by the rows, so it survives a restart.
 */
export function journal(db: Database, tables: OperationTables) {
  const add = db.prepare<JournalRow>(
    `INSERT INTO journal (id, kind, of, label, cable_id, author, time, forward, inverse)
     VALUES (@id, @kind, @of, @label, @cable_id, @author, @time, @forward, @inverse)`,
  );
  const latestFirst = db.prepare<[], Heading>(
    'SELECT id, kind, label, cable_id, time FROM journal ORDER BY sequence DESC',
  );
  const inverse = db.prepare<[string], { inverse: string }>(
    'SELECT inverse FROM journal WHERE id = ?',
  );

  const last = db.prepare<[], { sequence: number }>(
    'SELECT sequence FROM journal ORDER BY sequence DESC LIMIT 1',
  );
  const since = db.prepare<[number], Pick<JournalRow, 'forward' | 'inverse'>>(
    'SELECT forward, inverse FROM journal WHERE sequence > ? ORDER BY sequence',
  );

  /** Carries out operations, and writes the row of it and what it is to the history of texts: all or nothing. */
  const carryOut = (
    row: Pick<JournalRow, 'kind' | 'of' | 'label' | 'cable_id' | 'author'>,
    operations: readonly Operation[],
    restored: number | null = null,
  ): void => {
    const { annotations, cables, revisions } = tables;
    const time = new Date().toISOString();
    const touched = turnedCables(operations);
    if (restored !== null && row.cable_id !== null) touched.add(row.cable_id);
    try {
      transact(db, () => {
        // A merge puts in place what belongs together as it comes; at its end all of it is there.
        if (operations.some(({ type }) => type === 'merge.hold'))
          db.pragma('defer_foreign_keys = ON');
        for (const cableId of touched)
          revisions.touch(cableId, { author: row.author, time, restored });
        const takesBack = JSON.stringify(apply(operations, tables));
        const forward = JSON.stringify(operations);
        add.run({ ...row, id: newId(), time, forward, inverse: takesBack });
      });
    } catch (error) {
      cables.forget();
      annotations.forgetTargets();
      throw error;
    }
  };

  /** Takes back what a row did, as a new row. */
  const takeBack = (
    { id: of, label, cable_id, time }: Heading,
    { kind, author, beside }: { kind: 'undo' | 'redo'; author: string; beside: Beside },
  ): TakenBack => {
    const own = parse(inverse.get(of)?.inverse ?? '');
    const operations = [...own, ...beside(own, time, author)];
    carryOut({ kind, of, label, cable_id, author }, operations);
    // Where taking it back has deleted the cable again, there is nothing to show.
    const shown = cable_id !== null && tables.discarded.has(cable_id) ? null : cable_id;
    return { label, cableId: shown, text: operations.some(changesText) };
  };

  return {
    /** Carries out an action. */
    act({ label, cableId, operations, restores }: Action, author: string): void {
      carryOut({ kind: 'do', of: null, label, cable_id: cableId, author }, operations, restores);
    },

    /** Undoes the last action that holds. */
    undo(author: string, beside: Beside = nothing): TakenBack {
      const row = lastHolding(latestFirst.iterate());
      return row
        ? takeBack(row, { kind: 'undo', author, beside })
        : fail('nothing-to-undo', 'There is nothing to undo.');
    },

    /** Redoes what was undone last, unless something was done since. */
    redo(author: string, beside: Beside = nothing): TakenBack {
      const row = lastUndone(latestFirst.iterate());
      return row
        ? takeBack(row, { kind: 'redo', author, beside })
        : fail('nothing-to-redo', 'There is nothing to redo.');
    },

    /** The number of the last row, 0 where there is none. */
    last: (): number => last.get()?.sequence ?? 0,

    /** What the rows after a row have touched: cables, and whether a rule was switched. */
    touchedSince(sequence: number): { readonly cables: string[]; readonly rules: boolean } {
      const operations = since
        .all(sequence)
        .flatMap((row) => [...parse(row.forward), ...parse(row.inverse)]);
      const cables = operations.flatMap(cablesOf);
      const rules = operations.some(({ type }) => type === 'rule.switch');
      return { cables: [...new Set(cables)], rules };
    },

    /** What undo and redo would do next. */
    state: (): UndoState => ({
      undo: lastHolding(latestFirst.iterate())?.label ?? null,
      redo: lastUndone(latestFirst.iterate())?.label ?? null,
    }),
  };
}

type Kind = Pick<Heading, 'kind'>;

/**
 * The last row (done or redone) that no undo has taken back, in rows from the latest to the first;
 * null if there is none. Each undo takes back the nearest row before it that still held.
 */
export function lastHolding<Row extends Kind>(latestFirst: Iterable<Row>): Row | null {
  let undone = 0;
  for (const row of latestFirst)
    if (row.kind === 'undo') undone += 1;
    else if (undone > 0) undone -= 1;
    else return row;
  return null;
}

/** The last undo that no redo has taken back; null if there is none, or if something was done after it. */
export function lastUndone<Row extends Kind>(latestFirst: Iterable<Row>): Row | null {
  let redone = 0;
  for (const row of latestFirst)
    if (row.kind === 'do') return null;
    else if (row.kind === 'redo') redone += 1;
    else if (redone > 0) redone -= 1;
    else return row;
  return null;
}

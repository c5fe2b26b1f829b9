import { v7 as newId } from 'uuid';
import { z } from 'zod';
import { fail } from '../../domain/failure.ts';
import { Operation, type UndoState } from '../../domain/journal/operation.ts';
import { transact, type Database } from './database.ts';
import type { TakenBack } from './face.ts';
import type { Watching } from './batch.ts';
import { MANY } from './long-actions.ts';
import { carryOutInTurns, hasTexts, readLines } from './journal-in-turns.ts';
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

/** An action on much. */
export interface LongAction extends Omit<Action, 'operations' | 'restores'> {
  readonly operations: Iterable<Operation>;
  /** How many annotations or cables it changes. */
  readonly total: number;
}

/** From this size on, in bytes, what a row says is taken back in turns. */
const LONG = 60_000;

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

export interface JournalRow extends Heading {
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
  const size = db
    .prepare<[string], number>(
      'SELECT octet_length(forward) + octet_length(inverse) FROM journal WHERE id = ?',
    )
    .pluck();

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

  /** The cable to show; where taking an action back has deleted it again, there is nothing to show. */
  const shownAfter = (cableId: string | null): string | null =>
    cableId !== null && tables.discarded.has(cableId) ? null : cableId;

  /** Takes back what a row did, as a new row. */
  const takeBack = (
    { id: of, label, cable_id, time }: Heading,
    { kind, author, beside }: { kind: 'undo' | 'redo'; author: string; beside: Beside },
  ): TakenBack => {
    const own = parse(inverse.get(of)?.inverse ?? '');
    const operations = [...own, ...beside(own, time, author)];
    carryOut({ kind, of, label, cable_id, author }, operations);
    return { label, cableId: shownAfter(cable_id), text: operations.some(changesText) };
  };

  const written = { db, tables, add: (row: JournalRow) => void add.run(row) };

  /** The row that undo or redo would take back. */
  const rowFor = (kind: 'undo' | 'redo'): Heading =>
    kind === 'undo'
      ? (lastHolding(latestFirst.iterate()) ?? fail('nothing-to-undo', 'There is nothing to undo.'))
      : (lastUndone(latestFirst.iterate()) ?? fail('nothing-to-redo', 'There is nothing to redo.'));

  return {
    /** Carries out an action. */
    act({ label, cableId, operations, restores }: Action, author: string): void {
      carryOut({ kind: 'do', of: null, label, cable_id: cableId, author }, operations, restores);
    },

    /**
     * Carries out an action on much, with turns for others; false where it was stopped, with nothing changed.
     * Its operations may be told one by one, each in the library as those before have left it. `total` is how
     * many annotations or cables they change.
     */
    async actInTurns(
      { label, cableId, operations, total }: LongAction,
      author: string,
      watching: Watching,
    ): Promise<boolean> {
      if (Array.isArray(operations) && total <= MANY) {
        this.act({ label, cableId, operations }, author);
        return true;
      }
      const row = { kind: 'do' as const, of: null, label, cable_id: cableId, author };
      const holdsReaders = Array.isArray(operations) && operations.some(changesTranscription);
      const work = { operations, total, holdsReaders };
      return (await carryOutInTurns(written, row, work, watching)) !== null;
    },

    /** Carries out an action, in turns where somebody watches it; false where it was stopped. */
    async carry(action: LongAction, author: string, by: Watching | null): Promise<boolean> {
      if (by) return this.actInTurns(action, author, by);
      const operations = [...joinedTags(action.operations)];
      this.act({ label: action.label, cableId: action.cableId, operations }, author);
      return true;
    },

    /** Undoes the last action that holds. */
    undo: (author: string, beside: Beside = nothing): TakenBack =>
      takeBack(rowFor('undo'), { kind: 'undo', author, beside }),

    /** Redoes what was undone last, unless something was done since. */
    redo: (author: string, beside: Beside = nothing): TakenBack =>
      takeBack(rowFor('redo'), { kind: 'redo', author, beside }),

    /** Whether undo or redo would take back so much that others need turns meanwhile. */
    isLong(kind: 'undo' | 'redo'): boolean {
      return (size.get(rowFor(kind).id) ?? 0) > LONG;
    },

    /** Undoes or redoes with turns for others; null where it was stopped, with nothing changed. */
    async takeBackInTurns(
      kind: 'undo' | 'redo',
      { author, beside, watching }: { author: string; beside: Beside; watching: Watching },
    ): Promise<TakenBack | null> {
      const { id: of, label, cable_id, time } = rowFor(kind);
      const json = inverse.get(of)?.inverse ?? '[]';
      const texts = hasTexts(json);
      const others = texts ? beside([...readLines(json)], time, author) : [];
      const operations = both(readLines(json), others);
      const row = { kind, of, label, cable_id, author };
      const work = { operations, total: 0, holdsReaders: texts };
      const done = await carryOutInTurns(written, row, work, watching);
      return done && { label, cableId: shownAfter(cable_id), ...done };
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

function changesTranscription({ type }: Operation): boolean {
  return type === 'text.turn' || type === 'changes.replace';
}

/** Tags that are given one after the other, given at once. */
function* joinedTags(operations: Iterable<Operation>): Generator<Operation> {
  let tagged: Extract<Operation, { type: 'annotations.tag' }>['tagged'] = [];
  for (const operation of operations) {
    if (operation.type === 'annotations.tag') {
      tagged = [...tagged, ...operation.tagged];
      continue;
    }
    if (tagged.length > 0) yield { type: 'annotations.tag', tagged };
    tagged = [];
    yield operation;
  }
  if (tagged.length > 0) yield { type: 'annotations.tag', tagged };
}

function* both<T>(some: Iterable<T>, others: Iterable<T>): Generator<T> {
  yield* some;
  yield* others;
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

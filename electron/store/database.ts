import Sqlite from 'better-sqlite3';
import { fail } from '../../domain/failure.ts';

/** A connection to a library's file. */
export type Database = Sqlite.Database;

/** How long to wait for a file another program is using, in milliseconds. */
const PATIENCE = 1_000;

/** Opens the SQLite file `path`, which must be there; or makes it, where `make` says so. */
export function connect(path: string, make: 'make' | 'must-be-there'): Database {
  return new Sqlite(path, { fileMustExist: make === 'must-be-there', timeout: PATIENCE });
}

/** Whether an error comes from SQLite, with one of its codes such as `SQLITE_FULL`. */
export function isSqliteError(error: unknown): error is Error & { readonly code: string } {
  return error instanceof Sqlite.SqliteError;
}

/** Of connections with a transaction under way: what is to be done at its end. */
const endings = new WeakMap<Database, (() => void)[]>();

/** Of connections: how many transactions have been taken back. */
const takenBack = new WeakMap<Database, number>();

/** What is asked before each transaction of a connection, which may refuse it, and done after it. */
export interface TransactionWatch {
  readonly before: () => void;
  readonly after: () => void;
}

const watches = new WeakMap<Database, TransactionWatch>();

/** Has each transaction of a connection watched. */
export function watchTransactions(db: Database, watch: TransactionWatch): void {
  watches.set(db, watch);
}

/** Runs `work` in one transaction: all of it or nothing. Within a transaction it becomes part of that one. */
export function transact<T>(db: Database, work: () => T): T {
  refuseWithinLong(db);
  const outer = endings.get(db);
  const ends = outer ?? [];
  const before = ends.length;
  const watch = outer ? undefined : watches.get(db);
  watch?.before();
  if (!outer) endings.set(db, ends);
  try {
    const done = db
      .transaction(() => {
        const result = work();
        if (!outer) for (const end of ends) end();
        return result;
      })
      .immediate();
    watch?.after();
    return done;
  } catch (error) {
    ends.length = before;
    takenBack.set(db, rollbacks(db) + 1);
    throw error;
  } finally {
    if (!outer) endings.delete(db);
  }
}

/** Does some work as the last of the transaction that is under way; at once where there is none. */
export function atTheEnd(db: Database, work: () => void): void {
  const ends = endings.get(db);
  if (ends) ends.push(work);
  else work();
}

/** How many transactions of a connection have been taken back: what was known of rows before may be wrong. */
export function rollbacks(db: Database): number {
  return takenBack.get(db) ?? 0;
}

/**
 * Runs `work` in one transaction that need not be on the disk when this returns: the next one by
 * `transact`, of whomever, brings it there with its own. Not within a transaction.
 */
export function transactLoosely<T>(db: Database, work: () => T): T {
  db.pragma('synchronous = NORMAL');
  try {
    return transact(db, work);
  } finally {
    db.pragma('synchronous = FULL');
  }
}

/** The one value of a pragma such as `user_version`. */
export function pragma(db: Database, name: string): unknown {
  return db.pragma(name, { simple: true });
}

/** A transaction that stays open over many turns. In between others may read; nobody else may write. */
export interface LongTransaction {
  /** Does a part of it. */
  readonly part: <T>(work: () => T) => T;
  /** Does the next thing that was put off to its end; false where there is none. */
  readonly end: () => boolean;
  readonly commit: () => void;
  readonly takeBack: () => void;
}

/** Connections on which a transaction is open over many turns. */
const longOnes = new WeakSet<Database>();

/** Begins a transaction that stays open over many turns, until it is committed or taken back. */
export function beginLong(db: Database): LongTransaction {
  const ends: (() => void)[] = [];
  const watch = watches.get(db);
  watch?.before();
  db.exec('BEGIN IMMEDIATE');
  longOnes.add(db);
  const part = <T>(work: () => T): T => {
    endings.set(db, ends);
    try {
      return work();
    } finally {
      endings.delete(db);
    }
  };
  return {
    part,
    end() {
      const next = ends.shift();
      if (next) part(next);
      return next !== undefined;
    },
    commit() {
      db.exec('COMMIT');
      longOnes.delete(db);
      watch?.after();
    },
    takeBack() {
      // A full disk ends the transaction by itself.
      if (db.inTransaction) db.exec('ROLLBACK');
      takenBack.set(db, rollbacks(db) + 1);
      longOnes.delete(db);
    },
  };
}

/** What is written now would be taken back with it; whoever writes waits for its end (`untilFree`). */
function refuseWithinLong(db: Database): void {
  if (longOnes.has(db) && !endings.has(db))
    fail(
      'busy',
      'A long change of the library is under way. Stop it, or let it end, then try again.',
    );
}

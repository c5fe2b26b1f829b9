import Sqlite from 'better-sqlite3';

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

/** Runs `work` in one transaction: all of it or nothing. Within a transaction it becomes part of that one. */
export function transact<T>(db: Database, work: () => T): T {
  return db.transaction(work).immediate();
}

/** The one value of a pragma such as `user_version`. */
export function pragma(db: Database, name: string): unknown {
  return db.pragma(name, { simple: true });
}

/**
 * The first peer of `bench:library`: what somebody would write by hand with better-sqlite3 and FTS5. The
 * same two texts of each cable are kept and indexed, with the title; fields lie in a table of their own.
 */
// oxlint-disable-next-line no-restricted-imports -- the peer is raw SQLite, without our store
import Sqlite from 'better-sqlite3';

/** A cable as the peer keeps it. */
export interface RawCable {
  readonly original: string;
  readonly transcription: string;
  readonly title: string;
  readonly fields: readonly (readonly [field: string, value: string])[];
}

/** Opens the peer's file, and makes it where it is not there. With the pragmas of a library. */
export function rawLibrary(path: string) {
  const db = new Sqlite(path);
  db.pragma('locking_mode = EXCLUSIVE');
  db.pragma('journal_mode = WAL');
  db.pragma('synchronous = FULL');
  db.pragma('cache_size = -32768');
  db.exec(`
    CREATE TABLE IF NOT EXISTS cable (
      id INTEGER PRIMARY KEY, original TEXT NOT NULL, transcription TEXT NOT NULL, title TEXT NOT NULL
    );
    CREATE TABLE IF NOT EXISTS field (
      cable INTEGER NOT NULL, field TEXT NOT NULL, value TEXT NOT NULL, PRIMARY KEY (cable, field, value)
    ) WITHOUT ROWID;
    CREATE VIRTUAL TABLE IF NOT EXISTS words USING fts5(
      original, transcription, title, content = 'cable', content_rowid = 'id',
      tokenize = 'unicode61 remove_diacritics 2'
    );`);
  const cable = db.prepare('INSERT INTO cable VALUES (?, ?, ?, ?)');
  const field = db.prepare('INSERT OR IGNORE INTO field VALUES (?, ?, ?)');
  const words = db.prepare(
    'INSERT INTO words (rowid, original, transcription, title) VALUES (?, ?, ?, ?)',
  );
  const results = db.prepare<[string]>(
    `SELECT rowid, snippet(words, -1, '[', ']', '…', 16), rank FROM words
      WHERE words MATCH ? ORDER BY rank LIMIT 50`,
  );
  const facets = db.prepare<[string]>(
    `SELECT field, value, count(*) FROM words JOIN field ON field.cable = words.rowid
      WHERE words MATCH ? GROUP BY field, value`,
  );
  const texts = db.prepare<[string], { transcription: string }>(
    'SELECT transcription FROM cable WHERE id IN (SELECT rowid FROM words WHERE words MATCH ?)',
  );
  const count = db
    .prepare<[string], number>('SELECT count(*) FROM words WHERE words MATCH ?')
    .pluck();

  return {
    /** Writes and indexes cables in one transaction, from the number `first`. Fields are not part of the rate. */
    add(first: number, cables: readonly RawCable[]): void {
      db.transaction(() => {
        for (const [index, { original, transcription, title }] of cables.entries()) {
          cable.run(first + index, original, transcription, title);
          words.run(first + index, original, transcription, title);
        }
      })();
    },
    /** Writes the fields of cables. */
    addFields(first: number, cables: readonly RawCable[]): void {
      db.transaction(() => {
        for (const [index, { fields }] of cables.entries())
          for (const [name, value] of fields) field.run(first + index, name, value);
      })();
    },
    results: (match: string) => results.all(match),
    facets: (match: string) => facets.all(match),
    count: (match: string) => count.get(match) ?? 0,

    /** The lines around a word, as a loop with a regular expression finds them. */
    lines(word: string): number {
      const places = new RegExp(`\\b${word}\\b`, 'giu');
      let lines = 0;
      for (const { transcription } of texts.iterate(word))
        for (const { index } of transcription.matchAll(places))
          lines += transcription.slice(Math.max(0, index - 80), index + 80).length > 0 ? 1 : 0;
      return lines;
    },
    close(): void {
      db.close();
    },
  };
}

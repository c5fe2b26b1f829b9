import { indexedText } from '../../../domain/search/fold.ts';
import type { Database } from '../database.ts';
import { INDEXED, wordsOf, type Searched } from '../search/index-table.ts';
import type { Blamed, Finding } from './faults.ts';

/** A word of an index: the word, its row, its column, its place in that. */
type Word = readonly [term: string, row: number, column: string, offset: number];

/** Hears how many words have been compared, of how many. */
type Tell = (done: number, total: number) => void;

/** How long a word is with the blank behind it, in UTF-16 code units, as a rule: for telling how far it is. */
const WORD = 6;

/** After how many words it is told how far it is. */
const OFTEN = 10_000;

interface Comparing {
  readonly check: Finding;
  readonly far: (done: number) => void;
  readonly cableOf: (row: number) => Blamed | null;
}

/**
 * Holds the index of the search against the words it should have: they are indexed anew in a place of their
 * own, and both are read side by side, word for word.
 */
export function wordChecker(db: Database, check: Finding, tell: Tell) {
  db.exec(`CREATE VIRTUAL TABLE temp.words_anew USING ${declared(db, 'cable_index')};
    CREATE VIRTUAL TABLE temp.notes_anew USING ${declared(db, 'note_index')};`);
  const columns = INDEXED.join(', ');
  const add = db.prepare<(number | string)[]>(
    `INSERT INTO temp.words_anew (rowid, ${columns}) VALUES (?${', ?'.repeat(INDEXED.length)})`,
  );
  const addNote = db.prepare<[number, string]>(
    'INSERT INTO temp.notes_anew (rowid, note) VALUES (?, ?)',
  );
  const notes = db.prepare<[], { row: number | null; id: string | null; note: string | null }>(
    `SELECT noted.row, annotation.id, annotation.note FROM annotation
       FULL JOIN noted_annotation AS noted ON noted.annotation_id = annotation.id`,
  );

  let length = 0;
  return {
    /** The words that a cable should be found by. */
    put(cable: Searched & { readonly row: number }): void {
      add.run(...wordsOf(cable.row, cable));
      length += cable.original.length + cable.transcription.length;
    },

    /** Compares the words of cables, and those of notes. `cableOf` tells whose a row is. */
    compare(cableOf: (row: number) => Blamed | null): void {
      check.attempt('The index of the search', () => {
        const total = Math.ceil(length / WORD);
        const far = (done: number) => tell(Math.min(done, total), total);
        compareWords(db, ['cable_index', 'words_anew'], { check, far, cableOf });
      });
      check.attempt('The index of the notes', () => {
        for (const { row, id, note } of notes.all()) {
          const hasWords = (note ?? '').trim() !== '';
          if (hasWords !== (row !== null))
            check.fault(`The note of annotation ${id ?? 'that is gone'} is not in the index.`);
          else if (row !== null) addNote.run(row, indexedText(note ?? ''));
        }
        const far = (done: number) => tell(done, done);
        compareWords(db, ['note_index', 'notes_anew'], { check, far, cableOf: () => null });
      });
    },
  };
}

/** How an index was declared, from its module on. */
function declared(db: Database, index: string): string {
  const { sql } = db
    .prepare<[string], { sql: string }>('SELECT sql FROM sqlite_schema WHERE name = ?')
    .get(index) ?? { sql: '' };
  return /\bfts5\s*\([\s\S]*\)/iu.exec(sql)?.[0] ?? '';
}

/** Reads two indexes side by side; a row is told of once. */
function compareWords(
  db: Database,
  [old, anew]: readonly [string, string],
  { check, far, cableOf }: Comparing,
): void {
  db.exec(`CREATE VIRTUAL TABLE temp.${old}_is USING fts5vocab(main, ${old}, instance);
    CREATE VIRTUAL TABLE temp.${old}_should USING fts5vocab(temp, ${anew}, instance);`);
  const [is, should] = [cursor(db, `${old}_is`), cursor(db, `${old}_should`)];
  const wrong = new Set<number>();
  try {
    for (let done = 0; ; done += 1) {
      if (done % OFTEN === 0) far(done);
      const [one, other] = [is.word(), should.word()];
      const next = one ?? other;
      if (!next) return;
      const order = !one ? 1 : !other ? -1 : compared(one, other);
      const [, row] = order <= 0 ? next : (other ?? next);
      if (order !== 0 && !wrong.has(row)) {
        wrong.add(row);
        check.fault(
          order < 0
            ? 'It is found by words that it does not have.'
            : 'It is not found by all of its words.',
          cableOf(row),
        );
      }
      if (order <= 0) is.go();
      if (order >= 0) should.go();
    }
  } finally {
    is.end();
    should.end();
  }
}

/** Goes through an index word by word, without holding more than one. */
function cursor(db: Database, table: string) {
  const words = db
    .prepare<[], Word>(`SELECT term, doc, col, "offset" FROM temp.${table}`)
    .raw()
    .iterate();
  const next = (): Word | null => {
    const found = words.next();
    return found.done === true ? null : found.value;
  };
  let current = next();
  return {
    word: () => current,
    go() {
      current = next();
    },
    end() {
      words.return?.();
    },
  };
}

/** The order in which an index is read. */
function compared(a: Word, b: Word): number {
  if (a[0] !== b[0]) return Buffer.compare(Buffer.from(a[0]), Buffer.from(b[0]));
  if (a[1] !== b[1]) return a[1] - b[1];
  if (a[2] !== b[2]) return INDEXED.indexOf(a[2]) - INDEXED.indexOf(b[2]);
  return a[3] - b[3];
}

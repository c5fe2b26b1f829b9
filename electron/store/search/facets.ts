import type { Known } from '../../../domain/metadata/effective.ts';
import { rollbacks, type Database } from '../database.ts';
import { facets, facetValues, type Facet } from './fields.ts';

/** The numbers of the lists of values that a cable has in each facet, in the order of `facets`, after its row. */
export type FacetRow = readonly [row: number, ...lists: number[]];

/** A list of values as it is kept: its number, and the values as JSON. */
export type FacetList = readonly [id: number, list: string];

const COLUMNS = `row, ${facets.join(', ')}`;

/** How many lists are known by heart. */
const MOST_KNOWN = 2000;

/**
 * What cables are counted by. What a cable has in a facet is one number, that of a list of values: most
 * cables share theirs with many others, so that counting cables is counting numbers.
 */
export function facetTable(db: Database) {
  const find = db
    .prepare<[string, string], number>('SELECT id FROM facet_list WHERE facet = ? AND list = ?')
    .pluck();
  const add = db.prepare<[string, string]>('INSERT INTO facet_list (facet, list) VALUES (?, ?)');
  const addRow = db.prepare<number[]>(
    `INSERT INTO cable_facet (${COLUMNS}) VALUES (?${', ?'.repeat(facets.length)})`,
  );
  const putRow = db.prepare<number[]>(
    `INSERT OR REPLACE INTO cable_facet (${COLUMNS}) VALUES (?${', ?'.repeat(facets.length)})`,
  );
  const after = db
    .prepare<[number, number], FacetRow>(
      `SELECT ${COLUMNS} FROM cable_facet WHERE row > ? ORDER BY row LIMIT ?`,
    )
    .raw();
  const one = db
    .prepare<[number], FacetRow>(`SELECT ${COLUMNS} FROM cable_facet WHERE row = ?`)
    .raw();
  const lists = db
    .prepare<[number], FacetList>('SELECT id, list FROM facet_list WHERE id > ? ORDER BY id')
    .raw();

  // Most cables share their lists with the last ones. What was written in a transaction that was taken
  // back is not there any more.
  let met = new Map<string, number>();
  let heard = rollbacks(db);
  const metNow = (): Map<string, number> => {
    if (heard !== rollbacks(db) || met.size > MOST_KNOWN) met = new Map();
    heard = rollbacks(db);
    return met;
  };

  const numberOf = (facet: Facet, values: readonly string[]): number => {
    if (values.length === 0) return 0;
    const list = JSON.stringify(values);
    const name = `${facet} ${list}`;
    const number =
      metNow().get(name) ?? find.get(facet, list) ?? Number(add.run(facet, list).lastInsertRowid);
    met.set(name, number);
    return number;
  };

  const numbersOf = (known: Known): number[] =>
    facets.map((facet) => numberOf(facet, facetValues(known, facet)));

  return {
    /** Writes what a new cable has in each facet. Only within a transaction. */
    add(row: number, known: Known): void {
      addRow.run(row, ...numbersOf(known));
    },

    /** Writes what a cable has in each facet in the place of what it had. Only within a transaction. */
    put(row: number, known: Known): void {
      putRow.run(row, ...numbersOf(known));
    },

    /** What the cables after a row have, at most `limit` of them. */
    after: (row: number, limit: number): FacetRow[] => after.all(row, limit),

    /** What a cable has; null where it has not been indexed. */
    find: (row: number): FacetRow | null => one.get(row) ?? null,

    /** The lists that came after one. */
    lists: (id: number): FacetList[] => lists.all(id),
  };
}

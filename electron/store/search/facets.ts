import type { Known } from '../../../domain/metadata/effective.ts';
import type { Database } from '../database.ts';
import { facets, facetValues, type Facet } from './fields.ts';

/** The numbers of the lists of values that a cable has in each facet, in the order of `facets`, after its row. */
export type FacetRow = readonly [row: number, ...lists: number[]];

/** A list of values as it is kept: its number, and the values as JSON. */
export type FacetList = readonly [id: number, list: string];

const COLUMNS = `row, ${facets.join(', ')}`;

/**
 * What cables are counted by. What a cable has in a facet is one number, that of a list of values: most
 * cables share theirs with many others, so that counting cables is counting numbers.
 */
export function facetTable(db: Database) {
  const find = db
    .prepare<[string, string], number>('SELECT id FROM facet_list WHERE facet = ? AND list = ?')
    .pluck();
  const add = db.prepare<[string, string]>('INSERT INTO facet_list (facet, list) VALUES (?, ?)');
  const put = db.prepare<number[]>(
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

  const numberOf = (facet: Facet, values: readonly string[]): number => {
    if (values.length === 0) return 0;
    const list = JSON.stringify(values);
    return find.get(facet, list) ?? Number(add.run(facet, list).lastInsertRowid);
  };

  return {
    /** Writes what a cable has in each facet. Only within a transaction. */
    put(row: number, known: Known): void {
      put.run(row, ...facets.map((facet) => numberOf(facet, facetValues(known, facet))));
    },

    /** What the cables after a row have, at most `limit` of them. */
    after: (row: number, limit: number): FacetRow[] => after.all(row, limit),

    /** What a cable has; null where it has not been indexed. */
    find: (row: number): FacetRow | null => one.get(row) ?? null,

    /** The lists that came after one. */
    lists: (id: number): FacetList[] => lists.all(id),
  };
}

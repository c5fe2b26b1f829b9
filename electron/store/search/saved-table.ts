import { fail } from '../../../domain/failure.ts';
import type { SavedSearch } from '../../../domain/search/result.ts';
import { foldedName } from '../../../domain/tag/tag.ts';
import type { Database } from '../database.ts';

interface Row extends SavedSearch {
  readonly folded: string;
}

const alphabet = new Intl.Collator('en', { numeric: true });

/** The searches that are kept in a library under a name. */
export function savedSearchTable(db: Database) {
  const put = db.prepare<Row>(
    `INSERT INTO saved_search (id, name, folded, query, created)
     VALUES (@id, @name, @folded, @query, @created) ON CONFLICT (id)
     DO UPDATE SET name = excluded.name, folded = excluded.folded, query = excluded.query`,
  );
  const remove = db.prepare<[string]>('DELETE FROM saved_search WHERE id = ?');
  const columns = 'SELECT id, name, query, created FROM saved_search';
  const all = db.prepare<[], SavedSearch>(columns);
  const byId = db.prepare<[string], SavedSearch>(`${columns} WHERE id = ?`);
  const byName = db.prepare<[string], SavedSearch>(`${columns} WHERE folded = ?`);

  return {
    /** Puts a search in place, new or changed. Only within a transaction. */
    put(search: SavedSearch): void {
      put.run({ ...search, folded: foldedName(search.name) });
    },

    /** Lets a search go. Only within a transaction. */
    remove(id: string): void {
      remove.run(id);
    },

    /** The search; null if there is none. */
    find: (id: string): SavedSearch | null => byId.get(id) ?? null,

    /** The search; fails with `not-found` if there is none. */
    get: (id: string): SavedSearch =>
      byId.get(id) ?? fail('not-found', 'This search is not kept any more.'),

    /** The search that a reader calls by a name; null if there is none. */
    named: (name: string): SavedSearch | null => byName.get(foldedName(name)) ?? null,

    /** All searches in alphabetical order. */
    list: (): SavedSearch[] => all.all().toSorted((a, b) => alphabet.compare(a.name, b.name)),
  };
}

import { GazetteerEntry } from '../../domain/gazetteer/entry.ts';
import type { Database } from './database.ts';

interface Row {
  readonly id: string;
  readonly value: string | null;
}

/** What a library says of an entry: its own value, or null where the one that the program brings along is gone. */
export interface OwnEntry {
  readonly id: string;
  readonly entry: GazetteerEntry | null;
}

/** The library's own entries of gazetteer and glossary. */
export function gazetteerTable(db: Database) {
  const put = db.prepare<Row>(
    `INSERT INTO gazetteer (id, value) VALUES (@id, @value)
     ON CONFLICT (id) DO UPDATE SET value = excluded.value`,
  );
  const remove = db.prepare<[string]>('DELETE FROM gazetteer WHERE id = ?');
  const find = db.prepare<[string], Row>('SELECT id, value FROM gazetteer WHERE id = ?');
  const all = db.prepare<[], Row>('SELECT id, value FROM gazetteer ORDER BY id');

  return {
    /** Puts an entry in place, or says that one is gone. Only within a transaction. */
    put({ id, entry }: OwnEntry): void {
      put.run({ id, value: entry && JSON.stringify(entry) });
    },

    /** The library says nothing of an entry any more. Only within a transaction. */
    remove(id: string): void {
      remove.run(id);
    },

    /** What the library says of an entry; null if nothing. */
    find(id: string): OwnEntry | null {
      const row = find.get(id);
      return row ? ownOf(row) : null;
    },

    /** All that the library says. */
    list: (): OwnEntry[] => all.all().map(ownOf),
  };
}

function ownOf({ id, value }: Row): OwnEntry {
  return { id, entry: value === null ? null : GazetteerEntry.parse(JSON.parse(value)) };
}

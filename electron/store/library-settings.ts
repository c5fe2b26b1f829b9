import type { Database } from './database.ts';

/** What a library remembers about itself, by name. */
export type LibrarySetting = 'lastCable' | 'index' | 'touched';

/** The settings that belong to a library and travel with its file. */
export function librarySettings(db: Database) {
  const find = db.prepare<[string], { value: string }>('SELECT value FROM setting WHERE name = ?');
  const put = db.prepare<[string, string]>(
    'INSERT INTO setting (name, value) VALUES (?, ?) ON CONFLICT (name) DO UPDATE SET value = excluded.value',
  );
  return {
    /** The value of a setting, null if it was never set. */
    get: (name: LibrarySetting): string | null => find.get(name)?.value ?? null,
    set(name: LibrarySetting, value: string): void {
      put.run(name, value);
    },
  };
}

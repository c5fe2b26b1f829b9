import { ChangeSet } from '@codemirror/state';
import type { Database } from './database.ts';

/** The emendations of editors, each a change set from the text of its parent. */
export function revisionTable(db: Database) {
  const list = db.prepare<[string], { changes: string }>(
    'SELECT changes FROM revision WHERE cable_id = ? ORDER BY version',
  );
  return {
    /** All emendations of a cable as one change set over its cleaned text, null where there are none. */
    emendations: (cableId: string): ChangeSet | null =>
      list
        .all(cableId)
        .map(({ changes }) => ChangeSet.fromJSON(JSON.parse(changes)))
        .reduce<ChangeSet | null>((all, next) => all?.compose(next) ?? next, null),
  };
}

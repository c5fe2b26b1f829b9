import type { Tag } from '../../domain/tag/tag.ts';
import { fail } from '../../domain/failure.ts';
import { rollbacks, type Database } from './database.ts';
import type { IndexTable } from './search/index-table.ts';
import type { Steps } from './search/turns.ts';

interface TagRow extends Omit<Tag, 'parentId'> {
  readonly parent_id: string | null;
}

const COLUMNS = 'id, name, colour, description, parent_id, key, iri';
const alphabet = new Intl.Collator('en', { numeric: true });

/** The vocabulary of a library. */
export function tagTable(db: Database, index: Pick<IndexTable, 'takeTagged'>) {
  const put = db.prepare<TagRow>(
    `INSERT INTO tag (${COLUMNS})
     VALUES (@id, @name, @colour, @description, @parent_id, @key, @iri) ON CONFLICT (id)
     DO UPDATE SET name = excluded.name, colour = excluded.colour,
       description = excluded.description, parent_id = excluded.parent_id,
       key = excluded.key, iri = excluded.iri`,
  );
  const remove = db.prepare<[string]>('DELETE FROM tag WHERE id = ?');
  const all = db.prepare<[], TagRow>(`SELECT ${COLUMNS} FROM tag ORDER BY id`);
  const find = db.prepare<[string], TagRow>(`SELECT ${COLUMNS} FROM tag WHERE id = ?`);
  const usedBeside = db
    .prepare<[string], string>(
      `SELECT DISTINCT tag_id FROM annotation_tag JOIN annotation ON annotation.id = annotation_id
        WHERE cable_id NOT IN (SELECT value FROM json_each(?))`,
    )
    .pluck();
  const usesOf = db
    .prepare<[string], number>('SELECT count(*) FROM annotation_tag WHERE tag_id = ?')
    .pluck();
  const usesOfDeleted = db.prepare<[], { tag_id: string; uses: number }>(
    `SELECT tag_id, count(*) AS uses FROM discarded_cable
       CROSS JOIN annotation ON annotation.cable_id = discarded_cable.cable_id
       CROSS JOIN annotation_tag ON annotation_id = annotation.id
      GROUP BY tag_id`,
  );
  const ids = db.prepare<[], string>('SELECT id FROM tag').pluck();

  // With a million annotations counting takes its time: it is done once, and then for the tags used anew.
  let counts = new Map<string, number>();
  let counted = -1;
  // Whoever asks while it is being counted goes on with that.
  let pass: {
    readonly of: number;
    readonly left: string[];
    readonly made: Map<string, number>;
  } | null = null;
  function* uses(): Steps<ReadonlyMap<string, number>> {
    while (counted !== rollbacks(db)) {
      if (pass?.of !== rollbacks(db)) {
        index.takeTagged();
        pass = { of: rollbacks(db), left: ids.all(), made: new Map() };
      }
      const id = pass.left.pop();
      if (id === undefined) [counts, counted] = [pass.made, pass.of];
      else pass.made.set(id, usesOf.get(id) ?? 0);
      yield;
    }
    // What others have used meanwhile is counted anew.
    for (const id of index.takeTagged()) counts.set(id, usesOf.get(id) ?? 0);
    const kept = new Map(counts);
    for (const { tag_id: id, uses: gone } of usesOfDeleted.all())
      kept.set(id, (kept.get(id) ?? 0) - gone);
    return kept;
  }

  const list = (): Tag[] =>
    all
      .all()
      .map(fromRow)
      .toSorted((a, b) => alphabet.compare(a.name, b.name));

  const findTag = (id: string): Tag | null => {
    const row = find.get(id);
    return row ? fromRow(row) : null;
  };

  return {
    /** Puts a tag in place, new or changed. */
    put({ parentId, ...tag }: Tag): void {
      put.run({ ...tag, parent_id: parentId });
    },

    /** Removes a tag that no annotation has and that is no other's parent. */
    remove(id: string): void {
      remove.run(id);
    },

    /** The tag, null if there is none. */
    find: findTag,

    /** The tag; fails with `not-found` if there is none. */
    get: (id: string): Tag =>
      findTag(id) ?? fail('not-found', 'This tag has been deleted meanwhile. Choose another one.'),

    /** All tags in alphabetical order, those of one name in the order in which they were made. */
    list,

    /** The ids of all tags that annotations of other cables than these have, those of deleted ones among them. */
    usedBeside: (cableIds: readonly string[]): string[] => usedBeside.all(JSON.stringify(cableIds)),

    /** How often each tag is used in cables that have not been deleted, by its id. */
    uses,
  };
}

function fromRow({ parent_id: parentId, ...tag }: TagRow): Tag {
  return { ...tag, parentId };
}

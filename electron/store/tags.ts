import type { Tag } from '../../domain/tag/tag.ts';
import { fail } from '../../domain/failure.ts';
import type { Database } from './database.ts';

interface TagRow extends Omit<Tag, 'parentId'> {
  readonly parent_id: string | null;
}

const COLUMNS = 'id, name, colour, description, parent_id, key, iri';
const alphabet = new Intl.Collator('en', { numeric: true });

/** The vocabulary of a library. */
export function tagTable(db: Database) {
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
  const uses = db.prepare<[], { tag_id: string; uses: number }>(
    `SELECT tag_id, sum(uses) AS uses FROM (
        SELECT tag_id, count(*) AS uses FROM annotation_tag GROUP BY tag_id
        UNION ALL
        SELECT tag_id, -count(*) FROM discarded_cable
          CROSS JOIN annotation ON annotation.cable_id = discarded_cable.cable_id
          CROSS JOIN annotation_tag ON annotation_id = annotation.id
         GROUP BY tag_id)
      GROUP BY tag_id HAVING sum(uses) > 0`,
  );

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

    /** How often each tag is used in cables that have not been deleted, by its id; unused ones are not in it. */
    uses: (): Map<string, number> => new Map(uses.all().map((row) => [row.tag_id, row.uses])),
  };
}

function fromRow({ parent_id: parentId, ...tag }: TagRow): Tag {
  return { ...tag, parentId };
}

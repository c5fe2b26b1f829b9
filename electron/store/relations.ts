import type { Relation, RelationType } from '../../domain/relation/relation.ts';
import { fail } from '../../domain/failure.ts';
import type { Database } from './database.ts';
import { kept } from './discarded.ts';

interface RelationRow extends Omit<Relation, 'typeId' | 'from' | 'to'> {
  readonly type_id: string;
  readonly from_id: string;
  readonly to_id: string;
}

const COLUMNS = 'id, type_id, from_id, to_id, note, creator, created';

/** A condition that leaves out relations with an end in a deleted cable. */
const BOTH_KEPT = `NOT EXISTS (SELECT 1 FROM annotation AS one WHERE one.id IN (from_id, to_id)
    AND NOT ${kept('one.cable_id')})`;

/** The relations between annotations, and the types they are of. */
export function relationTable(db: Database) {
  return { ...relations(db), types: types(db) };
}

function relations(db: Database) {
  const put = db.prepare<RelationRow>(
    `INSERT INTO relation (${COLUMNS})
     VALUES (@id, @type_id, @from_id, @to_id, @note, @creator, @created) ON CONFLICT (id)
     DO UPDATE SET type_id = excluded.type_id, from_id = excluded.from_id, to_id = excluded.to_id,
       note = excluded.note`,
  );
  const remove = db.prepare<[string]>('DELETE FROM relation WHERE id = ?');
  const find = db.prepare<[string], RelationRow>(`SELECT ${COLUMNS} FROM relation WHERE id = ?`);
  const all = db.prepare<[], RelationRow>(`SELECT ${COLUMNS} FROM relation ORDER BY id`);
  const ofAnnotation = db.prepare<[string, string], RelationRow>(
    `SELECT ${COLUMNS} FROM relation WHERE from_id = ? OR to_id = ? ORDER BY id`,
  );
  const ofType = db.prepare<[string], RelationRow>(
    `SELECT ${COLUMNS} FROM relation WHERE type_id = ? ORDER BY id`,
  );
  // From the side of the cable, as a library may have many more relations than a cable has annotations.
  const byEnd = (end: 'from_id' | 'to_id') =>
    `SELECT relation.* FROM annotation CROSS JOIN relation ON relation.${end} = annotation.id
      WHERE annotation.cable_id = ?`;
  const ofCable = db.prepare<[string, string], RelationRow>(
    `SELECT ${COLUMNS} FROM (${byEnd('from_id')} UNION ${byEnd('to_id')})
      WHERE ${BOTH_KEPT} ORDER BY id`,
  );
  const findRelation = (id: string): Relation | null => {
    const row = find.get(id);
    return row ? relationOf(row) : null;
  };

  return {
    /** Puts a relation in place, new or changed. Only within a transaction. */
    put({ typeId, from, to, ...rest }: Relation): void {
      put.run({ ...rest, type_id: typeId, from_id: from, to_id: to });
    },

    /** Takes a relation away. Only within a transaction. */
    remove(id: string): void {
      remove.run(id);
    },

    /** The relation, null if there is none. */
    find: findRelation,

    /** The relation; fails with `not-found` if there is none. */
    get: (id: string): Relation =>
      findRelation(id) ??
      fail('not-found', 'This link has been deleted meanwhile. Undo brings it back.'),

    /** All relations there are, those of deleted cables among them, in the order in which they were made. */
    list: (): Relation[] => all.all().map(relationOf),

    /** All relations of an annotation, in the order in which they were made. */
    ofAnnotation: (id: string): Relation[] => ofAnnotation.all(id, id).map(relationOf),

    /** All relations of a type, in the order in which they were made. */
    ofType: (typeId: string): Relation[] => ofType.all(typeId).map(relationOf),

    /** All relations of the annotations of a cable, but those to deleted cables, in the order in which they were made. */
    ofCable: (cableId: string): Relation[] => ofCable.all(cableId, cableId).map(relationOf),
  };
}

function types(db: Database) {
  const put = db.prepare<RelationType>(
    `INSERT INTO relation_type (id, name, reverse, description)
     VALUES (@id, @name, @reverse, @description) ON CONFLICT (id)
     DO UPDATE SET name = excluded.name, reverse = excluded.reverse,
       description = excluded.description`,
  );
  const remove = db.prepare<[string]>('DELETE FROM relation_type WHERE id = ?');
  const find = db.prepare<[string], RelationType>(
    'SELECT id, name, reverse, description FROM relation_type WHERE id = ?',
  );
  const all = db.prepare<[], RelationType>(
    'SELECT id, name, reverse, description FROM relation_type ORDER BY name COLLATE NOCASE, id',
  );
  const uses = db.prepare<[], { type_id: string; uses: number }>(
    `SELECT type_id, count(*) AS uses FROM relation WHERE ${BOTH_KEPT} GROUP BY type_id`,
  );
  const findType = (id: string): RelationType | null => find.get(id) ?? null;

  return {
    /** Puts a type in place, new or changed. Only within a transaction. */
    put(type: RelationType): void {
      put.run(type);
    },

    /** Takes a type away that no relation is of. Only within a transaction. */
    remove(id: string): void {
      remove.run(id);
    },

    /** The type, null if there is none. */
    find: findType,

    /** The type; fails with `not-found` if there is none. */
    get: (id: string): RelationType =>
      findType(id) ??
      fail('not-found', 'This kind of link has been deleted meanwhile. Choose another one.'),

    /** All types in alphabetical order. */
    list: (): RelationType[] => all.all(),

    /** How often each type is used, by its id; unused ones are not in it. */
    uses: (): Map<string, number> => new Map(uses.all().map((row) => [row.type_id, row.uses])),
  };
}

function relationOf({ type_id: typeId, from_id: from, to_id: to, ...rest }: RelationRow): Relation {
  return { ...rest, typeId, from, to };
}

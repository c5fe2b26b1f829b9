import type { DatesQuery, Having, IsQuery } from '../../../domain/search/query.ts';
import { wordsOf } from '../../../domain/search/tokens.ts';
import { pathOf, tagsById, withBelow } from '../../../domain/tag/tree.ts';
import type { Tag } from '../../../domain/tag/tag.ts';
import type { Database } from '../database.ts';
import { HAS_MISSING, HAS_REFERENCE } from '../reference/reference-table.ts';
import { bitsOf, type Bits } from './bits.ts';
import { rowsWhere, type Columns } from './columns.ts';
import { HOLDS } from './notes.ts';

/** The cables that have something, by its name. What the list counts is in its lines. */
const HAVING: Readonly<Record<Having, string>> = {
  annotation: 'SELECT DISTINCT cable_id FROM annotation',
  note: `SELECT DISTINCT cable_id FROM annotation
    JOIN noted_annotation ON annotation_id = annotation.id WHERE ${HOLDS}`,
  proposal: 'SELECT cable_id FROM cable_line WHERE proposals > 0',
  emendation: `SELECT DISTINCT cable_id FROM emendation WHERE lost IS NULL
    UNION SELECT cable_id FROM field_emendation`,
  tray: `SELECT DISTINCT cable_id FROM annotation_target
    JOIN annotation ON annotation.id = annotation_id WHERE lost IS NOT NULL`,
  reference: `SELECT cable_id FROM cable_line WHERE ${HAS_REFERENCE}`,
  missing: `SELECT cable_id FROM cable_line WHERE ${HAS_MISSING}`,
  witness: `SELECT cable_id FROM emendation WHERE witness_id IS NOT NULL
    UNION SELECT cable_id FROM import_file WHERE outcome = 'witness'
    UNION SELECT again_of FROM import_file WHERE outcome = 'witness'`,
};

const BY = `
  SELECT cable_id FROM annotation WHERE creator IN (SELECT value FROM json_each(@names))
  UNION SELECT cable_id FROM emendation WHERE author IN (SELECT value FROM json_each(@names))
  UNION SELECT cable_id FROM field_emendation WHERE author IN (SELECT value FROM json_each(@names))
  UNION SELECT cable_id FROM vouch WHERE author IN (SELECT value FROM json_each(@names))`;

const NAMES = `
  SELECT creator FROM annotation UNION SELECT author FROM emendation
  UNION SELECT author FROM field_emendation UNION SELECT author FROM vouch`;

/** What a value counts as: letters that look alike are the same, and signs do not matter. */
export function folded(value: string): string {
  return wordsOf(value).join(' ');
}

/** The rows that meet conditions which are no words. */
export function conditionTable(db: Database, columns: Columns) {
  const rowsOfCables = (cables: string) =>
    db
      .prepare<unknown[], number>(`SELECT row FROM (${cables}) JOIN cable_line USING (cable_id)`)
      .pluck();
  const having = new Map<Having, ReturnType<typeof rowsOfCables>>();
  const byNames = rowsOfCables(BY);
  const names = db.prepare<[], string>(NAMES).pluck();
  const numbered = db.prepare<
    [string],
    { row: number; number: string | null; telegram: string | null }
  >(
    `SELECT line.row, number, telegram_number AS telegram FROM cable_index
       JOIN cable_line AS line ON line.row = cable_index.rowid WHERE cable_index MATCH ?`,
  );

  const has = (value: string, last: number): Bits => {
    const name = value as Having;
    const known = having.get(name) ?? rowsOfCables(HAVING[name]);
    having.set(name, known);
    return bitsOf(known.all(), last);
  };

  const byWhom = (value: string, last: number): Bits => {
    const wanted = folded(value);
    const some = names.all().filter((name) => folded(name) === wanted);
    return bitsOf(byNames.all({ names: JSON.stringify(some) }), last);
  };

  /** Cables whose number in the edition, or whose own, is this; the index finds those that have the words. */
  const withNumber = (value: string, last: number): Bits => {
    const wanted = folded(value);
    if (wanted === '') return bitsOf([], last);
    const found = numbered
      .all(`{facts} : "${wanted}"`)
      .filter(({ number, telegram }) =>
        [number, telegram].some((each) => each !== null && folded(each) === wanted),
      );
    return bitsOf(
      found.map(({ row }) => row),
      last,
    );
  };

  return {
    /** The rows up to `last` of which a field is what is said. */
    is({ field, value }: IsQuery, tags: readonly Tag[], last: number): Bits {
      const wanted = folded(value);
      const some = (values: readonly string[]) => values.some((each) => folded(each) === wanted);
      if (field === 'class') return rowsWhere(columns.column('classification'), last, some);
      if (field === 'kind') return rowsWhere(columns.column('kind'), last, some);
      if (field === 'state') return rowsWhere(columns.column('state'), last, some);
      if (field === 'tag') return withTags(columns, tagsNamed(value, tags), last);
      if (field === 'has') return has(value, last);
      return field === 'by' ? byWhom(value, last) : withNumber(value, last);
    },

    /** The rows up to `last` whose date is between two. */
    dates(query: DatesQuery, last: number): Bits {
      return rowsWhere(columns.column('date'), last, ([date]) => isBetween(date ?? null, query));
    },
  };
}

/** The rows up to `last` with an annotation that has one of some tags. */
export function withTags(columns: Columns, tagIds: ReadonlySet<string>, last: number): Bits {
  return rowsWhere(columns.column('tag'), last, (ids) => ids.some((id) => tagIds.has(id)));
}

/** The ids of the tags of a name, or of a path of names, and of those below them. */
function tagsNamed(value: string, tags: readonly Tag[]): Set<string> {
  const wanted = folded(value);
  const known = tagsById(tags);
  const named = tags.filter(
    (tag) => folded(tag.name) === wanted || folded(pathOf(tag, known)) === wanted,
  );
  return withBelow(
    named.map(({ id }) => id),
    tags,
  );
}

/** Whether a date lies from the beginning of one to the end of another, all as exact as they are written. */
export function isBetween(
  date: string | null,
  { from, to, undated }: Pick<DatesQuery, 'from' | 'to' | 'undated'>,
): boolean {
  if (date === null || undated) return (date === null) === undated;
  return (from === null || date >= from) && (to === null || date.slice(0, to.length) <= to);
}

import type { Annotation, Target, Verdict } from '../../domain/annotation/annotation.ts';
import { fail } from '../../domain/failure.ts';
import type { Range } from '../../domain/text/range.ts';
import type { Database } from './database.ts';
import { kept } from './discarded.ts';
import { followingTargets } from './following.ts';
import type { IndexTable } from './search/index-table.ts';

interface AnnotationRow {
  readonly id: string;
  readonly cable_id: string;
  readonly note: string;
  readonly creator: string;
  readonly created: string;
  readonly modified: string;
  readonly verdict: Verdict['value'] | null;
  readonly verdict_by: string | null;
  readonly verdict_time: string | null;
}

interface TargetRow {
  readonly annotation_id: string;
  readonly side: Target['side'];
  readonly from_at: number;
  readonly to_at: number;
  readonly version: number;
  readonly exact: string;
  readonly prefix: string;
  readonly suffix: string;
  readonly lost: string | null;
}

interface TaggingRow {
  readonly annotation_id: string;
  readonly tag_id: string;
}

const COLUMNS = 'id, cable_id, note, creator, created, modified, verdict, verdict_by, verdict_time';
/** A limit that is none, as SQLite has it. */
const ALL = -1;
const TARGET_COLUMNS = 'annotation_id, side, from_at, to_at, version, exact, prefix, suffix, lost';

/** The annotations of a library with their targets and tags. */
export function annotationTable(db: Database, index: IndexTable) {
  const following = followingTargets(db);
  const writing = writer(db, following, index);
  const reading = reader(db);
  const count = db.prepare<[], { total: number }>(
    `SELECT (SELECT count(*) FROM annotation) -
        (SELECT count(*) FROM discarded_cable CROSS JOIN annotation USING (cable_id)) AS total`,
  );
  const keptAmong = db.prepare<[string], { total: number }>(
    `SELECT count(*) AS total FROM annotation
      WHERE id IN (SELECT value FROM json_each(?)) AND ${kept('annotation.cable_id')}`,
  );
  const someDiscarded = db.prepare<[], 1>('SELECT 1 FROM discarded_cable LIMIT 1').pluck();
  const WITH_TAG = `FROM annotation_tag WHERE tag_id = ?`;
  const KEPT_WITH_TAG = `FROM annotation_tag JOIN annotation ON annotation.id = annotation_id
      WHERE tag_id = ? AND ${kept('annotation.cable_id')}`;
  // Most libraries have no deleted cables: then the index of tags alone tells how many, and which come next.
  const tagged = [WITH_TAG, KEPT_WITH_TAG].map((from) => ({
    count: db.prepare<[string], number>(`SELECT count(*) ${from}`).pluck(),
    ids: db
      .prepare<[string, number, number], string>(
        `SELECT annotation_id ${from} ORDER BY annotation_id LIMIT ? OFFSET ?`,
      )
      .pluck(),
  }));
  const taggedNow = () => tagged[someDiscarded.get() === undefined ? 0 : 1];
  const anyWithTag = db.prepare<[string], number>(`SELECT count(*) ${WITH_TAG}`).pluck();
  const find = (id: string): Annotation | null => reading.one(id);
  const get = (id: string): Annotation =>
    find(id) ??
    fail('not-found', 'This annotation has been deleted meanwhile. Undo brings it back.');

  return {
    ...writing,
    ...following,

    /** The annotation, null if there is none. */
    find,

    /** The annotation; fails with `not-found` if there is none. */
    get,

    /** All annotations of a cable, in the order in which they were made. */
    list: (cableId: string): Annotation[] => reading.slice(cableId, '', ALL),

    /** At most `limit` annotations of a cable that were made after another one, in that order; '' stands before the first. */
    slice: (cableId: string, after: string, limit: number): Annotation[] =>
      reading.slice(cableId, after, limit),

    /** Those of a cable that stand on something of a stretch of one side, or of the other, in the order in which they were made. */
    standingOn(cableId: string, stretches: Readonly<Record<Target['side'], Range>>): Annotation[] {
      const { original, transcription } = stretches;
      return reading.named([
        ...reading.standing(cableId, 'original', original),
        ...reading.standing(cableId, 'transcription', transcription),
      ]);
    },

    /** The notes of a cable's annotations, without the empty ones. */
    notesOf: (cableId: string) => reading.notesOf(cableId),

    /** How many annotations a cable has. */
    countOf: (cableId: string): number => reading.countOf(cableId),

    /** Those annotations of a cable that have these ids, in the order in which they were made. */
    some(cableId: string, ids: readonly string[]): Annotation[] {
      return reading.named(ids).filter((one) => one.cableId === cableId);
    },

    /** The tags of an annotation and when it was changed last; null if there is none. */
    tagsOf: (id: string) => reading.tagsOf(id),

    /**
     * The tags of all annotations that have a tag, those of deleted cables among them, and when each was
     * changed last, in the order in which they were made.
     */
    taggedWith: (tagId: string) => reading.taggedWith(tagId),

    /** How many of some annotations are of cables that have not been deleted. */
    countKept: (ids: readonly string[]): number => keptAmong.get(JSON.stringify(ids))?.total ?? 0,

    /** The same, at most `limit` of those made after another; '' stands before the first. */
    sliceWithTag: (tagId: string, after: string, limit: number) =>
      reading.sliceWithTag(tagId, after, limit),

    /** How many annotations have a tag, those of deleted cables among them. */
    countWithTag: (tagId: string): number => anyWithTag.get(tagId) ?? 0,

    /** How many annotations have a tag, but for those of deleted cables. */
    countKeptWithTag: (tagId: string): number => taggedNow()?.count.get(tagId) ?? 0,

    /** A stretch of the ids of the annotations that have a tag, but those of deleted cables, in the order in which they were made. */
    idsWithTag: (tagId: string, offset: number, limit: number): string[] =>
      taggedNow()?.ids.all(tagId, limit, offset) ?? [],

    /** How many annotations there are in the whole library, but for those of deleted cables. */
    count: (): number => count.get()?.total ?? 0,
  };
}

/** Puts annotations in place and takes them away. Only within a transaction. */
function writer(db: Database, following: ReturnType<typeof followingTargets>, index: IndexTable) {
  const put = db.prepare<AnnotationRow>(
    `INSERT INTO annotation (${COLUMNS})
     VALUES (@id, @cable_id, @note, @creator, @created, @modified, @verdict, @verdict_by, @verdict_time)
     ON CONFLICT (id) DO UPDATE SET note = excluded.note, creator = excluded.creator,
       created = excluded.created, modified = excluded.modified, verdict = excluded.verdict,
       verdict_by = excluded.verdict_by, verdict_time = excluded.verdict_time`,
  );
  const remove = db.prepare<[string]>('DELETE FROM annotation WHERE id = ?');
  const clearTags = db
    .prepare<[string], string>(
      'DELETE FROM annotation_tag WHERE annotation_id = ? RETURNING tag_id',
    )
    .pluck();
  const addTag = db.prepare<[string, number, string]>(
    'INSERT INTO annotation_tag (annotation_id, ordinal, tag_id) VALUES (?, ?, ?)',
  );
  const restamp = db.prepare<[number, string]>(
    `UPDATE annotation_target SET version = ? WHERE side = 'transcription'
       AND annotation_id IN (SELECT id FROM annotation WHERE cable_id = ?)`,
  );

  const touch = db.prepare<[string, string]>('UPDATE annotation SET modified = ? WHERE id = ?');
  const cableOf = db
    .prepare<[string], string>('SELECT cable_id FROM annotation WHERE id = ?')
    .pluck();
  const annotated = (id: string) => {
    const cableId = cableOf.get(id);
    if (cableId !== undefined) index.annotated(cableId);
  };
  const putTags = (id: string, tagIds: readonly string[]) => {
    index.tagged(clearTags.all(id));
    index.tagged(tagIds);
    for (const [ordinal, tagId] of tagIds.entries()) addTag.run(id, ordinal, tagId);
  };

  return {
    /** Says of all targets on the transcription of a cable that they stand on its text in `version`. */
    restamp(cableId: string, version: number): void {
      restamp.run(version, cableId);
    },

    /** Puts an annotation in place, new or changed. Its cable never changes. */
    put({ id, cableId, targets, tagIds, verdict, ...rest }: Annotation): void {
      const { value = null, by = null, time = null } = verdict ?? {};
      const judged = { verdict: value, verdict_by: by, verdict_time: time };
      put.run({ ...rest, ...judged, id, cable_id: cableId });
      following.putTargets(cableId, id, targets);
      putTags(id, tagIds);
      index.notes.put(id, rest.note);
      index.annotated(cableId);
    },

    /** Gives an annotation tags in the place of those it has. */
    retag(id: string, tagIds: readonly string[], modified: string): void {
      touch.run(modified, id);
      putTags(id, tagIds);
      annotated(id);
    },

    /** Takes an annotation away, with its targets and tags. */
    remove(id: string): void {
      annotated(id);
      index.tagged(clearTags.all(id));
      remove.run(id);
      following.forgetTargets(id);
    },
  };
}

function reader(db: Database) {
  const one = db.prepare<[string], AnnotationRow>(`SELECT ${COLUMNS} FROM annotation WHERE id = ?`);
  const targetsOfOne = db.prepare<[string], TargetRow>(
    `SELECT ${TARGET_COLUMNS} FROM annotation_target WHERE annotation_id = ? ORDER BY ordinal`,
  );
  const tagsOfOne = db.prepare<[string], TaggingRow>(
    'SELECT annotation_id, tag_id FROM annotation_tag WHERE annotation_id = ? ORDER BY ordinal',
  );
  const taggedWith = db.prepare<[string], TaggingRow & { readonly modified: string }>(
    `SELECT annotation_id, tag_id, modified FROM annotation_tag
       JOIN annotation ON annotation.id = annotation_id
       WHERE annotation_id IN (SELECT annotation_id FROM annotation_tag WHERE tag_id = ?)
       ORDER BY annotation_id, ordinal`,
  );
  const sliceWithTag = db.prepare<
    [string, string, number],
    TaggingRow & { readonly modified: string }
  >(
    `SELECT annotation_id, tag_id, modified FROM annotation_tag
       JOIN annotation ON annotation.id = annotation_id
       WHERE annotation_id IN (SELECT annotation_id FROM annotation_tag
         WHERE tag_id = ? AND annotation_id > ? ORDER BY annotation_id LIMIT ?)
       ORDER BY annotation_id, ordinal`,
  );
  const inSlice = several<[string, string, number]>(
    db,
    'SELECT id FROM annotation WHERE cable_id = ? AND id > ? ORDER BY id LIMIT ?',
  );
  const named = several<[string]>(db, 'SELECT value FROM json_each(?)');
  const standing = db.prepare<[string, Target['side'], number, number], { annotation_id: string }>(
    `SELECT DISTINCT annotation_id FROM annotation_target
      WHERE annotation_id IN (SELECT id FROM annotation WHERE cable_id = ?)
        AND side = ? AND from_at < ? AND to_at > ?`,
  );
  const notesOf = db.prepare<[string], Pick<AnnotationRow, 'id' | 'note'>>(
    `SELECT id, note FROM annotation WHERE cable_id = ? AND note <> ''`,
  );
  const countOf = db.prepare<[string], { total: number }>(
    'SELECT count(*) AS total FROM annotation WHERE cable_id = ?',
  );

  return {
    one(id: string): Annotation | null {
      const row = one.get(id);
      return row ? whole(row, targetsOfOne.all(id), tagsOfOne.all(id)) : null;
    },

    tagsOf(id: string): Pick<Annotation, 'id' | 'tagIds' | 'modified'> | null {
      const row = one.get(id);
      if (!row) return null;
      return { id, tagIds: tagsOfOne.all(id).map((each) => each.tag_id), modified: row.modified };
    },

    taggedWith: (tagId: string): Tagged[] => tagsByAnnotation(taggedWith.all(tagId)),

    sliceWithTag: (tagId: string, after: string, limit: number): Tagged[] =>
      tagsByAnnotation(sliceWithTag.all(tagId, after, limit)),

    slice: (cableId: string, after: string, limit: number): Annotation[] =>
      inSlice(cableId, after, limit),

    named: (ids: readonly string[]): Annotation[] => named(JSON.stringify(ids)),

    standing: (cableId: string, side: Target['side'], { from, to }: Range): string[] =>
      standing.all(cableId, side, to, from).map(({ annotation_id: id }) => id),

    notesOf: (cableId: string) => notesOf.all(cableId),

    countOf: (cableId: string): number => countOf.get(cableId)?.total ?? 0,
  };
}

/** The tags of an annotation, and when it was changed last. */
export type Tagged = Pick<Annotation, 'id' | 'tagIds' | 'modified'>;

function tagsByAnnotation(rows: readonly (TaggingRow & { readonly modified: string })[]): Tagged[] {
  const found = new Map<string, Tagged>();
  for (const { annotation_id: id, tag_id: each, modified } of rows) {
    const known = found.get(id);
    if (known) known.tagIds.push(each);
    else found.set(id, { id, tagIds: [each], modified });
  }
  return [...found.values()];
}

/** Reads the annotations whose ids a query gives, in the order in which they were made. */
function several<Parameters extends unknown[]>(db: Database, ids: string) {
  const rows = db.prepare<Parameters, AnnotationRow>(
    `SELECT ${COLUMNS} FROM annotation WHERE id IN (${ids}) ORDER BY id`,
  );
  const targetRows = db.prepare<Parameters, TargetRow>(
    `SELECT ${TARGET_COLUMNS} FROM annotation_target WHERE annotation_id IN (${ids}) ORDER BY annotation_id, ordinal`,
  );
  const tagRows = db.prepare<Parameters, TaggingRow>(
    `SELECT annotation_id, tag_id FROM annotation_tag WHERE annotation_id IN (${ids}) ORDER BY annotation_id, ordinal`,
  );
  return (...parameters: Parameters): Annotation[] => {
    const targets = byAnnotation(targetRows.all(...parameters));
    const tags = byAnnotation(tagRows.all(...parameters));
    return rows
      .all(...parameters)
      .map((row) => whole(row, targets.get(row.id) ?? [], tags.get(row.id) ?? []));
  };
}

function byAnnotation<Row extends { readonly annotation_id: string }>(
  rows: readonly Row[],
): Map<string, Row[]> {
  const groups = new Map<string, Row[]>();
  for (const row of rows) {
    const group = groups.get(row.annotation_id);
    if (group) group.push(row);
    else groups.set(row.annotation_id, [row]);
  }
  return groups;
}

function whole(
  { cable_id: cableId, verdict: value, verdict_by: by, verdict_time: time, ...row }: AnnotationRow,
  targets: readonly TargetRow[],
  taggings: readonly TaggingRow[],
): Annotation {
  return {
    ...row,
    cableId,
    verdict: value !== null && by !== null && time !== null ? { value, by, time } : null,
    targets: targets.map(
      ({ side, from_at: from, to_at: to, version, exact, prefix, suffix, lost }) => ({
        side,
        from,
        to,
        version,
        quote: { exact, prefix, suffix },
        lost,
      }),
    ),
    tagIds: taggings.map(({ tag_id: id }) => id),
  };
}

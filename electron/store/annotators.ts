import { type Mergeable, mergersIn } from '../../domain/agreement/merged.ts';
import type { ComparedCable, Tagged } from '../../domain/agreement/measure.ts';
import { inReadingText, standingOf } from '../../domain/agreement/standing.ts';
import type { Target } from '../../domain/annotation/annotation.ts';
import { pieces } from '../../domain/transcription/transcription.ts';
import type { Database } from './database.ts';
import { kept } from './discarded.ts';
import type { Library } from './library.ts';
import { noSuchCable } from './originals.ts';

type Place = Pick<Target, 'side' | 'from' | 'to' | 'lost'>;

/** An annotation as far as a comparison of annotators asks for it; lost targets are left out. */
interface Work extends Mergeable {
  readonly targets: Place[];
  readonly tagIds: string[];
}

interface Replaced {
  readonly from_at: number;
  readonly to_at: number;
  readonly insertion: string;
}

/**
 * What two annotators have marked, in the cables that both have annotated or in those given, in the
 * order of the list. What they were said to have done wrong counts: it is their work that is compared.
 * What came of merging does not, and so the work of who adjudicates is not taken for an annotator's.
 */
export function comparedCables(
  library: Library,
  creators: readonly [string, string],
  cableIds: readonly string[] | null,
): ComparedCable[] {
  const { cables, db } = library;
  const works = creators.map((creator) => worksOf(db, creator, cableIds)) as [Work[], Work[]];
  const mergers = mergersIn([...mergedBy(db, creators), ...works.flat()]);
  const made = new Set([...mergers.values()].map(({ id }) => id));
  const [first, second] = works.map((all) => byCable(all.filter(({ id }) => !made.has(id))));
  if (!first || !second) return [];
  const common = cableIds ?? [...first.keys()].filter((id) => second.has(id));
  const lengthOf = transcriptionLengths(db);
  return inListOrder(db, common).map((cableId) => {
    const [a, b] = [first.get(cableId) ?? [], second.get(cableId) ?? []];
    const inOriginal = [...a, ...b].some(({ targets }) => targets.some(isOnOriginal));
    // A transcription is worked out only where something stands on the original.
    const transcription = inOriginal ? cables.transcription(cableId) : null;
    const map = transcription ? pieces(transcription) : [];
    const stretches = (all: readonly Work[]) =>
      all.flatMap(({ targets, tagIds }): Tagged[] =>
        inReadingText(standingOf(targets, map)).map((range) => ({ ...range, tagIds })),
      );
    return {
      cableId,
      title: cables.title(cableId),
      length: transcription?.text.length ?? lengthOf(cableId),
      first: stretches(a),
      second: stretches(b),
    };
  });
}

function isOnOriginal({ side }: Place): boolean {
  return side === 'original';
}

/** All annotations of one person, in the cables given or in all. */
function worksOf(db: Database, creator: string, cableIds: readonly string[] | null): Work[] {
  const within = cableIds === null ? '' : 'AND a.cable_id IN (SELECT value FROM json_each(?))';
  const bound = cableIds === null ? [creator] : [creator, JSON.stringify(cableIds)];
  const whose = `a.creator = ? ${within} AND ${kept('a.cable_id')}`;
  const rows = db
    .prepare<string[], { id: string; cable_id: string; created: string }>(
      `SELECT a.id, a.cable_id, a.created FROM annotation a WHERE ${whose}`,
    )
    .all(...bound);
  const works = new Map(
    rows.map(({ id, cable_id: cableId, created }) => {
      // Which verdicts there are is told by `mergedBy`.
      const work: Work = { id, cableId, creator, created, verdict: null, targets: [], tagIds: [] };
      return [id, work];
    }),
  );
  const targets = db
    .prepare<string[], [id: string, side: Target['side'], from: number, to: number]>(
      `SELECT t.annotation_id, t.side, t.from_at, t.to_at FROM annotation a
         JOIN annotation_target t ON t.annotation_id = a.id WHERE ${whose} AND t.lost IS NULL`,
    )
    .raw();
  for (const [id, side, from, to] of targets.iterate(...bound))
    works.get(id)?.targets.push({ side, from, to, lost: null });
  const tags = db
    .prepare<string[], [id: string, tagId: string]>(
      `SELECT t.annotation_id, t.tag_id FROM annotation a
         JOIN annotation_tag t ON t.annotation_id = a.id WHERE ${whose} ORDER BY t.ordinal`,
    )
    .raw();
  for (const [id, tagId] of tags.iterate(...bound)) works.get(id)?.tagIds.push(tagId);
  return [...works.values()];
}

/** The annotations that one of these persons has merged into another. */
function mergedBy(db: Database, persons: readonly [string, string]): Mergeable[] {
  const rows = db
    .prepare<
      [string, string],
      { id: string; cable_id: string; creator: string; created: string; by: string; time: string }
    >(
      `SELECT id, cable_id, creator, created, verdict_by AS by, verdict_time AS time
         FROM annotation WHERE verdict = 'merged' AND verdict_by IN (?, ?)`,
    )
    .all(...persons);
  return rows.map(({ cable_id: cableId, by, time, ...rest }) => ({
    ...rest,
    cableId,
    verdict: { value: 'merged', by, time },
  }));
}

function byCable(works: readonly Work[]): Map<string, Work[]> {
  const groups = new Map<string, Work[]>();
  for (const work of works) {
    const group = groups.get(work.cableId);
    if (group) group.push(work);
    else groups.set(work.cableId, [work]);
  }
  return groups;
}

/** Cables in the order of the list, each once, without those that were deleted. */
function inListOrder(db: Database, cableIds: readonly string[]): string[] {
  return db
    .prepare<[string], { id: string }>(
      `SELECT cable_id AS id FROM cable_line
        WHERE cable_id IN (SELECT value FROM json_each(?)) AND discarded = 0 ORDER BY sort_key, row`,
    )
    .all(JSON.stringify(cableIds))
    .map(({ id }) => id);
}

/**
 * Tells how long transcriptions are, in UTF-16 code units, without working them out: what changes and
 * emendations put in the place of what, counted together. (SQLite counts code points, so it cannot.)
 */
function transcriptionLengths(db: Database): (cableId: string) => number {
  const original = db.prepare<[string], { text: string }>(
    'SELECT text FROM original WHERE cable_id = ?',
  );
  const changes = db.prepare<[string], Replaced>(
    `SELECT from_at, to_at, insertion FROM change WHERE cable_id = ? AND status = 'accepted'`,
  );
  const emendations = db.prepare<[string], Replaced>(
    'SELECT from_at, to_at, insertion FROM emendation WHERE cable_id = ? AND lost IS NULL',
  );
  return (cableId) => {
    let { length } = (original.get(cableId) ?? noSuchCable()).text;
    for (const layer of [changes, emendations])
      for (const { from_at: from, to_at: to, insertion } of layer.all(cableId))
        length += insertion.length - (to - from);
    return length;
  };
}

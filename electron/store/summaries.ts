import { type AnnotationSummary, beginningOf } from '../../domain/annotation/summary.ts';
import { foldedText } from '../../domain/alike/fold.ts';
import type { Database } from './database.ts';
import { kept } from './discarded.ts';
import { wordsSought } from './words.ts';

/** What a summary needs of the rest of the library. */
export interface SummaryNames {
  /** What a cable is called. */
  readonly titleOf: (cableId: string) => string;
  /** What a tag is called. */
  readonly tagNameOf: (tagId: string) => string;
}

/** What is looked for, and where; `cableId` null means the whole library. */
export interface Sought {
  readonly words: string;
  readonly limit: number;
  readonly cableId: string | null;
}

interface SummaryRow extends Pick<AnnotationSummary, 'id' | 'note' | 'creator' | 'modified'> {
  readonly cable_id: string;
  /** The words of its passages, null for one on the whole cable. */
  readonly quote: string | null;
  /** The ids of its tags, a JSON list. */
  readonly tag_ids: string;
}

const SUMMARY = `
  SELECT id, cable_id, note, creator, modified,
    (SELECT group_concat(exact, ' … ' ORDER BY ordinal)
       FROM annotation_target WHERE annotation_id = annotation.id) AS quote,
    (SELECT json_group_array(tag_id ORDER BY ordinal)
       FROM annotation_tag WHERE annotation_id = annotation.id) AS tag_ids
  FROM annotation`;

/** Annotations of the whole library as lists show them, and the search in them. */
export function summaryTable(db: Database) {
  const one = db.prepare<[string], SummaryRow>(`${SUMMARY} WHERE id = ?`);
  // What an adjudicator rejected or merged into another does not hold any more.
  const HOLDS = "(verdict IS NULL OR verdict = 'accepted')";
  const LATEST_FIRST = 'ORDER BY modified DESC, id DESC';
  const latestFirst = db.prepare<[], SummaryRow>(
    `${SUMMARY} WHERE ${HOLDS} AND ${kept('annotation.cable_id')} ${LATEST_FIRST}`,
  );
  const latestOfCable = db.prepare<[string], SummaryRow>(
    `${SUMMARY} WHERE ${HOLDS} AND cable_id = ? ${LATEST_FIRST}`,
  );
  const creators = db.prepare<[], { creator: string; annotations: number; cables: number }>(
    `SELECT creator, count(*) AS annotations, count(DISTINCT cable_id) AS cables
       FROM annotation WHERE ${kept('annotation.cable_id')} GROUP BY creator`,
  );

  return {
    /** The annotation of this id, null if there is none. */
    find(id: string, names: SummaryNames): AnnotationSummary | null {
      const row = one.get(id);
      return row ? summaryOf(row, names) : null;
    },

    /**
     * The first `limit` annotations that have all these words, of one cable or of all, those changed
     * last first: each word in what was annotated, in the note, in the name of a tag or in the title
     * of the cable. Letters that look alike count as the same.
     */
    search({ words, limit, cableId }: Sought, names: SummaryNames): AnnotationSummary[] {
      const wanted = wordsSought(words);
      const folded = foldedNames(names);
      const found: AnnotationSummary[] = [];
      const rows = cableId === null ? latestFirst.iterate() : latestOfCable.iterate(cableId);
      for (const row of rows) {
        if (found.length === limit) break;
        if (hasAll(wanted, row, folded)) found.push(summaryOf(row, names));
      }
      return found;
    },

    /** Who has annotated, and how much, in no order. */
    creators: () => creators.all(),
  };
}

/** Whether an annotation has all the words. */
function hasAll(wanted: readonly string[], row: SummaryRow, folded: SummaryNames): boolean {
  let left = wanted;
  for (const text of foldedTextsOf(row, folded)) {
    if (left.length === 0) return true;
    left = left.filter((word) => !text.includes(word));
  }
  return left.length === 0;
}

/** The texts of an annotation in which words are looked for; `folded` are the names, folded. */
function* foldedTextsOf(row: SummaryRow, { titleOf, tagNameOf }: SummaryNames) {
  if (row.quote !== null) yield foldedText(row.quote).text;
  if (row.note !== '') yield foldedText(row.note).text;
  for (const id of tagIdsOf(row.tag_ids)) yield tagNameOf(id);
  yield titleOf(row.cable_id);
}

function tagIdsOf(json: string): string[] {
  return json === '[]' ? [] : (JSON.parse(json) as string[]);
}

/** The same names folded, each asked for once. */
function foldedNames({ titleOf, tagNameOf }: SummaryNames): SummaryNames {
  return { titleOf: foldedOnce(titleOf), tagNameOf: foldedOnce(tagNameOf) };
}

function foldedOnce(nameOf: (id: string) => string): (id: string) => string {
  const known = new Map<string, string>();
  return (id) => {
    const name = known.get(id) ?? foldedText(nameOf(id)).text;
    known.set(id, name);
    return name;
  };
}

function summaryOf(
  { cable_id: cableId, quote, tag_ids: tagIds, note, ...row }: SummaryRow,
  { titleOf }: SummaryNames,
): AnnotationSummary {
  return {
    ...row,
    cableId,
    title: titleOf(cableId),
    quote: beginningOf((quote ?? '').replace(/\s+/gu, ' ').trim()),
    tagIds: tagIdsOf(tagIds),
    note: beginningOf(note.trim()),
  };
}

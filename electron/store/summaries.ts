import { type AnnotationSummary, beginningOf } from '../../domain/annotation/summary.ts';
import { foldedText } from '../../domain/alike/fold.ts';
import type { Database } from './database.ts';
import { kept } from './discarded.ts';
import type { Steps } from './search/turns.ts';
import { wordsSought } from './words.ts';
import { storedStrings } from './stored.ts';

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

/** How many annotations are looked through at once, and how many are only put in order. */
const SLICE = 200;
const ROWS = 5_000;

/** A time that is later than all others. */
const LAST = '~';

interface SummaryRow extends Pick<AnnotationSummary, 'id' | 'note' | 'creator' | 'modified'> {
  readonly cable_id: string;
  readonly row: number;
  /** The words of its passages, null for one on the whole cable. */
  readonly quote: string | null;
  /** The ids of its tags, a JSON list. */
  readonly tag_ids: string;
}

const SUMMARY = `
  SELECT annotation.rowid AS row, id, cable_id, note, creator, modified,
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
  // Where many were changed at one time, as by an import, those that came last come first.
  const LATEST_FIRST = 'ORDER BY modified DESC, annotation.rowid DESC';
  const latestFirst = db.prepare<[string, number, number], SummaryRow>(
    `${SUMMARY} WHERE (modified, annotation.rowid) < (?, ?)
        AND ${HOLDS} AND ${kept('annotation.cable_id')} ${LATEST_FIRST} LIMIT ?`,
  );
  const ofCable = db
    .prepare<[string, number, number], [rowid: number, modified: string]>(
      `SELECT rowid, modified FROM annotation WHERE cable_id = ? AND rowid > ? ORDER BY rowid LIMIT ?`,
    )
    .raw();
  const some = db.prepare<[string], SummaryRow>(
    `${SUMMARY} WHERE annotation.rowid IN (SELECT value FROM json_each(?)) AND ${HOLDS} ${LATEST_FIRST}`,
  );

  /** All annotations, those changed last first, slice by slice. */
  function* slicesOfAll(): Generator<readonly SummaryRow[]> {
    let [modified, row] = [LAST, Number.MAX_SAFE_INTEGER];
    for (;;) {
      const slice = latestFirst.all(modified, row, SLICE);
      const last = slice.at(-1);
      if (!last) return;
      [modified, row] = [last.modified, last.row];
      yield slice;
    }
  }

  /** Those of a cable in the same way; what comes before the first slice are turns for others. */
  function* slicesOf(cableId: string): Generator<readonly SummaryRow[]> {
    const all: [row: number, modified: string][] = [];
    for (let after = 0; ;) {
      const rows = ofCable.all(cableId, after, ROWS);
      all.push(...rows);
      if (rows.length < ROWS) break;
      after = rows.at(-1)?.[0] ?? after;
      yield [];
    }
    const rows = all
      .toSorted(([a, ofA], [b, ofB]) => (ofA === ofB ? b - a : ofA < ofB ? 1 : -1))
      .map(([row]) => row);
    for (let from = 0; from < rows.length; from += SLICE)
      yield some.all(JSON.stringify(rows.slice(from, from + SLICE)));
  }

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
    *search({ words, limit, cableId }: Sought, names: SummaryNames): Steps<AnnotationSummary[]> {
      const wanted = wordsSought(words);
      const folded = foldedNames(names);
      const found: AnnotationSummary[] = [];
      for (const slice of cableId === null ? slicesOfAll() : slicesOf(cableId)) {
        for (const row of slice) {
          if (hasAll(wanted, row, folded)) found.push(summaryOf(row, names));
          if (found.length === limit) return found;
        }
        yield;
      }
      return found;
    },
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
  return json === '[]' ? [] : storedStrings(json);
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
  { cable_id: cableId, quote, tag_ids: tagIds, note, id, creator, modified }: SummaryRow,
  { titleOf }: SummaryNames,
): AnnotationSummary {
  return {
    ...{ id, cableId, creator, modified },
    title: titleOf(cableId),
    quote: beginningOf((quote ?? '').replace(/\s+/gu, ' ').trim()),
    tagIds: tagIdsOf(tagIds),
    note: beginningOf(note.trim()),
  };
}

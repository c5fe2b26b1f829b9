import type { Finder } from '../../../domain/search/hits.ts';
import type { Query, WordField } from '../../../domain/search/query.ts';
import { quickFinderOf } from '../../../domain/search/quick.ts';
import type { Snippet } from '../../../domain/search/result.ts';
import { snippetOf } from '../../../domain/search/snippet.ts';
import { pathOf, tagsById } from '../../../domain/tag/tree.ts';
import type { Range } from '../../../domain/text/range.ts';
import type { Library } from '../library.ts';
import { isLeaf, type Leaf } from './expression.ts';
import { columnValues, fieldColumns, type FieldColumn } from './fields.ts';
import { HOLDS } from './notes.ts';
import { positiveLeaves, type Compiled } from './rows.ts';
import type { Prepared } from './searcher.ts';

/** How many passages are shown of a cable at most. */
const MOST = 3;
/** How many of them stand on one side. */
const MOST_OF_SIDE = 2;
/** How long a passage is, in UTF-16 code units. */
const WIDTH = 160;

/** The fields of queries whose words stand in each column. */
const FIELD_OF: Readonly<Record<FieldColumn, WordField | null>> = {
  title: 'title',
  sender: 'from',
  recipient: 'to',
  signatory: 'signatory',
  people: 'people',
  place: 'place',
  file: 'file',
  facts: null,
};

const COLUMNS = Object.keys(fieldColumns) as readonly FieldColumn[];

/** Shows of cables, by their rows, the passages by which each was found. */
export type Shower = (rows: readonly number[]) => Snippet[][];

/** Shows passages of one cable. */
type ShowOne = (row: number) => Snippet[];

/** Makes ready to show the passages by which a query finds cables. */
export function shower(library: Library, { query, compiled, scene }: Prepared): Shower {
  if (!query || !compiled) return showNone;
  const { index, cables } = library;
  const leaves = positiveLeaves(query);
  if (leaves.length === 0) return showNone;

  const transcription = quickFinderOf(query, 'transcription');
  const original = quickFinderOf(query, 'original');
  const asksOriginal = leaves.some(({ field }) => field === 'original');
  const asksFields = leaves.some(({ field }) => field !== null && FIELDS.has(field));
  const inFields = fieldFinders(leaves);
  const showNote = noteShower(library, compiled);
  const showTag = tagShower(library, compiled, scene.tags);

  const ofSide = (row: number, reading: string): Snippet[] => {
    const hits = transcription(reading);
    const shown = passages(reading, hits, 'transcription');
    if (hits.length > 0 && !asksOriginal) return shown;
    const text = cables.searchedOriginal(index.lines.idOf(row));
    return [...shown, ...passages(text, original(text), 'original')];
  };

  const ofFields = (row: number): Snippet[] => {
    const cableId = index.lines.idOf(row);
    const known = cables.known(cableId);
    const fileName = cables.title(cableId);
    for (const { column, find } of inFields)
      for (const { field, value } of columnValues(known, fileName, column)) {
        const hits = find(value);
        if (hits.length > 0) return [besideText('field', field, value, hits)];
      }
    return [];
  };

  const passagesOf = (row: number, reading: string): Snippet[] => {
    const texts = ofSide(row, reading);
    const fields = asksFields || texts.length === 0 ? ofFields(row) : [];
    const others = [...fields, ...showNote(row), ...showTag(row)].slice(0, MOST);
    return [
      ...texts.slice(0, Math.max(texts.length > 0 ? 1 : 0, MOST - others.length)),
      ...others,
    ].slice(0, MOST);
  };
  return (rows) => {
    const readings = index.readings(rows);
    return rows.map((row) => passagesOf(row, readings.get(row) ?? ''));
  };
}

const showNone: Shower = (rows) => rows.map(() => []);

/** The fields of queries that are no text and no note. */
const FIELDS: ReadonlySet<WordField> = new Set(
  Object.values(FIELD_OF).filter((field) => field !== null),
);

function fieldFinders(
  leaves: readonly Leaf[],
): { readonly column: FieldColumn; readonly find: Finder }[] {
  return COLUMNS.flatMap((column) => {
    const some = leaves.filter(({ field }) => field === null || field === FIELD_OF[column]);
    return some.length === 0 ? [] : { column, find: finderOfAny(some) };
  });
}

/** Finds the words of some conditions in any text, of whichever field they are. */
function finderOfAny(leaves: readonly Leaf[]): Finder {
  const parts = leaves.map((leaf): Query => anywhere(leaf));
  const at = { from: 0, to: 0 };
  return quickFinderOf({ type: 'or', parts, at }, 'original');
}

function anywhere(leaf: Leaf): Query {
  if (leaf.type === 'words') return { ...leaf, field: null };
  return { ...leaf, field: null, parts: leaf.parts.map((part) => ({ ...part, field: null })) };
}

/** The passages of a side that hold the most hits. */
function passages(
  text: string,
  hits: readonly Range[],
  where: 'original' | 'transcription',
): Snippet[] {
  const shown: Snippet[] = [];
  let left = hits;
  while (left.length > 0 && shown.length < MOST_OF_SIDE) {
    const { text: words, marks, at } = snippetOf(text, left, WIDTH);
    if (!at) break;
    shown.push({ where, label: null, text: words, marks: [...marks], at, annotationId: null });
    // What stands in the passage, or beside it, is not shown again.
    const [from, to] = [at.from - WIDTH, at.from + WIDTH];
    left = left.filter((hit) => hit.to <= from || hit.from >= to);
  }
  return shown.toSorted((a, b) => (a.at?.from ?? 0) - (b.at?.from ?? 0));
}

function besideText(
  where: 'field' | 'note' | 'tag',
  label: string | null,
  value: string,
  hits: readonly Range[],
  annotationId: string | null = null,
): Snippet {
  const { text, marks } = snippetOf(value, hits, WIDTH);
  return { where, label, text, marks: [...marks], at: null, annotationId };
}

interface NoteRow {
  readonly id: string;
  readonly note: string;
  readonly creator: string;
}

function noteShower({ db, index }: Library, { noted }: Compiled): ShowOne {
  if (noted.length === 0) return () => [];
  const notes = db.prepare<[string], NoteRow>(
    `SELECT annotation.id, note, creator FROM annotation
       JOIN noted_annotation ON annotation_id = annotation.id
      WHERE cable_id = ? AND ${HOLDS} ORDER BY annotation.id`,
  );
  const find = finderOfAny(noted);
  return (row) => {
    for (const { id, note, creator } of notes.iterate(index.lines.idOf(row))) {
      const hits = find(note);
      if (hits.length > 0) return [besideText('note', creator, note, hits, id)];
    }
    return [];
  };
}

function tagShower(
  { db, index }: Library,
  { tagged }: Compiled,
  tags: Prepared['scene']['tags'],
): ShowOne {
  if (tagged.length === 0) return () => [];
  const uses = db.prepare<[string], { annotation_id: string; tag_id: string }>(
    `SELECT annotation_id, tag_id FROM annotation
       JOIN annotation_tag ON annotation_id = annotation.id
      WHERE cable_id = ? AND ${HOLDS} ORDER BY annotation_id, ordinal`,
  );
  const known = tagsById(tags);
  const wanted = new Set(tagged.flatMap(({ tagIds }) => [...tagIds]));
  const find = finderOfAny(tagged.map(({ leaf }) => leaf).filter(isLeaf));
  return (row) => {
    for (const { annotation_id: id, tag_id: tagId } of uses.iterate(index.lines.idOf(row))) {
      const tag = wanted.has(tagId) ? known.get(tagId) : undefined;
      if (!tag) continue;
      const path = pathOf(tag, known);
      return [besideText('tag', null, path, find(path), id)];
    }
    return [];
  };
}

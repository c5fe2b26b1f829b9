import { v7 as newId } from 'uuid';
import type { RequestOutput } from '../../domain/contract.ts';
import type { Operation } from '../../domain/journal/operation.ts';
import type { TagUse } from '../../domain/statistics/tag-use.ts';
import type { Concept } from '../../domain/vocabulary/concept.ts';
import { takingOver } from '../../domain/vocabulary/taking.ts';
import { kept } from './discarded.ts';
import type { Library } from './library.ts';

/**
 * Takes over concepts as tags, as one action. Where all of them are there as they are told, nothing is
 * done. What the window has shown before is worked out by the same function.
 */
export function takeConcepts(
  library: Library,
  concepts: readonly Concept[],
  author: string,
): RequestOutput<'vocabulary.take'> {
  const { taken } = takingOver(library.tags.list(), concepts, newId);
  const put = taken.filter(({ before, changed }) => before === null || changed.length > 0);
  const made = put.filter(({ before }) => before === null).length;
  const operations = put.map(({ tag }): Operation => ({ type: 'tag.put', tag }));
  if (operations.length > 0)
    library.journal.act({ label: takingLabel(put.length), cableId: null, operations }, author);
  return { made, changed: put.length - made, same: taken.length - put.length };
}

function takingLabel(tags: number): string {
  return `take over ${tags === 1 ? 'a tag' : `${tags.toLocaleString('en')} tags`}`;
}

/** Titles and dates are looked up once for each cable, and not for each tag in it. */
const TAG_USE = `
  WITH used AS MATERIALIZED (
    SELECT tag_id, cable_id, count(*) AS uses
      FROM annotation_tag JOIN annotation ON annotation.id = annotation_id
     WHERE (verdict IS NULL OR verdict = 'accepted') AND ${kept('annotation.cable_id')}
     GROUP BY tag_id, cable_id
  ), told AS MATERIALIZED (
    SELECT cable_id AS id, row, sort_key, title, date
      FROM cable_line WHERE cable_id IN (SELECT cable_id FROM used)
  )
  SELECT tag_id AS tagId, cable_id AS cableId, title, date, uses
    FROM used JOIN told ON told.id = cable_id
   ORDER BY sort_key, row, tag_id`;

/**
 * How often each tag is used, by cable, in the order of the list. What somebody has rejected, or merged
 * into another annotation, is no use.
 */
export function countTagUse({ db }: Library): TagUse[] {
  return db.prepare<[], TagUse>(TAG_USE).all();
}

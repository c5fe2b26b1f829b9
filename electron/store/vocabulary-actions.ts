import { v7 as newId } from 'uuid';
import type { RequestOutput } from '../../domain/contract.ts';
import type { Operation } from '../../domain/journal/operation.ts';
import type { TagUse } from '../../domain/statistics/tag-use.ts';
import type { Concept } from '../../domain/vocabulary/concept.ts';
import { takingOver } from '../../domain/vocabulary/taking.ts';
import type { Watching } from './batch.ts';
import type { Library } from './library.ts';
import { refuseStopped } from './long-actions.ts';
import { inTurns, type Steps } from './search/turns.ts';

/**
 * Takes over concepts as tags, as one action. Where all of them are there as they are told, nothing is
 * done. What the window has shown before is worked out by the same function.
 */
export async function takeConcepts(
  library: Library,
  concepts: readonly Concept[],
  author: string,
  by: Watching | null = null,
): Promise<RequestOutput<'vocabulary.take'>> {
  const { taken } = takingOver(library.tags.list(), concepts, newId);
  const put = taken.filter(({ before, changed }) => before === null || changed.length > 0);
  const made = put.filter(({ before }) => before === null).length;
  const operations = put.map(({ tag }): Operation => ({ type: 'tag.put', tag }));
  const label = takingLabel(put.length);
  const action = { label, cableId: null, operations, total: put.length };
  if (put.length > 0)
    refuseStopped(await library.journal.carry(action, author, by), 'Taking over the tags');
  return { made, changed: put.length - made, same: taken.length - put.length };
}

function takingLabel(tags: number): string {
  return `take over ${tags === 1 ? 'a tag' : `${tags.toLocaleString('en')} tags`}`;
}

interface Used {
  readonly id: string;
  readonly tags: string | null;
}

/** How many annotations are counted without a turn for others. */
const SLICE = 500;

/**
 * How often each tag is used, by cable, in the order of the list, with turns for others. What somebody has
 * rejected, or merged into another annotation, is no use.
 */
export function countTagUse(library: Library): Promise<TagUse[]> {
  return inTurns(tagUse(library));
}

function* tagUse({ db, index }: Library): Steps<TagUse[]> {
  const some = db.prepare<[string, number, number], Used & { readonly row: number }>(
    `SELECT rowid AS row, id,
        iif(verdict IS NULL OR verdict = 'accepted', (SELECT group_concat(tag_id, ' ')
          FROM annotation_tag WHERE annotation_id = annotation.id), NULL) AS tags
       FROM annotation WHERE cable_id = ? AND rowid > ? ORDER BY rowid LIMIT ?`,
  );
  const all: TagUse[] = [];
  for (const cableId of index.lines.ids()) {
    const counts = new Map<string, number>();
    for (let after = 0; ;) {
      const slice = some.all(cableId, after, SLICE);
      for (const { tags } of slice)
        for (const tagId of tags?.split(' ') ?? []) counts.set(tagId, (counts.get(tagId) ?? 0) + 1);
      yield;
      if (slice.length < SLICE || !db.open) break;
      after = slice.at(-1)?.row ?? after;
    }
    if (counts.size === 0) continue;
    const { title, date } = index.lines.name(cableId);
    const inOrder = [...counts].toSorted(([a], [b]) => (a < b ? -1 : 1));
    for (const [tagId, uses] of inOrder) all.push({ tagId, cableId, title, date, uses });
  }
  return all;
}

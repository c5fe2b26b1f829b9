import type { Tag } from '../../domain/tag/tag.ts';
import type { Concept } from '../../domain/vocabulary/concept.ts';
import { type TakeOver, type Taken, takingOver } from '../../domain/vocabulary/taking.ts';

/** A line of the preview: a tag as it would be, before those below it. */
export interface Row {
  readonly taken: Taken;
  readonly depth: number;
  /** How many of the rows after it are below it. */
  readonly below: number;
  /** What becomes of the tag. */
  readonly deed: 'new' | 'changed' | 'same';
}

/** The concepts that are left out, by their ids. */
export type LeftOut = ReadonlySet<string>;

/** What taking concepts over would do. The ids of new tags are made up: the library gives them others. */
export function previewOf(tags: readonly Tag[], concepts: readonly Concept[]): TakeOver {
  return takingOver(tags, concepts, () => crypto.randomUUID());
}

/** The lines of a preview in the order of the tree, each level in the order of the file. */
export function rowsOf(taken: readonly Taken[]): Row[] {
  const there = new Set(taken.map(({ tag }) => tag.id));
  const children = new Map<string | null, Taken[]>();
  for (const each of taken) {
    const { parentId } = each.tag;
    const parent = parentId !== null && there.has(parentId) ? parentId : null;
    const beside = children.get(parent);
    if (beside) beside.push(each);
    else children.set(parent, [each]);
  }
  const rows: Row[] = [];
  const waiting = (children.get(null) ?? []).map((each) => ({ each, depth: 0 })).toReversed();
  for (let next = waiting.pop(); next; next = waiting.pop()) {
    const { each, depth } = next;
    rows.push({ taken: each, depth, below: 0, deed: deedOf(each) });
    const below = children.get(each.tag.id) ?? [];
    waiting.push(...below.map((child) => ({ each: child, depth: depth + 1 })).toReversed());
  }
  return rows.map((row, at) => ({ ...row, below: endOf(rows, at) - at - 1 }));
}

/** Where the rows below one end: the number of the next that is not below it. */
function endOf(rows: readonly Row[], at: number): number {
  const depth = rows[at]?.depth ?? 0;
  let end = at + 1;
  while ((rows[end]?.depth ?? -1) > depth) end += 1;
  return end;
}

function deedOf({ before, changed }: Taken): Row['deed'] {
  if (!before) return 'new';
  return changed.length > 0 ? 'changed' : 'same';
}

/** The ids of a row's concept and of those below it. */
function branch(rows: readonly Row[], at: number): string[] {
  const row = rows[at];
  if (!row) return [];
  return rows.slice(at, at + row.below + 1).map(({ taken }) => taken.concept.id);
}

/** The ids of the concepts above a row. */
function above(rows: readonly Row[], at: number): string[] {
  const ids: string[] = [];
  let depth = rows[at]?.depth ?? 0;
  for (let before = at - 1; before >= 0 && depth > 0; before -= 1) {
    const row = rows[before];
    if (!row || row.depth >= depth) continue;
    ids.push(row.taken.concept.id);
    depth = row.depth;
  }
  return ids;
}

/** Whether a row and what is below it is taken; `mixed` where not all of it is. */
export function checkedAt(rows: readonly Row[], at: number, left: LeftOut): boolean | 'mixed' {
  const ids = branch(rows, at);
  const out = ids.filter((id) => left.has(id)).length;
  if (out === 0) return true;
  return out === ids.length ? false : 'mixed';
}

/** Leaves a row out with all below it; or takes all of it in again, and what it stands below. */
export function toggledAt(rows: readonly Row[], at: number, left: LeftOut): LeftOut {
  const ids = branch(rows, at);
  const next = new Set(left);
  if (checkedAt(rows, at, left) === true) for (const id of ids) next.add(id);
  else for (const id of [...ids, ...above(rows, at)]) next.delete(id);
  return next;
}

import type { CableChoice } from '../../domain/library/choice.ts';

/** The cables marked in the table: some by name, or all that a query finds but some. */
export type Marks =
  | { readonly of: 'some'; readonly ids: ReadonlySet<string> }
  | { readonly of: 'all'; readonly query: string; readonly except: ReadonlySet<string> };

export const noMarks: Marks = { of: 'some', ids: new Set() };

/** All that a query finds; none of it has to be read. */
export function allOf(query: string): Marks {
  return { of: 'all', query, except: new Set() };
}

/** Whether a cable is marked. */
export function isMarked(marks: Marks, id: string): boolean {
  return marks.of === 'some' ? marks.ids.has(id) : !marks.except.has(id);
}

/** The marks with some cables marked, or no longer. */
export function withMarks(marks: Marks, ids: readonly string[], marked: boolean): Marks {
  const [names, adds] =
    marks.of === 'some' ? [marks.ids, marked] : ([marks.except, !marked] as const);
  const next = new Set(names);
  for (const id of ids)
    if (adds) next.add(id);
    else next.delete(id);
  return marks.of === 'some' ? { of: 'some', ids: next } : { ...marks, except: next };
}

/** The marks with a cable marked where it was not, and the other way round. */
export function toggled(marks: Marks, id: string): Marks {
  return withMarks(marks, [id], !isMarked(marks, id));
}

/** How many cables are marked, of `total` that are found. */
export function countMarks(marks: Marks, total: number): number {
  return marks.of === 'some' ? marks.ids.size : Math.max(0, total - marks.except.size);
}

/** The marked cables, as a request names them. */
export function choiceOf(marks: Marks): CableChoice {
  return marks.of === 'some'
    ? { ids: [...marks.ids] }
    : { query: marks.query, except: [...marks.except] };
}

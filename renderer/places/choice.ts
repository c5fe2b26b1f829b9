/** A place as it is chosen: which cable, which version of its text, where. */
export interface Place {
  readonly cableId: string;
  readonly title: string;
  readonly version: number;
  readonly from: number;
  readonly to: number;
}

/** What a search has found: all are counted, the first come back. */
export interface Found<P extends Place> {
  readonly total: number;
  readonly cables: number;
  readonly places: readonly P[];
}

/** A line of the list, with the keys of what its tick stands for. */
export type Row<P extends Place> = { readonly keys: readonly string[] } & (
  | { readonly type: 'cable'; readonly first: P }
  | { readonly type: 'place'; readonly place: P }
  /** All places beyond those that came back, as one. */
  | { readonly type: 'rest'; readonly count: number }
);

/** What is left out, by its keys. */
export type Left = ReadonlySet<string>;

/** Stands for all places beyond those that came back. */
const REST = 'rest';

/** What tells one place from all others. */
export function keyOf({ cableId, from }: Pick<Place, 'cableId' | 'from'>): string {
  return `${cableId} ${from}`;
}

/** The lines of the list: each cable, then its places; at the end those that are not shown. */
export function rowsOf<P extends Place>({ total, places }: Found<P>): Row<P>[] {
  const groups: P[][] = [];
  for (const place of places) {
    const group = groups.at(-1);
    if (group?.[0]?.cableId === place.cableId) group.push(place);
    else groups.push([place]);
  }
  const rows = groups.flatMap((group): Row<P>[] =>
    group.flatMap((place, index): Row<P>[] => {
      const row: Row<P> = { type: 'place', place, keys: [keyOf(place)] };
      return index > 0 ? [row] : [{ type: 'cable', first: place, keys: group.map(keyOf) }, row];
    }),
  );
  const count = total - places.length;
  return count > 0 ? [...rows, { type: 'rest', count, keys: [REST] }] : rows;
}

/** The keys of all that was found. */
export function allKeys<P extends Place>({ total, places }: Found<P>): string[] {
  return [...places.map(keyOf), ...(total > places.length ? [REST] : [])];
}

/** How many places are left out. */
export function leftOut<P extends Place>({ total, places }: Found<P>, left: Left): number {
  return left.has(REST) ? left.size - 1 + total - places.length : left.size;
}

/** Whether something is chosen: all of it, nothing, or some. */
export function checkedOf(keys: readonly string[], left: Left): boolean | 'mixed' {
  const out = keys.filter((key) => left.has(key)).length;
  if (out === 0) return true;
  return out === keys.length ? false : 'mixed';
}

/** Leaves out what is wholly in, else takes all of it in. */
export function toggled(keys: readonly string[], left: Left): Left {
  const next = new Set(left);
  const isIn = checkedOf(keys, left) === true;
  for (const key of keys)
    if (isIn) next.add(key);
    else next.delete(key);
  return next;
}

/** How to ask for exactly what was chosen: all but those left out, or only those shown and chosen. */
export function chosenOf<P extends Place>({ total, places }: Found<P>, left: Left) {
  const chosen = (isOut: boolean) => places.filter((place) => left.has(keyOf(place)) === isOut);
  const withRest = total > places.length && !left.has(REST);
  return withRest ? { only: null, except: chosen(true) } : { only: chosen(false), except: [] };
}

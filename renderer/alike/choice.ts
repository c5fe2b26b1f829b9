import type { AlikeKey, AlikePlace, AlikeSearch } from '../../domain/alike/alike.ts';
import type { RequestInput } from '../../domain/contract.ts';
import type { Found } from './searching.ts';

/** A line of the list, with the keys of what its tick stands for. */
export type Row = { readonly keys: readonly string[] } & (
  | { readonly type: 'cable'; readonly first: AlikePlace }
  | { readonly type: 'place'; readonly place: AlikePlace }
  /** All places beyond those that came back, as one. */
  | { readonly type: 'rest'; readonly count: number }
);

/** What is left out, by its keys. */
export type Left = ReadonlySet<string>;

/** Stands for all places beyond those that came back. */
const REST = 'rest';

function keyOf({ cableId, from }: AlikeKey): string {
  return `${cableId} ${from}`;
}

/** The lines of the list: each cable, then its places; at the end those that are not shown. */
export function rowsOf({ total, places }: Found): Row[] {
  const groups: AlikePlace[][] = [];
  for (const place of places) {
    const group = groups.at(-1);
    if (group?.[0]?.cableId === place.cableId) group.push(place);
    else groups.push([place]);
  }
  const rows = groups.flatMap((group): Row[] =>
    group.flatMap((place, index): Row[] => {
      const row: Row = { type: 'place', place, keys: [keyOf(place)] };
      return index > 0 ? [row] : [{ type: 'cable', first: place, keys: group.map(keyOf) }, row];
    }),
  );
  const count = total - places.length;
  return count > 0 ? [...rows, { type: 'rest', count, keys: [REST] }] : rows;
}

/** The keys of all that was found. */
export function allKeys({ total, places }: Found): string[] {
  return [...places.map(keyOf), ...(total > places.length ? [REST] : [])];
}

/** How many places are left out. */
export function leftOut({ total, places }: Found, left: Left): number {
  return left.has(REST) ? left.size - 1 + total - places.length : left.size;
}

/** Whether something is to be emended: all of it, nothing, or some. */
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

/** What to ask for so that exactly what was chosen is emended. */
export function emendingInput(
  search: AlikeSearch,
  cableId: string | null,
  { total, places }: Found,
  left: Left,
): RequestInput<'alike.emend'> {
  const chosen = (isOut: boolean) =>
    places
      .filter((place) => left.has(keyOf(place)) === isOut)
      .map(({ cableId: of, version, from }) => ({ cableId: of, version, from }));
  const withRest = total > places.length && !left.has(REST);
  return withRest
    ? { search, cableId, only: null, except: chosen(true) }
    : { search, cableId, only: chosen(false), except: [] };
}

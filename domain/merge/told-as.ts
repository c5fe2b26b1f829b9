import type { Conflict } from './conflict.ts';
import type { CableState, Touches } from './state.ts';

/** Ids of cables, and those they shall be told of by. */
export type CableIds = ReadonlyMap<string, string>;

/** The kinds of things that are named by their cable. */
const OF_CABLE = new Set(['change', 'field', 'findings', 'review', 'discard']);

/**
 * A state in which cables are told of by other ids, where both libraries have the same original under
 * different ones: its cable, all things, its annotations, and the witnesses of its emendations.
 */
export function cableToldAs(state: CableState, ids: CableIds): CableState {
  if (ids.size === 0) return state;
  const id = ids.get(state.id) ?? state.id;
  return {
    ...state,
    id,
    touches: touchesToldAs(state.touches, ids),
    annotations: state.annotations.map((one) => ({ ...one, cableId: id })),
    emendations: state.emendations.map((one) => {
      const witness = one.witness === null ? null : (ids.get(one.witness) ?? one.witness);
      return { ...one, witness };
    }),
  };
}

/** What has touched things, the things told of by other ids of cables. */
export function touchesToldAs(touches: Touches, ids: CableIds): Touches {
  return new Map(Array.from(touches, ([thing, deeds]) => [thingToldAs(thing, ids), deeds]));
}

/** A thing told of by other ids of cables. */
export function thingToldAs(thing: string, ids: CableIds): string {
  const [kind = '', id = '', ...rest] = thing.split(':');
  const other = OF_CABLE.has(kind) ? ids.get(id) : undefined;
  return other === undefined ? thing : [kind, other, ...rest].join(':');
}

/** A conflict told of by other ids of cables. */
export function conflictToldAs(conflict: Conflict, ids: CableIds): Conflict {
  const { cableId } = conflict;
  return {
    ...conflict,
    thing: thingToldAs(conflict.thing, ids),
    cableId: cableId === null ? null : (ids.get(cableId) ?? cableId),
  };
}

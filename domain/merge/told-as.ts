import type { Conflict } from './conflict.ts';
import type { CableState } from './state.ts';

/**
 * A state in which cables are told of by other ids, where both libraries have the same original under
 * different ones: `ids` leads from the ids of the state to those it shall be told of by. Its cable, all things, its
 * annotations, and the witnesses of its emendations.
 */
export function cableToldAs(_state: CableState, _ids: ReadonlyMap<string, string>): CableState {
  throw new Error('not yet');
}

/** A conflict told of by other ids of cables. */
export function conflictToldAs(_conflict: Conflict, _ids: ReadonlyMap<string, string>): Conflict {
  throw new Error('not yet');
}

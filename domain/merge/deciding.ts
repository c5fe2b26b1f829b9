import type { Operation } from '../journal/operation.ts';
import type { Conflict } from './conflict.ts';
import type { CableState, Decider, SharedState } from './state.ts';

/** What has to be known of a library to decide a conflict in it. */
export interface Deciding {
  readonly shared: SharedState;
  /** The cable of the conflict as it is; null where the conflict is of none. */
  readonly cable: CableState | null;
  /** The tags of all annotations that have a tag, each with its own. */
  readonly taggedWith: (
    tagId: string,
  ) => readonly { readonly id: string; readonly tagIds: readonly string[] }[];
  readonly by: Decider;
}

/** What deciding comes to: what is to be carried out, or the sentence that says why it cannot be. */
export type Decided = { readonly operations: readonly Operation[] } | { readonly refused: string };

/**
 * What is to be carried out so that one value of a conflict holds. The conflict itself is for the store to put, with
 * `decided`. Where that value holds already nothing is to be carried out. What has been said of the thing
 * since, and is not what the conflict is about, stays.
 */
export function decideConflict(
  _conflict: Conflict,
  _take: 'first' | 'second',
  _deciding: Deciding,
): Decided {
  throw new Error('not yet');
}

/** The things that deciding a conflict touches: its own, and those its values are about. */
export function thingsOfConflict(_conflict: Conflict): string[] {
  throw new Error('not yet');
}

import type { CableState, MergedCable, NameId } from './state.ts';

/** What merging needs to know beside two states of a cable. */
export interface MergingCable {
  readonly nameId: NameId;
  /** The annotations that relations stand on once all is merged (see neededAnnotations); more than this cable's do no harm. */
  readonly needed: ReadonlySet<string>;
}

/**
 * Merges two states of one cable, which are told of by the same id (see toldAs). What comes out is the same
 * whichever is called ours.
 */
export function mergeCable(
  _ours: CableState,
  _theirs: CableState,
  _merging: MergingCable,
): MergedCable {
  throw new Error('not yet');
}

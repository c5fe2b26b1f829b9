import type { MergedShared, NameId, SharedState } from './state.ts';

/** What merging needs to know beside two shared states. */
export interface MergingShared {
  readonly nameId: NameId;
  /**
   * The tags of annotations once all is merged: those of merged cables, and those of cables that only one side
   * has. Only tags that one of both sides does not have are looked for.
   */
  readonly usedTags: ReadonlySet<string>;
}

/** The annotations that relations stand on once all is merged. To be told before cables are merged. */
export function neededAnnotations(
  _ours: SharedState,
  _theirs: SharedState,
  _nameId: NameId,
): Set<string> {
  throw new Error('not yet');
}

/**
 * Merges what two libraries have beside their cables. What comes out is the same whichever is called ours. A thing
 * that theirs has neither a value nor a deed of, as in a package, stays as it is.
 */
export function mergeShared(
  _ours: SharedState,
  _theirs: SharedState,
  _merging: MergingShared,
): MergedShared {
  throw new Error('not yet');
}

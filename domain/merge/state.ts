import type { Annotation } from '../annotation/annotation.ts';
import type { StoredChange } from '../change/decision.ts';
import type { Emendation } from '../emendation/emendation.ts';
import type { GazetteerEntry } from '../gazetteer/entry.ts';
import type { Operation } from '../journal/operation.ts';
import type { FieldEmendation } from '../metadata/field-emendation.ts';
import type { MetadataEntry } from '../metadata/metadata.ts';
import type { Relation, RelationType } from '../relation/relation.ts';
import type { Vouch } from '../review/review.ts';
import type { SavedSearch } from '../search/result.ts';
import type { Structure } from '../structure/structure.ts';
import type { Tag } from '../tag/tag.ts';
import type { Conflict } from './conflict.ts';

/**
 * Something that has touched a thing: a row of the journal of any library (undo and redo too), by its id, its
 * author and its time (UTC ISO 8601), or a conflict that was settled by rule, by its id, with nobody as author.
 *
 * The row of a merge itself touches nothing: what it puts in place has been touched by what it brings.
 */
export interface Deed {
  readonly id: string;
  readonly author: string;
  readonly time: string;
}

/**
 * What has touched which thing, in any order. The ids are the *version* of the thing: of two versions the one
 * that holds the other is newer. Things nobody has touched are not in it; a thing that is in it and has no
 * value has been deleted. The names of things are those of things.ts.
 */
export type Touches = ReadonlyMap<string, readonly Deed[]>;

/** The library's own entry of a gazetteer; null says that one the program brings along is gone. */
export interface OwnEntry {
  readonly id: string;
  readonly entry: GazetteerEntry | null;
}

/** What a library has beside its cables. Lists may be in any order. */
export interface SharedState {
  readonly touches: Touches;
  readonly tags: readonly Tag[];
  readonly relationTypes: readonly RelationType[];
  readonly relations: readonly Relation[];
  readonly gazetteer: readonly OwnEntry[];
  readonly searches: readonly SavedSearch[];
  /** The names of the rules of cleaning that are switched off. */
  readonly rulesOff: readonly string[];
  readonly conflicts: readonly Conflict[];
}

/** What somebody says about a revision. */
export interface RevisionMessage {
  readonly id: string;
  readonly message: string;
}

/**
 * A cable with all that hangs on it but relations. `original` is the text of the original; `sha256` that of
 * its bytes, by which a cable is the same in every library. `touches` has the things of this cable only.
 * Annotations of deleted tags do not occur. Versions of targets do not matter.
 */
export interface CableState {
  readonly id: string;
  readonly sha256: string;
  readonly title: string;
  readonly original: string;
  readonly touches: Touches;
  readonly changes: readonly StoredChange[];
  readonly emendations: readonly Emendation[];
  readonly structure: readonly Structure[];
  readonly metadata: readonly MetadataEntry[];
  readonly fields: readonly FieldEmendation[];
  readonly vouch: Vouch | null;
  readonly discarded: { readonly author: string; readonly time: string } | null;
  readonly annotations: readonly Annotation[];
  readonly revisions: readonly RevisionMessage[];
}

/** Makes the same UUID of the same words everywhere (RFC 9562, version 5). */
export type NameId = (words: string) => string;

/** What merging two states of a cable comes to, as seen from the one called ours. */
export interface MergedCable {
  /** To be carried out on ours, in this order; none where nothing changes. */
  readonly operations: readonly Operation[];
  /** What has touched things and ours does not know of: to be added to what it knows. */
  readonly touches: Touches;
  /** Conflicts that came up, none of them decided. Ours may know some of them already, by their ids. */
  readonly conflicts: readonly Conflict[];
  /** The state that comes out. */
  readonly state: CableState;
}

/** What merging what two libraries have beside their cables comes to, as seen from the one called ours. */
export interface MergedShared {
  /** To be carried out on ours before the operations of its cables, and after them. */
  readonly before: readonly Operation[];
  readonly after: readonly Operation[];
  readonly touches: Touches;
  readonly conflicts: readonly Conflict[];
  /**
   * The state that comes out. Its conflicts are those both know, merged, without those that have just come
   * up: what ours lacks of them, or has undecided that is decided here, is for the store to put in place.
   */
  readonly state: SharedState;
}

/** Who decides, and when (UTC ISO 8601). */
export interface Decider {
  readonly author: string;
  readonly time: string;
}

import type { Annotation } from '../annotation/annotation.ts';
import type { Revision } from '../history/revision.ts';
import type { Cable } from '../library/cable.ts';
import type { Relation, RelationType } from '../relation/relation.ts';
import type { Tag } from '../tag/tag.ts';

/**
 * All that a library holds of one cable, as an export gets it. `relations` are those with at least one
 * end among `annotations`. `origins` tells of annotations that were imported what they were called there
 * (an IRI), by their id. `others` tells of each annotation of another cable that a relation leads to its cable.
 */
export interface CableRecord {
  readonly cable: Cable;
  /** The bytes of the original, as they came. */
  readonly bytes: Uint8Array;
  readonly annotations: readonly Annotation[];
  readonly relations: readonly Relation[];
  readonly revisions: readonly Revision[];
  readonly origins: ReadonlyMap<string, string>;
  readonly others: ReadonlyMap<string, string>;
}

/** What all cables of an export share. `exported` is when it was made, UTC ISO 8601. */
export interface LibraryFrame {
  readonly id: string;
  readonly name: string;
  readonly tags: readonly Tag[];
  readonly relationTypes: readonly RelationType[];
  readonly exported: string;
  /** The version of the program that writes. */
  readonly program: string;
}

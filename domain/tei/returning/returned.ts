import type { Annotation } from '../../annotation/annotation.ts';
import type { StoredChange } from '../../change/decision.ts';
import type { CableEdition } from '../../edition/edition.ts';
import type { Emendation } from '../../emendation/emendation.ts';
import type { Original } from '../../library/cable.ts';
import type { FieldEmendation } from '../../metadata/field-emendation.ts';
import type { MetadataEntry } from '../../metadata/metadata.ts';
import type { Relation, RelationType } from '../../relation/relation.ts';
import type { Vouch } from '../../review/review.ts';
import type { Structure } from '../../structure/structure.ts';
import type { Tag } from '../../tag/tag.ts';

/**
 * A cable that comes back from a file of ours, with all that was done to it, under its ids. What of the file
 * does not fit together any more, because it was edited elsewhere, is not in it; `warnings` tell of that.
 */
export interface Returned {
  readonly cableId: string;
  readonly original: Omit<Original, 'byteLength'>;
  readonly version: number;
  readonly changes: readonly StoredChange[];
  readonly structure: readonly Structure[];
  readonly metadata: readonly MetadataEntry[];
  readonly fieldEmendations: readonly FieldEmendation[];
  readonly emendations: readonly Emendation[];
  readonly vouch: Vouch | null;
  readonly edition: CableEdition | null;
  readonly annotations: readonly Annotation[];
  readonly relations: readonly Relation[];
  /** What annotations were called where they came from, by their ids. */
  readonly origins: readonly (readonly [annotationId: string, iri: string])[];
  /** The tags and types of relations that the file tells of. */
  readonly tags: readonly Tag[];
  readonly relationTypes: readonly RelationType[];
  readonly warnings: readonly string[];
}

/** What a document of ours says of its cable, and the bytes of the original; `fromText` says that they follow from its text. */
export interface ReturnedDocument {
  readonly returned: Returned;
  readonly bytes: Uint8Array;
  readonly fromText: boolean;
}

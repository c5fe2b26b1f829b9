import type { Change } from '../change/change.ts';
import type { MetadataEntry } from '../metadata/metadata.ts';
import type { Structure } from '../structure/structure.ts';

/** Something the cleaning noticed that a person should look at; `from`, `to` in the original. */
export interface Warning {
  readonly code: string;
  readonly message: string;
  readonly from: number;
  readonly to: number;
}

/**
 * What cleaning finds in an original: changes in reading order (accepted ones do not overlap),
 * structure in reading order, metadata in the order of `MetadataField`, warnings. All positions are
 * UTF-16 code units of the original.
 */
export interface Cleaning {
  readonly changes: readonly Change[];
  readonly structure: readonly Structure[];
  readonly metadata: readonly MetadataEntry[];
  readonly warnings: readonly Warning[];
}

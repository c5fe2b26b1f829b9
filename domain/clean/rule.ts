import type { Certainty } from '../change/change.ts';
import type { MetadataField } from '../metadata/metadata.ts';
import type { StructureType } from '../structure/structure.ts';
import type { Range } from '../text/range.ts';
import type { Reading } from './reading.ts';

/** How sure this finding is, where it is less sure than its rule, and why it is offered here. */
export interface Doubt {
  readonly certainty?: Certainty;
  readonly reason?: string;
}

/** The lines `first` to `last` (both inclusive) leave the reading text, with the white space they need. */
export interface LinesFinding extends Doubt {
  readonly kind: 'lines';
  readonly first: number;
  readonly last: number;
  /** What the lines are, where that is known. */
  readonly as: StructureType | null;
  readonly label: string | null;
}

/** The text `[from, to)` gives way to `insert`. */
export interface ReplaceFinding extends Doubt {
  readonly kind: 'replace';
  readonly from: number;
  readonly to: number;
  readonly insert: string;
}

/**
 * The sentence on line `line` runs on in the next line that stays: the line end between them gives
 * way to `insert` (a blank, or nothing where a divided word is made whole; then `hyphen` is true and
 * the sign at the end of the line goes too).
 */
export interface JoinFinding extends Doubt {
  readonly kind: 'join';
  readonly line: number;
  readonly insert: string;
  readonly hyphen: boolean;
}

/** A piece of stand-off markup; the text itself is not touched. */
export interface StructureFinding {
  readonly kind: 'structure';
  readonly type: StructureType;
  readonly from: number;
  readonly to: number;
  readonly label: string | null;
  readonly note: number | null;
}

/** A value of the metadata with the place that shows it. */
export interface MetadataFinding {
  readonly kind: 'metadata';
  readonly field: MetadataField;
  readonly value: string;
  readonly evidence: Range | null;
}

/** Something a person should look at. */
export interface WarningFinding {
  readonly kind: 'warning';
  readonly code: string;
  readonly message: string;
  readonly from: number;
  readonly to: number;
}

/** Anything a rule can find. Positions are UTF-16 code units of the text it was given. */
export type Finding =
  | LinesFinding
  | ReplaceFinding
  | JoinFinding
  | StructureFinding
  | MetadataFinding
  | WarningFinding;

/**
 * One rule of cleaning. `name` is kebab-case in the field's words, `explanation` the one sentence the
 * window shows beside what the rule did, `certainty` the most a finding of it can claim.
 *
 * `examples` are the rule's tests and its page in the catalogue, one line a case, written
 * `before → after` with ⏎ for a line end; `before → =` says that the text must stay as it is. The
 * text after the arrow is what stands when everything the cleaning proposes is accepted.
 *
 * `find` is pure, and linear in the text.
 */
export interface Rule {
  readonly name: string;
  readonly explanation: string;
  readonly certainty: Certainty;
  readonly examples: readonly string[];
  /**
   * Which of the lines it takes are furniture only where their place proves it too: all of them, or
   * those that match. Elsewhere they are offered. Without it the words of a line are proof enough.
   */
  readonly placed?: 'all' | RegExp;
  readonly find: (reading: Reading) => Iterable<Finding>;
}

/** The line `line` leaves the reading text. */
export function leave(
  line: number,
  as: StructureType | null = null,
  more: { readonly label?: string | null; readonly last?: number } & Doubt = {},
): LinesFinding {
  const { label = null, last = line, ...doubt } = more;
  return { kind: 'lines', first: line, last, as, label, ...doubt };
}

/** The text `[from, to)` gives way to `insert`. */
export function replace(from: number, to: number, insert = '', doubt: Doubt = {}): ReplaceFinding {
  return { kind: 'replace', from, to, insert, ...doubt };
}

/** The line runs on in the next one that stays. */
export function join(line: number, doubt: Doubt = {}): JoinFinding {
  return { kind: 'join', line, insert: ' ', hyphen: false, ...doubt };
}

/** A piece of structure over `[from, to)`. */
export function mark(
  type: StructureType,
  from: number,
  to: number,
  label: string | null = null,
  note: number | null = null,
): StructureFinding {
  return { kind: 'structure', type, from, to, label, note };
}

/** A value of the metadata, read at `[from, to)`. */
export function state(
  field: MetadataField,
  value: string,
  from: number,
  to: number,
): MetadataFinding {
  return { kind: 'metadata', field, value, evidence: { from, to } };
}

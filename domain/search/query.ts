import type { Range } from '../text/range.ts';

/**
 * The fields whose words are looked for. `text` is both sides; `people` are drafter, clearance and
 * approver; `from` and `to` are the fields of the routing (`to` with `info` and `repeatedTo`); `file` the
 * numbers of file, archive and control.
 */
export const wordFields = [
  'text',
  'original',
  'transcription',
  'title',
  'from',
  'to',
  'signatory',
  'people',
  'place',
  'file',
  'note',
] as const;
export type WordField = (typeof wordFields)[number];

/** The fields that have one value of a list, or a number as a whole. */
export const valueFields = ['class', 'kind', 'state', 'tag', 'number', 'has', 'by'] as const;
export type ValueField = (typeof valueFields)[number];

/** What `has:` asks for. */
export const havings = [
  'annotation',
  'note',
  'proposal',
  'emendation',
  'tray',
  'reference',
  'missing',
  'witness',
] as const;
export type Having = (typeof havings)[number];

/**
 * Words that stand beside each other, folded as the index folds them; one word or a phrase. `field` null
 * means wherever there are words: both sides, all fields, notes and names of tags. `prefix`: the last word
 * only begins so. `tolerant`: letters that a machine misreads for each other count as the same.
 */
export interface WordsQuery {
  readonly type: 'words';
  readonly field: WordField | null;
  readonly words: readonly string[];
  readonly prefix: boolean;
  readonly tolerant: boolean;
  readonly at: Range;
}

/** Words or phrases of one field with at most `distance` words between them (FTS5's NEAR). */
export interface NearQuery {
  readonly type: 'near';
  readonly field: WordField | null;
  readonly parts: readonly WordsQuery[];
  readonly distance: number;
  readonly at: Range;
}

/** A field that is as a whole what is said: `class:secret`, `tag:"missile crisis"`, `has:proposal`. */
export interface IsQuery {
  readonly type: 'is';
  readonly field: ValueField;
  readonly value: string;
  readonly at: Range;
}

/**
 * A date from the beginning of `from` to the end of `to`, both as exact as they are written (`1962`,
 * `1962-10`, `1962-10-16`); null is open. `undated` asks for cables without a date.
 */
export interface DatesQuery {
  readonly type: 'dates';
  readonly from: string | null;
  readonly to: string | null;
  readonly undated: boolean;
  readonly at: Range;
}

export interface JoinedQuery {
  readonly type: 'and' | 'or';
  readonly parts: readonly Query[];
  readonly at: Range;
}

export interface NotQuery {
  readonly type: 'not';
  readonly part: Query;
  readonly at: Range;
}

/** What somebody looks for, read from what was typed; `at` is where it stands there, in UTF-16 code units. */
export type Query = WordsQuery | NearQuery | IsQuery | DatesQuery | JoinedQuery | NotQuery;

/** What cannot be understood in a query: where, a sentence, and what may have been meant. */
export interface QueryProblem {
  readonly at: Range;
  readonly message: string;
  /** The whole query as it may have been meant; null where nobody can tell. */
  readonly instead: string | null;
}

/** A query as it was read. `query` is null where nothing is asked for, or where it cannot be read at all. */
export interface ReadQuery {
  readonly query: Query | null;
  readonly problems: readonly QueryProblem[];
}

import { z } from 'zod';
import { Side } from '../annotation/annotation.ts';
import { CableName } from '../library/cable.ts';

/**
 * What another document is called in a text. `document`: by its number in the edition (`Document 170`).
 * `telegram`: by the number of a message (telegram, airgram, despatch), with its series (`Depcirtel`,
 * `Embtel`, `Deptel`, `urtel`, `Secto`, `Tosec` …).
 */
export const ReferenceKind = z.enum(['document', 'telegram']);
export type ReferenceKind = z.infer<typeof ReferenceKind>;

/** A passage of a text (`[from, to)`) that refers to another document. */
export const FoundReference = z.strictObject({
  kind: ReferenceKind,
  /** The series, in one spelling for all its spellings; null for `document`. */
  series: z.string().nullable(),
  /** The number without zeros before it. */
  number: z.string().min(1),
  from: z.int().nonnegative(),
  to: z.int().nonnegative(),
  /** The words of the passage. */
  words: z.string(),
  /** The post that is named beside it: `from Paris`, `to Singapore`, `Cairo’s`. */
  post: z.strictObject({ way: z.enum(['from', 'to']), name: z.string() }).nullable(),
  /** The date that is told beside it, `1961-04-23`, or without the year `--04-23`. */
  date: z.string().nullable(),
  /** For `document`: the volume that is named before it (`frus1961-63v12`). */
  edition: z.string().nullable(),
});
export type FoundReference = z.infer<typeof FoundReference>;

/**
 * A reference of a cable. On the side `transcription` it stands in the reading text; on the side
 * `original` it stands in a note of the edition: notes have left the reading text, and are shown at its
 * foot from the original, where their words are.
 */
export const Reference = FoundReference.extend({ side: Side });
export type Reference = z.infer<typeof Reference>;

/** How many cables are offered where a reference may mean several. */
export const MOST_MEANT = 8;

/** A reference with the cables of the library it may mean, the likeliest first; none where it is missing. */
export const ResolvedReference = Reference.extend({
  cables: z.array(CableName.extend({ sure: z.boolean() })).max(MOST_MEANT),
});
export type ResolvedReference = z.infer<typeof ResolvedReference>;

/** A cable that refers to another: how often, and whether it can mean no other. */
export const CitingCable = CableName.extend({ times: z.int().positive(), sure: z.boolean() });
export type CitingCable = z.infer<typeof CitingCable>;

/** A document that is referred to and is not in the library. */
export const MissingDocument = z.strictObject({
  kind: ReferenceKind,
  series: z.string().nullable(),
  number: z.string(),
  /** What it is: `Telegram 978 from Israel`, `Circular telegram 1662`, `Document 170`. */
  name: z.string(),
  /** How it is called where it is called first. */
  words: z.string(),
  /** How many passages refer to it. */
  times: z.int().positive(),
  /** The cables that refer to it, at most 20. */
  citing: z.array(CableName),
  /** How many cables refer to it in all. */
  cables: z.int().positive(),
});
export type MissingDocument = z.infer<typeof MissingDocument>;

/**
 * Who cites whom: cables in the order of time, and how often one refers to another. A link is sure
 * where the reference can mean no other cable.
 */
export const ReferenceGraph = z.strictObject({
  cables: z.array(CableName),
  links: z.array(
    z.strictObject({ from: z.uuid(), to: z.uuid(), times: z.int().positive(), sure: z.boolean() }),
  ),
  /** How many cables and links there are besides, and in how many cables none were looked for. */
  left: z.strictObject({
    cables: z.int().nonnegative(),
    links: z.int().nonnegative(),
    unseen: z.int().nonnegative(),
  }),
});
export type ReferenceGraph = z.infer<typeof ReferenceGraph>;

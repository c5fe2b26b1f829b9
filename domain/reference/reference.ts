import { z } from 'zod';
import { CableName } from '../library/cable.ts';

/**
 * What another document is called in a text. `document`: by its number in the edition (`Document 170`).
 * `telegram`: by the number of a message, with its series (`Depcirtel`, `Embtel`, `Deptel`, `urtel`,
 * `Secto`, `Tosec` …) as it is written.
 */
export const ReferenceKind = z.enum(['document', 'telegram']);
export type ReferenceKind = z.infer<typeof ReferenceKind>;

/** A passage of a transcription (`[from, to)`) that refers to another document. */
export const Reference = z.strictObject({
  kind: ReferenceKind,
  /** The series, in one spelling for all its spellings; null for `document`. */
  series: z.string().nullable(),
  number: z.string().min(1),
  from: z.int().nonnegative(),
  to: z.int().nonnegative(),
  /** The words of the passage. */
  words: z.string(),
});
export type Reference = z.infer<typeof Reference>;

/** A reference with the cables of the library it may mean, the likeliest first; none where it is missing. */
export const ResolvedReference = Reference.extend({
  cables: z.array(CableName.extend({ sure: z.boolean() })),
});
export type ResolvedReference = z.infer<typeof ResolvedReference>;

/** A document that is referred to and is not in the library. */
export const MissingDocument = z.strictObject({
  kind: ReferenceKind,
  series: z.string().nullable(),
  number: z.string(),
  /** How it is called where it is called first. */
  words: z.string(),
  /** How many passages refer to it. */
  times: z.int().positive(),
  /** The cables that refer to it, at most 20. */
  citing: z.array(CableName),
});
export type MissingDocument = z.infer<typeof MissingDocument>;

/** Who cites whom: cables, and how often one refers to another. `missing` ones are not in the library. */
export const ReferenceGraph = z.strictObject({
  cables: z.array(CableName),
  links: z.array(z.strictObject({ from: z.uuid(), to: z.uuid(), times: z.int().positive() })),
  /** How many cables and links there are besides. */
  left: z.strictObject({ cables: z.int().nonnegative(), links: z.int().nonnegative() }),
});
export type ReferenceGraph = z.infer<typeof ReferenceGraph>;

import { z } from 'zod';
import { partsCharacter } from '../text/characters.ts';

/** The two layers of text a cable has, and the two sides of the workbench. */
export const Side = z.enum(['original', 'transcription']);
export type Side = z.infer<typeof Side>;

/**
 * The words an annotation stands on, with what is before and after them (W3C Web Annotation Data
 * Model, 4.2.4 Text Quote Selector). It checks the position; it never overrules it silently.
 */
export const Quote = z.strictObject({ exact: z.string(), prefix: z.string(), suffix: z.string() });
export type Quote = z.infer<typeof Quote>;

/** How much context a quote keeps on either side, in UTF-16 code units. */
export const QUOTE_CONTEXT = 32;

/**
 * Where an annotation stands: `[from, to)` in UTF-16 code units of one side's text, as that text was
 * in `version` (an original is always version 0; a transcription's version grows with every change).
 * A target whose words have been taken away is *lost*: `lost` says why, the range is empty at the
 * place where the words were, and the quote still tells them.
 */
export const Target = z
  .strictObject({
    side: Side,
    from: z.int().nonnegative(),
    to: z.int().nonnegative(),
    version: z.int().nonnegative(),
    quote: Quote,
    // Journals from before targets could be lost do not say it.
    lost: z.string().min(1).nullable().default(null),
  })
  .refine(
    (target) => (target.lost === null ? target.from < target.to : target.from === target.to),
    {
      message: 'an annotation must stand on some text, or say why it no longer does',
    },
  );
export type Target = z.infer<typeof Target>;

/**
 * What somebody who compared the work of several annotators said of an annotation. A rejected one, and
 * one that was merged into another, are kept but no longer shown as holding.
 */
export const Verdict = z.strictObject({
  value: z.enum(['accepted', 'rejected', 'merged']),
  by: z.string(),
  time: z.iso.datetime(),
});
export type Verdict = z.infer<typeof Verdict>;

/**
 * A highlight with its tags and its note (Markdown, may be empty). Times are UTC ISO 8601, ids
 * UUIDv7. One with neither tag nor note is a plain highlight; one without targets is about the whole
 * cable.
 */
export const Annotation = z.strictObject({
  id: z.uuid(),
  cableId: z.uuid(),
  targets: z.array(Target),
  tagIds: z.array(z.uuid()),
  note: z.string(),
  creator: z.string(),
  created: z.iso.datetime(),
  modified: z.iso.datetime(),
  // Journals from before there were verdicts do not say it.
  verdict: Verdict.nullable().default(null),
});
export type Annotation = z.infer<typeof Annotation>;

/** The quote of `[from, to)` in `text`, with its context. The context never holds half a character. */
export function quoteOf(text: string, from: number, to: number): Quote {
  const begin = Math.max(0, from - QUOTE_CONTEXT);
  const end = to + QUOTE_CONTEXT;
  return {
    exact: text.slice(from, to),
    prefix: text.slice(partsCharacter(text, begin) ? begin + 1 : begin, from),
    suffix: text.slice(to, partsCharacter(text, end) ? end - 1 : end),
  };
}

import { z } from 'zod';
import { Quote } from '../annotation/annotation.ts';

/**
 * Why an editor reads otherwise than the witness: the machine misread the scan; the typist slipped,
 * and the editor sets right what the sheet has (*sic*); the editor guesses; the sheet cannot be read.
 */
export const EmendationReason = z.enum(['machine', 'typist', 'conjecture', 'illegible']);
export type EmendationReason = z.infer<typeof EmendationReason>;

/**
 * What an editor has put in the place of `[from, to)` of the *cleaned text* (the original under its
 * accepted changes; UTF-16 code units). The emendations of a cable are in reading order and do not
 * overlap; edits that touch become one emendation.
 *
 * - `rank`: the order of emendations that only put words in, at one place: they were made at two places,
 *   and the text between has left since. 0 for all others.
 * - `author`, `time` (UTC ISO 8601): of the last edit.
 * - `reason`, `note`: why, as far as the editor has said so; null and empty until then.
 * - `witness`: the cable the reading was taken over from; null for the editor's own.
 * - `lost`: null while the emendation holds. One whose words have left the cleaned text (a change that
 *   takes them out was accepted later) holds no more, but is kept: `reason` says why, `quote` tells the
 *   words it stood on, and `from` = `to` is the place where they were. It holds again as soon as those
 *   very words stand there again.
 */
export const Emendation = z
  .strictObject({
    id: z.uuid(),
    from: z.int().nonnegative(),
    to: z.int().nonnegative(),
    rank: z.int().nonnegative(),
    insert: z.string(),
    author: z.string(),
    time: z.iso.datetime(),
    reason: EmendationReason.nullable(),
    note: z.string(),
    witness: z.uuid().nullable(),
    lost: z.strictObject({ reason: z.string().min(1), quote: Quote }).nullable(),
  })
  .refine(({ from, to, lost }) => (lost === null ? from <= to : from === to), {
    message: 'an emendation stands on a stretch of the cleaned text, a lost one on none',
  });
export type Emendation = z.infer<typeof Emendation>;

/** Whether an emendation holds, and is not lost. */
export function holds({ lost }: Emendation): boolean {
  return lost === null;
}

/** The order of emendations: by place, those that only put words in before those that begin there. */
export function inReadingOrder(a: Emendation, b: Emendation): number {
  return a.from - b.from || a.to - b.to || a.rank - b.rank || (a.id < b.id ? -1 : 1);
}

import { z } from 'zod';

/**
 * How far a cable has come. *Imported*: proposals of the cleaning wait for a person. *Cleaned*: none
 * waits. *Corrected*: an editor has emended it or says so. *Proofread*: somebody has compared it with
 * the original from beginning to end.
 */
export const ReviewState = z.enum(['imported', 'cleaned', 'corrected', 'proofread']);
export type ReviewState = z.infer<typeof ReviewState>;

/** A person's word on how far a cable has come, with name and time (UTC ISO 8601). */
export const Vouch = z.strictObject({
  state: ReviewState,
  author: z.string(),
  time: z.iso.datetime(),
});
export type Vouch = z.infer<typeof Vouch>;

/** The state of a cable; `author` and `time` are null where no person has said so and the cleaning decides. */
export const Review = z.strictObject({
  state: ReviewState,
  author: z.string().nullable(),
  time: z.iso.datetime().nullable(),
});
export type Review = z.infer<typeof Review>;

/** The state of a cable nobody has vouched for, by the number of proposals that wait in it. */
export function unvouched(proposals: number): Review {
  return { state: proposals > 0 ? 'imported' : 'cleaned', author: null, time: null };
}

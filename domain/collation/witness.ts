import { z } from 'zod';

/**
 * A cable that seems to transcribe the same message. `share` is the part (0 to 1) of the runs of five
 * words that both have, of those that the shorter one has. `again` is set where both were imported from
 * the same file: when this one was, and whether that was later.
 */
export const WitnessProposal = z.strictObject({
  cableId: z.uuid(),
  title: z.string(),
  share: z.number().min(0).max(1),
  again: z.strictObject({ importedAt: z.iso.datetime(), later: z.boolean() }).nullable(),
});
export type WitnessProposal = z.infer<typeof WitnessProposal>;

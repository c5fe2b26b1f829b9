import { z } from 'zod';

/**
 * A cable that seems to transcribe the same message. `share` is the part (0 to 1) of the runs of five
 * words that both have, of those that the shorter one has.
 */
export const WitnessProposal = z.strictObject({
  cableId: z.uuid(),
  title: z.string(),
  share: z.number().min(0).max(1),
});
export type WitnessProposal = z.infer<typeof WitnessProposal>;

import { z } from 'zod';
import { Certainty } from '../change/change.ts';

/**
 * A rule of cleaning as a library has it: whether it is on, and how many of its changes over all
 * cables hold, wait and were turned down.
 */
export const RuleState = z.strictObject({
  name: z.string().min(1),
  explanation: z.string(),
  certainty: Certainty,
  on: z.boolean(),
  accepted: z.int().nonnegative(),
  proposed: z.int().nonnegative(),
  rejected: z.int().nonnegative(),
});
export type RuleState = z.infer<typeof RuleState>;

/**
 * One place of a proposal in a library, for the preview: the words that would leave or change
 * (`words`, of the original), what would stand there instead, and the text before and after.
 */
export const ProposalPlace = z.strictObject({
  cableId: z.uuid(),
  title: z.string(),
  from: z.int().nonnegative(),
  to: z.int().nonnegative(),
  before: z.string(),
  words: z.string(),
  insert: z.string(),
  after: z.string(),
  reason: z.string().nullable(),
});
export type ProposalPlace = z.infer<typeof ProposalPlace>;

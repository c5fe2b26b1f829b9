import { z } from 'zod';

/**
 * How sure a rule is of what it proposes. `certain` changes are accepted at import; `likely` and
 * `unsure` ones wait for a person.
 */
export const Certainty = z.enum(['certain', 'likely', 'unsure']);
export type Certainty = z.infer<typeof Certainty>;

/** What has become of a change: it waits, it holds, or it was turned down. */
export const ChangeStatus = z.enum(['proposed', 'accepted', 'rejected']);
export type ChangeStatus = z.infer<typeof ChangeStatus>;

/**
 * One replacement in an original, proposed by a rule of cleaning: the text `[from, to)` of the
 * original (UTF-16 code units) gives way to `insert`. Accepted changes of one cable never overlap.
 * `reason` is a sentence for this place where the rule's own explanation does not say enough
 * (which reading is offered and why), else null.
 */
export const Change = z.strictObject({
  from: z.int().nonnegative(),
  to: z.int().nonnegative(),
  insert: z.string(),
  rule: z.string().min(1),
  certainty: Certainty,
  status: ChangeStatus,
  reason: z.string().nullable(),
});
export type Change = z.infer<typeof Change>;

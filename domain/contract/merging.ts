import { z } from 'zod';
import { CableChoice } from '../library/choice.ts';
import { Conflict } from '../merge/conflict.ts';
import { nothing, type Requests } from './request.ts';

/** What merging has done, or would do: counts of what comes, and how many conflicts are new. */
const mergeReport = z.strictObject({
  fileName: z.string(),
  cables: z.int().nonnegative(),
  annotations: z.int().nonnegative(),
  emendations: z.int().nonnegative(),
  decisions: z.int().nonnegative(),
  tags: z.int().nonnegative(),
  others: z.int().nonnegative(),
  conflicts: z.int().nonnegative(),
});

/** Requests about working together without a server: packages, merging, conflicts. */
export const mergingRequests = {
  /** The reader saves chosen cables with all that hangs on them as a package; null where the dialog was left or it was stopped. */
  'package.save': {
    input: z.strictObject({ choice: CableChoice }),
    output: z.strictObject({ fileName: z.string(), cables: z.int().nonnegative() }).nullable(),
  },
  /**
   * The reader chooses a package or another library in a dialog; what merging it would do is told, and nothing
   * is changed yet. Null where the dialog was left or it was stopped.
   */
  'merge.choose': { input: nothing, output: mergeReport.extend({ id: z.uuid() }).nullable() },
  /** The reader merges what was chosen, as one action; null where it was stopped. */
  'merge.run': { input: z.strictObject({ id: z.uuid() }), output: mergeReport.nullable() },
  /** The reader leaves what was chosen. */
  'merge.leave': { input: z.strictObject({ id: z.uuid() }), output: nothing },
  /** A stretch of the conflicts, the open ones first. */
  'conflict.list': {
    input: z.strictObject({ offset: z.int().nonnegative(), limit: z.int().min(1).max(500) }),
    output: z.strictObject({
      total: z.int().nonnegative(),
      open: z.int().nonnegative(),
      conflicts: z.array(Conflict),
    }),
  },
  /** The reader decides conflicts, or (`ids` null) all that are open, as one action; `shown` takes of each what stands. */
  'conflict.decide': {
    input: z.strictObject({
      ids: z.array(z.uuid()).min(1).nullable(),
      take: z.enum(['first', 'second', 'shown']),
    }),
    output: nothing,
  },
} as const satisfies Requests;

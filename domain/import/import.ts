import { z } from 'zod';
import { Failure } from '../failure.ts';
import { TextEncoding } from '../library/cable.ts';

/** What can become of a document that is imported. */
export const ImportOutcome = z.enum(['imported', 'witness', 'duplicate', 'failed']);
export type ImportOutcome = z.infer<typeof ImportOutcome>;

/** A cable as a report names it. */
export const NamedCable = z.strictObject({ cableId: z.uuid(), title: z.string() });
export type NamedCable = z.infer<typeof NamedCable>;

/** What a report says of a document that has become a cable; `warnings` are the sentences of its cleaning. */
const taken = {
  path: z.string(),
  ...NamedCable.shape,
  encoding: TextEncoding,
  proposals: z.int().nonnegative(),
  warnings: z.array(z.string()),
};

/**
 * What became of one document of an import. A witness has come from where the cable `of` came from,
 * with other bytes; null where that one is gone. A duplicate names the cable that already holds its
 * bytes; `restored` where that one had been deleted, and this has brought it back.
 */
export const ImportedFile = z.discriminatedUnion('outcome', [
  z.strictObject({ outcome: z.literal('imported'), ...taken }),
  z.strictObject({ outcome: z.literal('witness'), ...taken, of: NamedCable.nullable() }),
  z.strictObject({
    outcome: z.literal('duplicate'),
    path: z.string(),
    ...NamedCable.shape,
    restored: z.boolean(),
  }),
  z.strictObject({ outcome: z.literal('failed'), path: z.string(), failure: Failure }),
]);
export type ImportedFile = z.infer<typeof ImportedFile>;

/** How many documents of an import have come to each end. */
export const ImportCounts = z.record(ImportOutcome, z.int().nonnegative());
export type ImportCounts = z.infer<typeof ImportCounts>;

/** How many documents these are in all. */
export function inAll(counts: ImportCounts): number {
  return counts.imported + counts.witness + counts.duplicate + counts.failed;
}

/**
 * An import, as it is kept in the library: `stopped` where it may go on (also where the program has
 * ended in its midst), `abandoned` where somebody said that it shall not. `total` is how many documents
 * there were to be, null while that is not known; `first` the first cable it has brought.
 */
export const ImportReport = z.strictObject({
  runId: z.uuid(),
  startedAt: z.iso.datetime(),
  state: z.enum(['running', 'stopped', 'ended', 'abandoned']),
  counts: ImportCounts,
  total: z.int().nonnegative().nullable(),
  first: z.uuid().nullable(),
});
export type ImportReport = z.infer<typeof ImportReport>;

/**
 * How fast an import goes: bytes read so far, files a second over the last seconds, and the time left
 * in milliseconds; both null while they are not known. `counting` says that the total still grows,
 * because folders are still being walked.
 */
export const ImportPace = z.strictObject({
  bytes: z.int().nonnegative(),
  rate: z.number().nonnegative().nullable(),
  left: z.number().nonnegative().nullable(),
  counting: z.boolean(),
});
export type ImportPace = z.infer<typeof ImportPace>;

/** How far long work has come: things done of things in all, and the one at hand; of an import also its pace. */
export const ImportProgress = z.strictObject({
  done: z.int().nonnegative(),
  total: z.int().nonnegative(),
  current: z.string(),
  pace: ImportPace.optional(),
});
export type ImportProgress = z.infer<typeof ImportProgress>;

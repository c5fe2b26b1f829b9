import { z } from 'zod';
import { Failure } from '../failure.ts';
import { TextEncoding } from '../library/cable.ts';

/** The largest file that is taken as one cable, in bytes (64 MiB). */
export const LARGEST_FILE = 64 * 1024 * 1024;

/** What became of one file of an import. A duplicate names the cable that already holds its bytes. */
export const ImportedFile = z.discriminatedUnion('outcome', [
  z.strictObject({
    outcome: z.literal('imported'),
    path: z.string(),
    cableId: z.uuid(),
    title: z.string(),
    encoding: TextEncoding,
    proposals: z.int().nonnegative(),
  }),
  z.strictObject({
    outcome: z.literal('duplicate'),
    path: z.string(),
    cableId: z.uuid(),
    title: z.string(),
  }),
  z.strictObject({ outcome: z.literal('failed'), path: z.string(), failure: Failure }),
]);
export type ImportedFile = z.infer<typeof ImportedFile>;

/** The report at the end of an import. Where it was cancelled, `files` holds what was done until then. */
export const ImportReport = z.strictObject({
  files: z.array(ImportedFile),
  total: z.int().nonnegative(),
  cancelled: z.boolean(),
});
export type ImportReport = z.infer<typeof ImportReport>;

/** How far an import has come: files done of files in all, and the file at hand. */
export const ImportProgress = z.strictObject({
  done: z.int().nonnegative(),
  total: z.int().nonnegative(),
  current: z.string(),
});
export type ImportProgress = z.infer<typeof ImportProgress>;

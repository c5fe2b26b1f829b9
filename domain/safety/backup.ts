import { z } from 'zod';

/**
 * A backup of a library: a whole library in a file of its own, read again and checked after it was
 * written. `name` is its file in the folder of backups, `made` when (UTC ISO 8601), `size` in bytes.
 * `why` says what it was made for. `sound` is false where its file is not as it was written.
 */
export const Backup = z.strictObject({
  name: z.string().min(1),
  made: z.iso.datetime(),
  why: z.enum(['automatic', 'asked', 'before-restore', 'before-import', 'before-merge']),
  size: z.int().nonnegative(),
  cables: z.int().nonnegative(),
  annotations: z.int().nonnegative(),
  sound: z.boolean(),
});
export type Backup = z.infer<typeof Backup>;

/**
 * A library that could not be opened, and of which there are backups: the path of its file, its name, and the
 * sentence about what is wrong with it.
 */
export const Unopened = z.strictObject({
  path: z.string(),
  name: z.string(),
  sentence: z.string(),
});
export type Unopened = z.infer<typeof Unopened>;

import { z } from 'zod';
import { Backup } from '../../../domain/safety/backup.ts';

/**
 * What stands beside each backup, in a file of its name with the ending `.json`: which library it is of, what
 * is in it, and what its bytes are. `library` is the library's id, `path` where it lay; `form` the number of its
 * last migration; `state` names the last of what it holds, so that a library that has changed since is told
 * from one that has not.
 */
export const Manifest = z.strictObject({
  manifest: z.literal(1),
  library: z.uuid(),
  path: z.string(),
  ...Backup.omit({ name: true, sound: true }).shape,
  sha256: z.string().length(64),
  form: z.int().nonnegative(),
  state: z.string(),
});
export type Manifest = z.infer<typeof Manifest>;

/** The ending of a manifest, behind the name of its backup. */
export const MANIFEST_ENDING = '.json';

import { z } from 'zod';
import { Backup, Unopened } from '../safety/backup.ts';
import { VerifyReport } from '../safety/verify.ts';
import { LibraryState } from '../library/library.ts';
import { nothing, type Requests } from './request.ts';

/** Requests about safe keeping: backups, and proofs that a library is whole. */
export const safetyRequests = {
  /**
   * The backups there are, newest first: of the library on the desk, or of the one in the file `path`, which
   * may be damaged.
   */
  'backup.list': {
    input: z.strictObject({ path: z.string().nullable() }),
    output: z.strictObject({ folder: z.string(), backups: z.array(Backup) }),
  },
  /** The library that could not be opened last, and of which there are backups; null where there is none. */
  'backup.offer': { input: nothing, output: Unopened.nullable() },
  /** The reader backs the library up now. */
  'backup.make': { input: nothing, output: Backup },
  /**
   * The reader puts a backup in the place of its library. What stood there is kept beside it; `kept` is its
   * path, empty where nothing stood there.
   */
  'backup.restore': {
    input: z.strictObject({ name: z.string(), path: z.string().nullable() }),
    output: z.strictObject({ state: LibraryState, kept: z.string() }),
  },
  /**
   * The reader has the library on the desk proven, line by line. Its progress comes as `import.progress`, and
   * `import.cancel` stops it; then null comes back.
   */
  'library.verify': { input: nothing, output: VerifyReport.nullable() },
  /** What is to be said of the place where the library on the desk lies (a cloud folder, a network drive); null where it lies well. */
  'library.placeWarning': {
    input: nothing,
    output: z.strictObject({ warning: z.string().nullable() }),
  },
} as const satisfies Requests;

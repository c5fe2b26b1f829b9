import { z } from 'zod';
import { Backup, Unopened } from '../safety/backup.ts';
import { Lost } from '../safety/lost.ts';
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
  /** The window asks what has become of the file of the library on the desk; null where it is where and what it was. */
  'library.lost': { input: nothing, output: Lost.nullable() },
  /** The reader has the file of a lost library looked for once more; null where it is there again. */
  'library.lookAgain': { input: nothing, output: Lost.nullable() },
  /** The reader opens a lost library where it lies now, or what lies in its place. */
  'library.openThere': { input: nothing, output: LibraryState.nullable() },
  /** The reader saves all of the library on the desk as a new file chosen in a dialog, and goes on with that; null where it was left. */
  'library.saveAs': { input: nothing, output: LibraryState.nullable() },
  /** The window has saved what was typed, as the desk is about to be left: the library is brought to rest. */
  'library.settle': { input: nothing, output: nothing },
  /** What is to be said of the place where the library on the desk lies (a cloud folder, a network drive); null where it lies well. */
  'library.placeWarning': {
    input: nothing,
    output: z.strictObject({ warning: z.string().nullable() }),
  },
} as const satisfies Requests;

import { accessSync, constants, statfsSync } from 'node:fs';
import { defineConfig } from 'vitest/config';

/** These put something in the place of a module, which must not reach other tests. */
const alone = ['electron/write-file.test.ts'];

/** A disk in memory, which Linux has here; tests write much that nobody keeps. */
const MEMORY = '/dev/shm';

/** What tests may need of it, in bytes. */
const ROOM = 2 ** 31;

if (!process.env['TMPDIR'] && hasRoom(MEMORY)) process.env['TMPDIR'] = MEMORY;

function hasRoom(folder: string): boolean {
  try {
    accessSync(folder, constants.W_OK);
    const { bavail, bsize } = statfsSync(folder);
    return bavail * bsize > ROOM;
  } catch {
    return false;
  }
}

/**
 * Unit tests lie beside their file. Store tests open real SQLite files, so they run in processes of their
 * own. A process takes on one file after the other, as to start one a file would take longer than most
 * files; what a test changes of a module's state it puts back.
 */
export default defineConfig({
  test: {
    pool: 'forks',
    testTimeout: 20_000,
    projects: [
      {
        extends: true,
        test: {
          name: 'together',
          include: ['{bench,domain,electron,fuzz,renderer,scripts}/**/*.test.ts'],
          exclude: alone,
          isolate: false,
        },
      },
      { extends: true, test: { name: 'alone', include: alone } },
    ],
  },
});

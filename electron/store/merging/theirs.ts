import { chmod, copyFile, mkdtemp, rm, stat } from 'node:fs/promises';
import { existsSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { fail, FailureError } from '../../../domain/failure.ts';
import { writingFailure } from '../../write-file.ts';
import { explain, notOurs, unlikeOurs } from '../failures.ts';
import { readHeader } from '../header.ts';
import { openLibrary } from '../library-file.ts';
import { libraryOf, type Library } from '../library.ts';
import { APPLICATION_ID } from '../migrate.ts';
import { closeAsItIs } from '../safety/at-rest.ts';
import { isSameFile } from '../same-file.ts';

/** How often a file is copied that somebody else is writing to, until it has held still meanwhile. */
const TRIES = 3;

/**
 * Does some work on a copy of another library or of a package, in the form of today: the file itself is
 * only read. Fails with a sentence about that file where it is no library, damaged, or from the future.
 */
export async function withTheirs<T>(
  ours: Library,
  path: string,
  work: (theirs: Library) => Promise<T>,
): Promise<T> {
  refuse(ours, path);
  const folder = await mkdtemp(join(tmpdir(), 'cablewright-merge-'));
  try {
    const copy = join(folder, basename(path));
    await copyLibrary(path, copy);
    const theirs = opened(copy, path);
    try {
      return await work(theirs);
    } catch (error) {
      // What has no place in our tables, or cannot be read, came from there.
      const unlike = unlikeOurs(error);
      if (unlike !== null) fail('library-damaged', notOurs(path, unlike));
      throw error;
    } finally {
      closeAsItIs(theirs.db);
    }
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

function refuse(ours: Library, path: string): void {
  if (isSameFile(ours.path, path))
    fail(
      'bad-input',
      `${basename(path)} is the library that is open. Choose a package or another library to merge into it.`,
    );
  if (!existsSync(path))
    fail('file-missing', `There is no file ${path}. If it was moved, choose it where it lies now.`);
  let isLibrary = false;
  try {
    isLibrary = readHeader(path)?.applicationId === APPLICATION_ID;
  } catch {
    fail('no-permission', `${path} may not be read. Change its permissions, then try again.`);
  }
  if (!isLibrary)
    fail(
      'not-a-library',
      `${path} is neither a package nor a library of Cablewright. Nothing was merged.`,
    );
}

/** Copies a library with what has not come into its file yet; fails where it is being written to all the time. */
async function copyLibrary(path: string, copy: string): Promise<void> {
  try {
    for (let tries = 0; tries < TRIES; tries += 1) {
      const before = await stateOf(path);
      await copyFile(path, copy);
      await rm(`${copy}-wal`, { force: true });
      if (existsSync(`${path}-wal`)) await copyFile(`${path}-wal`, `${copy}-wal`);
      for (const file of [copy, `${copy}-wal`]) if (existsSync(file)) await chmod(file, 0o600);
      if ((await stateOf(path)) === before) return;
    }
  } catch (error) {
    throw writingFailure(error, copy);
  }
  fail(
    'library-in-use',
    `The library ${path} is being written to by another program. Close it there, then merge it.`,
  );
}

/** Sizes and times of the files of a library, as one word. */
async function stateOf(path: string): Promise<string> {
  const files = [path, `${path}-wal`].map((file) => stat(file).catch(() => null));
  const states = await Promise.all(files);
  return states.map((state) => `${state?.size ?? 0} ${state?.mtimeMs ?? 0}`).join(' ');
}

/** Opens a copy; what is wrong with it is said of the file itself. */
function opened(copy: string, path: string): Library {
  try {
    return libraryOf(
      openLibrary(copy, () => undefined),
      copy,
    );
  } catch (error) {
    const explained = explain(error, path);
    if (!(explained instanceof FailureError)) throw explained;
    throw new FailureError(explained.code, explained.message.replaceAll(copy, path));
  }
}

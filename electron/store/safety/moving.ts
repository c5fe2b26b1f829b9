import { existsSync, renameSync, rmSync } from 'node:fs';
import { fail } from '../../../domain/failure.ts';
import { writingFailure } from '../../write-file.ts';
import { explain } from '../failures.ts';
import type { Library } from '../library.ts';
import { finishedCopy, PAGES } from './making.ts';
import { settleFile } from './writing.ts';

/**
 * Writes all that an open library holds to a new file `path`, wherever its own file is now. It is written beside,
 * read again and found whole, and then put there; nothing that is there is written over.
 */
export async function copyTo({ db }: Library, path: string): Promise<void> {
  refuseTaken(path);
  const beside = `${path}.part`;
  try {
    await db.backup(beside, { progress: () => PAGES });
    await finishedCopy(beside);
    settleFile(beside);
    refuseTaken(path);
    renameSync(beside, path);
  } catch (error) {
    throw writingFailure(explain(error, path), path);
  } finally {
    for (const end of ['', '-wal', '-journal']) rmSync(beside + end, { force: true });
  }
}

function refuseTaken(path: string): void {
  if (existsSync(path))
    fail(
      'bad-input',
      `There is a file ${path} already. Choose another name: nothing is written over.`,
    );
}

import { join } from 'node:path';
import type { CheckedInput, RequestOutput } from '../../../domain/contract.ts';
import { fail } from '../../../domain/failure.ts';
import type { Backup } from '../../../domain/safety/backup.ts';
import type { Store } from '../face.ts';
import { explain } from '../failures.ts';
import type { Library } from '../library.ts';
import { isSameFile } from '../same-file.ts';
import { makeBackup } from './making.ts';
import { readyToRestore, refuseInUse } from './restoring.ts';
import type { Safety } from './safety.ts';
import { shelvedIn, shelvedOf, type Shelved } from './shelf.ts';

export { backupTo, makeBackup } from './making.ts';

/** The backups of the library that is open, or of that in `path`, newest first. */
export function listBackups(
  { backups: root }: Safety,
  library: Library | null,
  path: string | null,
): RequestOutput<'backup.list'> {
  const found = backupsOf(root, library, path);
  const folder = root === null ? '' : library && path === null ? join(root, library.id) : root;
  return { folder, backups: found.map(({ backup }) => backup) };
}

/** Backs the library up, and fails where backups are off. */
export async function backUpNow(library: Library, why: Backup['why']): Promise<Backup> {
  const made = await makeBackup(library, why);
  return made ?? fail('bad-input', 'No folder for backups was named.');
}

/**
 * Puts a backup in the place of its library, and opens it. Before anything is changed the backup is read from
 * end to end; what stands there is backed up once more where it can be read, and is kept beside in any case.
 */
export async function restoreBackup(
  safety: Safety,
  library: Library | null,
  input: CheckedInput<'backup.restore'>,
  store: Pick<Store, 'open' | 'close'>,
): Promise<RequestOutput<'backup.restore'>> {
  const backup = backupNamed(safety, library, input);
  const path = input.path ?? library?.path ?? backup.manifest.path;
  try {
    const restoring = await readyToRestore(backup, path);
    try {
      if (library && isSameFile(library.path, path)) {
        await makeBackup(library, 'before-restore').catch(() => null);
        await store.close();
      } else refuseInUse(path);
      const { kept, takeBack } = restoring.put();
      const state = await store.open(path).catch(async (error: unknown) => {
        takeBack();
        if (library) await store.open(library.path).catch(() => null);
        throw error;
      });
      return { state, kept };
    } finally {
      restoring.leave();
    }
  } catch (error) {
    throw explain(error, path);
  }
}

/** A backup of a library by its name; fails where there is none. */
function backupNamed(
  { backups: root }: Safety,
  library: Library | null,
  { name, path }: { readonly name: string; readonly path: string | null },
): Shelved {
  return (
    backupsOf(root, library, path).find(({ backup }) => backup.name === name) ??
    fail('not-found', `The backup ${name} is not there any more. Choose another one.`)
  );
}

function backupsOf(root: string | null, library: Library | null, path: string | null): Shelved[] {
  if (root === null) return [];
  if (path !== null) return shelvedOf(root, path);
  if (!library) return fail('no-library', 'No library is open. Open one, or make a new one.');
  return shelvedIn(join(root, library.id));
}

import type { CheckedInput, RequestOutput } from '../../../domain/contract.ts';
import { fail } from '../../../domain/failure.ts';
import type { Backup } from '../../../domain/safety/backup.ts';
import type { Library } from '../library.ts';

/** The backups of the library that is open, or of that in `path`, newest first. */
export async function listBackups(
  _library: Library | null,
  _path: string | null,
): Promise<RequestOutput<'backup.list'>> {
  return fail('unexpected', 'This is not built yet.');
}

/** Backs the library up. */
export async function makeBackup(_library: Library, _why: Backup['why']): Promise<Backup> {
  return fail('unexpected', 'This is not built yet.');
}

/** Puts a backup in the place of its library and opens it. */
export async function restoreBackup(
  _library: Library | null,
  _input: CheckedInput<'backup.restore'>,
): Promise<RequestOutput<'backup.restore'>> {
  return fail('unexpected', 'This is not built yet.');
}

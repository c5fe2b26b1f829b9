import { access, constants, open, realpath, rename, rm, stat } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { v7 as newId } from 'uuid';
import { FailureError } from '../domain/failure.ts';

/**
 * Writes a file as a whole (text as UTF-8), or not at all: what stood there before stays until the new one is on the disk.
 * Fails with `no-permission`, `disk-full`, `file-missing` or `bad-input`.
 */
export async function writeWhole(path: string, content: string | Uint8Array): Promise<void> {
  let draft: string | null = null;
  try {
    const place = await placeOf(path);
    // Short, so that a file may have as long a name as the system allows.
    draft = join(dirname(place.path), `.${newId()}.part`);
    // Like this no other file is opened, nor one that a link leads to.
    const file = await open(draft, 'wx', place.mode);
    try {
      await file.writeFile(content, 'utf8');
      await file.sync();
    } finally {
      await file.close();
    }
    await rename(draft, place.path);
  } catch (error) {
    if (draft !== null) await rm(draft, { force: true }).catch(() => null);
    throw writingFailure(error, path);
  }
}

/** The file itself where a link leads to it, and its permissions; a file that may not be changed is not replaced either. */
async function placeOf(path: string): Promise<{ path: string; mode: number }> {
  const there = await stat(path).catch(() => null);
  if (!there) return { path, mode: 0o666 };
  if (there.isDirectory())
    throw new FailureError('bad-input', `${path} is a folder. Choose another name.`);
  await access(path, constants.W_OK);
  return { path: await realpath(path), mode: there.mode & 0o777 };
}

/** What the system calls what went wrong while `path` was written, as a failure with a sentence; anything else as it is. */
export function writingFailure(error: unknown, path: string): unknown {
  switch ((error as { readonly code?: unknown }).code) {
    case 'EACCES':
    case 'EPERM':
    case 'EROFS':
      return new FailureError(
        'no-permission',
        `${path} cannot be written: the folder or the file is read-only, or another program has it open. Close it there, or choose another folder.`,
      );
    case 'EBUSY':
    case 'ETXTBSY':
      return new FailureError(
        'no-permission',
        `${path} cannot be written: another program has it open. Close it there, then save again.`,
      );
    case 'ENOSPC':
    case 'EDQUOT':
      return new FailureError(
        'disk-full',
        `There is no room left on the disk for ${path}. Make room, then try again.`,
      );
    case 'ENOENT':
    case 'ENOTDIR':
      return new FailureError(
        'file-missing',
        `The folder of ${path} is not there any more. Choose another one.`,
      );
    case 'ENAMETOOLONG':
      return new FailureError('bad-input', `The name ${path} is too long. Choose a shorter one.`);
    default:
      return error;
  }
}

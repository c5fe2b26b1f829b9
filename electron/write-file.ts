import { open, rename, rm } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { FailureError } from '../domain/failure.ts';

/**
 * Writes a text file as a whole (UTF-8), or not at all: what stood there before stays until the new one is on the disk.
 * Fails with `no-permission`, `disk-full` or `file-missing`.
 */
export async function writeWhole(path: string, content: string): Promise<void> {
  const draft = join(dirname(path), `.${basename(path)}.${process.pid}.part`);
  try {
    const file = await open(draft, 'w');
    try {
      await file.writeFile(content, 'utf8');
      await file.sync();
    } finally {
      await file.close();
    }
    await rename(draft, path);
  } catch (error) {
    await rm(draft, { force: true }).catch(() => null);
    throw explained(error, path);
  }
}

function explained(error: unknown, path: string): unknown {
  const { code } = error as { readonly code?: unknown };
  if (code === 'EACCES' || code === 'EPERM' || code === 'EROFS')
    return new FailureError(
      'no-permission',
      `${path} cannot be written: the folder or the file is read-only. Choose another folder.`,
    );
  if (code === 'ENOSPC')
    return new FailureError(
      'disk-full',
      `There is no room left on the disk for ${path}. Make room, then try again.`,
    );
  if (code === 'ENOENT')
    return new FailureError(
      'file-missing',
      `The folder of ${path} is not there any more. Choose another one.`,
    );
  return error;
}

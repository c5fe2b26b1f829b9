import { closeSync, fsyncSync, openSync, renameSync, writeFileSync } from 'node:fs';
import { statfs } from 'node:fs/promises';
import { fail } from '../../../domain/failure.ts';

/** How much room is left to others on a disk, in bytes (100 MiB). */
const SPARE = 100 * 1024 ** 2;

/** Writes a small file so that either all of it is on the disk, or what was there before. */
export function writeNow(path: string, text: string): void {
  const beside = `${path}.new`;
  const file = openSync(beside, 'w', 0o600);
  try {
    writeFileSync(file, text);
    fsyncSync(file);
  } finally {
    closeSync(file);
  }
  renameSync(beside, path);
}

/** Brings a file that is there to the disk. */
export function settleFile(path: string): void {
  const file = openSync(path, 'r+');
  try {
    fsyncSync(file);
  } finally {
    closeSync(file);
  }
}

/** Fails with a sentence where a folder has no room for `size` bytes; `what` says what for. */
export async function needRoom(folder: string, size: number, what: string): Promise<void> {
  const { bavail, bsize } = await statfs(folder);
  if (bavail * bsize < size + SPARE)
    fail(
      'disk-full',
      `There is no room for ${what} in ${folder}: it takes ${Math.ceil(size / 1024 ** 2)} MiB. Nothing was changed. Make room, then try again.`,
    );
}

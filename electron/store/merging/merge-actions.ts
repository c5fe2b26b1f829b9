import type { RequestOutput } from '../../../domain/contract.ts';
import { fail } from '../../../domain/failure.ts';
import type { Watching } from '../batch.ts';
import type { Library } from '../library.ts';

/** Reads a package or another library and tells what merging it would do; null where it was stopped. */
export async function readMerge(
  _library: Library,
  _path: string,
  _watching: Watching,
): Promise<RequestOutput<'merge.choose'>> {
  return fail('unexpected', 'This is not built yet.');
}

/** Merges what was read, as one action; null where it was stopped. */
export async function runMerge(
  _library: Library,
  _id: string,
  _author: string,
  _watching: Watching,
): Promise<RequestOutput<'merge.run'>> {
  return fail('unexpected', 'This is not built yet.');
}

/** Leaves what was read for merging. */
export function leaveMerge(_library: Library, _id: string): void {
  fail('unexpected', 'This is not built yet.');
}

import type { CheckedInput, RequestOutput } from '../../../domain/contract.ts';
import { fail } from '../../../domain/failure.ts';
import type { Watching } from '../batch.ts';
import type { Library } from '../library.ts';

/** Reads a file of annotations and compares it with the library; null where it was stopped. */
export async function readComing(
  _library: Library,
  _path: string,
  _cableId: string | null,
  _watching: Watching,
): Promise<RequestOutput<'coming.choose'>> {
  return fail('unexpected', 'This is not built yet.');
}

/** A stretch of the annotations of a file that was read. */
export function comingLines(
  _library: Library,
  _stretch: CheckedInput<'coming.lines'>,
): RequestOutput<'coming.lines'> {
  return fail('unexpected', 'This is not built yet.');
}

/** Takes over the annotations of a file that was read, as one action; null where it was stopped. */
export async function takeComing(
  _library: Library,
  _input: CheckedInput<'coming.take'>,
  _author: string,
  _watching: Watching,
): Promise<RequestOutput<'coming.take'>> {
  return fail('unexpected', 'This is not built yet.');
}

/** Leaves a file that was read as it is. */
export function leaveComing(_library: Library, _id: string): void {
  fail('unexpected', 'This is not built yet.');
}

import { fail } from '../../../domain/failure.ts';
import type { VerifyReport } from '../../../domain/safety/verify.ts';
import type { Watching } from '../batch.ts';
import type { Library } from '../library.ts';

/** Proves the library that is open; null where it was stopped. */
export async function verifyLibrary(
  _library: Library,
  _watching: Watching,
): Promise<VerifyReport | null> {
  return fail('unexpected', 'This is not built yet.');
}

/** Proves the library in a file that nobody has open, however damaged it is; null where it was stopped. Nothing is written there. */
export async function verifyFile(_path: string, _watching: Watching): Promise<VerifyReport | null> {
  return fail('unexpected', 'This is not built yet.');
}

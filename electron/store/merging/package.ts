import type { RequestOutput } from '../../../domain/contract.ts';
import { fail } from '../../../domain/failure.ts';
import type { CableChoice } from '../../../domain/library/choice.ts';
import type { Watching } from '../batch.ts';
import type { Library } from '../library.ts';

/** Saves cables with all that hangs on them as a package in the file `path`; null where it was stopped. */
export async function savePackage(
  _library: Library,
  _choice: CableChoice,
  _path: string,
  _watching: Watching,
): Promise<RequestOutput<'package.save'>> {
  return fail('unexpected', 'This is not built yet.');
}

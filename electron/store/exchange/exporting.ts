import type { CheckedInput, RequestOutput } from '../../../domain/contract.ts';
import { fail } from '../../../domain/failure.ts';
import type { Watching } from '../batch.ts';
import type { Library } from '../library.ts';

/** What a format cannot say of some cables; null where it was stopped. */
export async function exportLosses(
  _library: Library,
  _input: CheckedInput<'export.losses'>,
  _watching: Watching,
): Promise<RequestOutput<'export.losses'>> {
  return fail('unexpected', 'This is not built yet.');
}

/** Exports cables into a new folder in the folder `place`; null where it was stopped. */
export async function exportCables(
  _library: Library,
  _input: CheckedInput<'export.save'>,
  _place: string,
  _watching: Watching,
): Promise<RequestOutput<'export.save'>> {
  return fail('unexpected', 'This is not built yet.');
}

/** The reading edition of a cable as one page of HTML. */
export function editionPage(_library: Library, _cableId: string): { title: string; html: string } {
  return fail('unexpected', 'This is not built yet.');
}

import type { CheckedInput, RequestOutput } from '../../domain/contract.ts';
import { fail } from '../../domain/failure.ts';
import type { Watching } from './batch.ts';
import type { Library } from './library.ts';

/** The places where words stand; null where the search was stopped. */
export function findOccurrences(
  _library: Library,
  _input: CheckedInput<'occurrence.find'>,
  _watching: Watching,
): Promise<RequestOutput<'occurrence.find'>> {
  return fail('unexpected', 'This is not built yet.');
}

/** Tags the places of a search, as one action; stopped, it leaves nothing changed. */
export function tagOccurrences(
  _library: Library,
  _input: CheckedInput<'occurrence.tag'>,
  _author: string,
  _watching: Watching,
): Promise<RequestOutput<'occurrence.tag'>> {
  return fail('unexpected', 'This is not built yet.');
}

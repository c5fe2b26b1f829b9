import type { CheckedInput, RequestOutput } from '../../../domain/contract.ts';
import { fail } from '../../../domain/failure.ts';
import type { SearchCounts } from '../../../domain/search/result.ts';
import type { Library } from '../library.ts';

const later = (): never => fail('unexpected', 'This is not built yet.');

/** A stretch of what a query finds, with the passages that show why. */
export function searchResults(
  _library: Library,
  _input: CheckedInput<'search.results'>,
): RequestOutput<'search.results'> {
  return later();
}

/** What a query finds, counted. */
export function countSearch(_library: Library, _query: string): SearchCounts {
  return later();
}

import type { CheckedInput } from '../../../domain/contract.ts';
import { fail } from '../../../domain/failure.ts';
import type { SavedSearch } from '../../../domain/search/result.ts';
import type { Library } from '../library.ts';

const later = (): never => fail('unexpected', 'This is not built yet.');

/** The searches kept under a name, in alphabetical order. */
export function listSavedSearches(_library: Library): SavedSearch[] {
  return later();
}

/** Keeps a search under a name. */
export function saveSearch(_library: Library, _input: CheckedInput<'search.save'>): SavedSearch {
  return later();
}

/** Gives a kept search another name. */
export function renameSearch(_library: Library, _input: CheckedInput<'search.rename'>): void {
  later();
}

/** Lets a kept search go. */
export function forgetSearch(_library: Library, _id: string): void {
  later();
}

import type { RequestOutput } from '../../domain/contract.ts';
import { fail } from '../../domain/failure.ts';
import type { GazetteerEntry, ListedEntry } from '../../domain/gazetteer/entry.ts';
import type { Library } from './library.ts';

/** The gazetteer and the glossary: the library’s own entries, and those the program brings along. */
export function listGazetteer(_library: Library): ListedEntry[] {
  return fail('unexpected', 'This is not built yet.');
}

/** Makes an entry, or changes one, as one action. */
export function putEntry(_library: Library, _entry: GazetteerEntry, _author: string): void {
  return fail('unexpected', 'This is not built yet.');
}

/** Deletes an entry, as one action. */
export function removeEntry(_library: Library, _id: string, _author: string): void {
  return fail('unexpected', 'This is not built yet.');
}

/** Takes over entries, as one action. */
export function takeEntries(
  _library: Library,
  _entries: readonly GazetteerEntry[],
  _author: string,
): RequestOutput<'gazetteer.take'> {
  return fail('unexpected', 'This is not built yet.');
}

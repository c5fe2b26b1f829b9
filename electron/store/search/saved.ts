import { v7 as newId } from 'uuid';
import type { CheckedInput } from '../../../domain/contract.ts';
import { fail } from '../../../domain/failure.ts';
import type { Operation } from '../../../domain/journal/operation.ts';
import type { SavedSearch } from '../../../domain/search/result.ts';
import type { Library } from '../library.ts';

/** The searches kept under a name, in alphabetical order. */
export function listSavedSearches({ savedSearches }: Library): SavedSearch[] {
  return savedSearches.list();
}

/** Keeps a search under a name, as one action; one of that name gets this query. Where nothing changes, nothing is done. */
export function saveSearch(
  library: Library,
  { name, query }: CheckedInput<'search.save'>,
  author: string,
): SavedSearch {
  if (query.trim() === '')
    fail('bad-input', 'There is no search to keep: nothing is looked for. Search first.');
  const before = library.savedSearches.named(name);
  if (before?.name === name && before.query === query) return before;
  const search: SavedSearch = before
    ? { ...before, name, query }
    : { id: newId(), name, query, created: new Date().toISOString() };
  act(library, `${before ? 'change' : 'keep'} the search “${name}”`, put(search), author);
  return search;
}

/** Gives a kept search another name, as one action; fails where another has it. */
export function renameSearch(
  library: Library,
  { id, name }: CheckedInput<'search.rename'>,
  author: string,
): void {
  const before = library.savedSearches.get(id);
  if (before.name === name) return;
  const namesake = library.savedSearches.named(name);
  if (namesake && namesake.id !== id)
    fail(
      'bad-input',
      `There is a search “${namesake.name}” already. Choose another name, or delete that search first.`,
    );
  act(library, `rename the search “${before.name}”`, put({ ...before, name }), author);
}

/** Lets a kept search go, as one action. */
export function forgetSearch(library: Library, id: string, author: string): void {
  const { name } = library.savedSearches.get(id);
  act(library, `delete the search “${name}”`, { type: 'search.remove', id }, author);
}

function put(search: SavedSearch): Operation {
  return { type: 'search.put', search };
}

function act({ journal }: Library, label: string, operation: Operation, author: string): void {
  journal.act({ label, cableId: null, operations: [operation] }, author);
}

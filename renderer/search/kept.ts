import { useQuery } from '@tanstack/react-query';
import { chipsOf } from '../../domain/search/chips.ts';
import type { SavedSearch } from '../../domain/search/result.ts';
import { request } from '../bridge.ts';
import { useDesk } from '../desk/desk.ts';
import { announce } from '../status/announce.ts';

/** How long the name of a search may be, in UTF-16 code units. */
export const LONGEST_NAME = 80;

/** The searches kept in the library, in alphabetical order. */
export function useKeptSearches() {
  return useQuery({ queryKey: ['searches'], queryFn: () => request('search.saved', {}) });
}

/** Searches for what a kept search asks for. */
export function runSearch({ name, query }: Pick<SavedSearch, 'name' | 'query'>): void {
  useDesk.setState({ query });
  announce(`Searching for “${name}”`);
}

/** A query in the words of a person: `cuba, class: secret or confidential, not state: imported`. */
export function inWords(query: string): string {
  const labels = chipsOf(query).map(({ label, negated }) => (negated ? `not ${label}` : label));
  return labels.join(', ');
}

/** The name that a search is offered to be kept under: the one that it has, or what it asks for. */
export function nameFor(query: string, kept: readonly SavedSearch[]): string {
  const same = kept.find((search) => search.query.trim() === query.trim());
  return same?.name ?? cutAtWord(inWords(query));
}

/** A name of moderate length, cut between words. */
function cutAtWord(name: string): string {
  const MODERATE = 60;
  if (name.length <= MODERATE) return name;
  const blank = name.lastIndexOf(' ', MODERATE);
  return `${name.slice(0, blank > 0 ? blank : MODERATE).replace(/,$/u, '')} …`;
}

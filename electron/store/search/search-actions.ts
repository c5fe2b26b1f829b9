import type { CheckedInput, RequestOutput } from '../../../domain/contract.ts';
import type { SearchCounts } from '../../../domain/search/result.ts';
import type { Library } from '../library.ts';
import { counts } from './counts.ts';
import { listed, positionOf } from './found.ts';
import { shower } from './snippets.ts';
import { inTurns } from './turns.ts';

/** A stretch of what a query finds, with the passages that show why. */
export async function searchResults(
  library: Library,
  input: CheckedInput<'search.results'>,
): Promise<RequestOutput<'search.results'>> {
  const { search, found, index } = library;
  const { rows, total, ranked } = await inTurns(found.stretch(input));
  const prepared = search.prepare(input.query);
  const snippets = shower(library, prepared)(rows);
  const results = index.lines
    .some(rows)
    .map((cable, at) => ({ cable, snippets: snippets[at] ?? [] }));
  const readings = (prepared.compiled?.readings ?? []).map(({ word, also }) => ({
    word,
    also: [...also],
  }));
  return { total, ranked, results, readings };
}

/** What a query finds, counted. */
export function countSearch({ search }: Library, query: string): Promise<SearchCounts> {
  return inTurns(counts(search, query));
}

/** A stretch of the list: of what a query finds, in an order. */
export async function listCables(
  { search, index }: Library,
  input: CheckedInput<'cable.list'>,
): Promise<RequestOutput<'cable.list'>> {
  const { total, rows } = await inTurns(listed(search, index, input));
  return { total, cables: index.lines.some(rows) };
}

/** The place of a cable in the list: of what a query finds, in an order; null where it is not found. */
export function cablePosition(
  { search, index }: Library,
  input: CheckedInput<'cable.position'>,
): Promise<number | null> {
  return inTurns(positionOf(search, index, input));
}

import type { CheckedInput, RequestOutput } from '../../domain/contract.ts';
import type { ReferenceGraph } from '../../domain/reference/reference.ts';
import type { Library } from './library.ts';
import { among, around } from './reference/graph.ts';
import { linksTo, resolvedOf } from './reference/meaning.ts';
import { missingIn, stateOf, toldMissing, withWords } from './reference/missing.ts';
import { readThrough } from './reference/reading-through.ts';
import { inTurns } from './search/turns.ts';

/** How many of the cables that refer to one are told. */
const MOST_CITING = 200;

/** How many of them are looked for, to be counted. */
const MOST_COUNTED = 2_000;

/** What a cable refers to, and which cables refer to it. */
export async function listReferences(
  library: Library,
  id: string,
): Promise<RequestOutput<'reference.list'>> {
  await readThrough(library);
  const { cables, index, references } = library;
  const row = index.lines.rowOf(id);
  const may = references.mayCite(row, MOST_COUNTED).length;
  const citing = linksTo(library, row, MOST_CITING).flatMap(({ from, times, sure }) => {
    const line = references.line(from);
    return line ? [{ ...line, times, sure }] : [];
  });
  return {
    version: cables.version(id),
    references: resolvedOf(library, row),
    citing,
    more: Math.max(0, may - MOST_CITING),
  };
}

/** The documents that are referred to and not in the library. */
export async function listMissing(
  library: Library,
  { words, offset, limit }: CheckedInput<'reference.missing'>,
): Promise<RequestOutput<'reference.missing'>> {
  await readThrough(library);
  const found = withWords(library, await missingIn(library), words);
  const missing = found.slice(offset, offset + limit).map((one) => toldMissing(library, one));
  return { total: found.length, missing };
}

/** The picture asked for last: to look at it again needs no work. */
const drawn = new WeakMap<Library, { readonly of: string; readonly graph: ReferenceGraph }>();

/** Who cites whom. */
export async function referenceGraph(
  library: Library,
  { cableId, query }: CheckedInput<'reference.graph'>,
): Promise<ReferenceGraph> {
  await readThrough(library);
  const of = `${stateOf(library)} ${cableId ?? ''} ${query}`;
  const known = drawn.get(library);
  if (known?.of === of) return known.graph;
  const graph = await inTurns(
    cableId === null
      ? among(library, library.search.rows(query))
      : around(library, library.index.lines.rowOf(cableId)),
  );
  drawn.set(library, { of, graph });
  return graph;
}

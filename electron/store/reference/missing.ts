import type { MissingDocument } from '../../../domain/reference/reference.ts';
import { soughtWords } from '../../../domain/reference/resolve.ts';
import type { Library } from '../library.ts';
import { inTurns, type Steps } from '../search/turns.ts';

/** How many of those that refer to a document are told. */
const MOST_TOLD = 20;

/** How many cables are looked over in one step. */
const STEP = 400;

interface Missed extends Omit<MissingDocument, 'citing'> {
  readonly rows: readonly number[];
}

const held = new WeakMap<Library, { readonly at: string; readonly all: readonly Missed[] }>();

/** The documents that are referred to and not in the library, those referred to most first. They are kept until something changes. */
export async function missingIn(library: Library): Promise<readonly Missed[]> {
  const at = stateOf(library);
  const known = held.get(library);
  if (known?.at === at) return known.all;
  const all = await inTurns(gather(library));
  held.set(library, { at, all });
  return all;
}

/** Tells one state of the library from another. */
export function stateOf({ index, references }: Library): string {
  return `${index.changes()} ${references.changes()}`;
}

interface Gathered {
  readonly first: Pick<MissingDocument, 'kind' | 'series' | 'number' | 'name' | 'words'>;
  times: number;
  cables: number;
  last: number;
  readonly rows: number[];
}

function* gather({ index, references }: Library): Steps<readonly Missed[]> {
  const all = new Map<string, Gathered>();
  const last = index.lines.last();
  for (let from = 0; from < last; from += STEP) {
    for (const { row, sought, reference } of references.missing(from, from + STEP)) {
      const { kind, series, number, words } = reference;
      const name = soughtWords(sought, { series, kind });
      const known = all.get(sought.name);
      const here = known ?? {
        first: { kind, series, number, name, words },
        times: 0,
        cables: 0,
        last: -1,
        rows: [],
      };
      if (!known) all.set(sought.name, here);
      here.times += 1;
      if (here.last === row) continue;
      here.last = row;
      here.cables += 1;
      if (here.rows.length < MOST_TOLD) here.rows.push(row);
    }
    yield;
  }
  return [...all.values()]
    .map(({ first, times, cables, rows }) => ({ ...first, times, cables, rows }))
    .toSorted((a, b) => b.times - a.times || collator.compare(a.name, b.name));
}

const collator = new Intl.Collator('en', { numeric: true });

/** Those of some missing documents in whose names, or in the titles of those that refer to them, all words stand. */
export function withWords(
  { references }: Library,
  all: readonly Missed[],
  words: string,
): readonly Missed[] {
  let left = all;
  for (const word of words.toLowerCase().split(/\s+/u).filter(Boolean)) {
    const titled = references.titled(word);
    left = left.filter(
      ({ name, words: said, rows }) =>
        name.toLowerCase().includes(word) ||
        said.toLowerCase().includes(word) ||
        rows.some((row) => titled.has(row)),
    );
  }
  return left;
}

/** A missing document as it is told. */
export function toldMissing({ references }: Library, { rows, ...missed }: Missed): MissingDocument {
  return { ...missed, citing: rows.flatMap((row) => references.line(row) ?? []) };
}

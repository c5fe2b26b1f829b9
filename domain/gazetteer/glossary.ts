import type { Range } from '../text/range.ts';
import type { GazetteerEntry, ListedEntry } from './entry.ts';
import { nameFinder, type NameFinder } from './find.ts';

/** How far around a position names are looked for, in UTF-16 code units; few are longer. */
const AROUND = 160;

/** A gazetteer made ready: its entries by their ids, and how they are found. */
export interface Gazetteer {
  readonly entries: ReadonlyMap<string, GazetteerEntry>;
  readonly find: NameFinder;
}

const known = new WeakMap<readonly ListedEntry[], Gazetteer>();

/** The gazetteer of some entries, made ready once for each list of them. */
export function gazetteerOf(listed: readonly ListedEntry[]): Gazetteer {
  const ready = known.get(listed);
  if (ready) return ready;
  const entries = listed.map(({ entry }) => entry);
  const made = {
    entries: new Map(entries.map((entry) => [entry.id, entry])),
    find: nameFinder(entries),
  };
  known.set(listed, made);
  return made;
}

/** A name in a text, and the entries it may be a name of. */
export interface Named extends Range {
  readonly entries: readonly GazetteerEntry[];
}

/**
 * The name that stands at a position of a text, which is given by `slice`; null where none does. Only the
 * words around it are read.
 */
export function nameAt(
  { entries, find }: Gazetteer,
  length: number,
  slice: (from: number, to: number) => string,
  position: number,
): Named | null {
  const begin = Math.max(0, position - AROUND);
  const around = slice(begin, Math.min(length, position + AROUND));
  // A word that is cut is none.
  const cut = begin === 0 ? 0 : (/\s/u.exec(around)?.index ?? around.length);
  const end = begin + around.length < length ? around.replace(/\S*$/u, '').length : around.length;
  const here = position - begin - cut;
  const found = find(around.slice(cut, end)).find(({ from, to }) => from <= here && here < to);
  if (!found) return null;
  const from = begin + cut + found.from;
  return {
    from,
    to: from + found.to - found.from,
    entries: found.entryIds.flatMap((id) => entries.get(id) ?? []),
  };
}

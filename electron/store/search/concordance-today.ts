import type { Side } from '../../../domain/annotation/annotation.ts';
import { keysOf, markOf, standingNow } from '../../../domain/search/concordance.ts';
import type { Finder } from '../../../domain/search/hits.ts';
import type { Range } from '../../../domain/text/range.ts';
import type { Library } from '../library.ts';
import { standingIn, type Standing } from '../standing.ts';
import type { Concordance } from './concordance-kept.ts';
import type { LineKeeper, LinePlace } from './concordance-lines.ts';

/** A cable as it reads today. */
export interface CableToday {
  readonly cableId: string;
  readonly title: string;
  readonly number: string | null;
  readonly date: string | null;
  readonly version: number;
  readonly textOf: (side: Side) => string;
  /** The words of a side, without what marks up an original, each in its place. */
  readonly wordsOf: (side: Side) => string;
  readonly standing: (side: Side) => Standing;
  /** Where a line of it stands today; null where it no longer does. */
  readonly place: (line: number) => Range | null;
}

/** A row of the list with the text that is read. */
export interface ReadingRow {
  readonly cableId: string;
  readonly title: string;
  readonly number: string | null;
  readonly date: string | null;
  readonly sortKey: string;
  readonly annotations: number;
  readonly version: number;
  readonly text: string;
}

/** Reads rows of the list that have not been deleted, with the texts that are read. */
export function readingOf({ db }: Library): (row: number) => ReadingRow | null {
  const reading = db.prepare<[number], ReadingRow>(
    `SELECT cable_id AS cableId, title, number, date, sort_key AS sortKey, annotations, version, text
       FROM cable_line JOIN reading USING (row) WHERE row = ? AND discarded = 0`,
  );
  return (row) => reading.get(row) ?? null;
}

/** The cables of a concordance as they read today, each read once; null for those that are gone. */
export function cablesToday(
  library: Library,
  concordance: Concordance,
  read: ReturnType<typeof readingOf> = readingOf(library),
) {
  const known = new Map<number, CableToday | null>();
  return (row: number): CableToday | null => {
    const before = known.get(row);
    if (before !== undefined) return before;
    const reading = read(row);
    const today = reading && cableToday(library, concordance, { row, reading });
    known.set(row, today);
    return today;
  };
}

function cableToday(
  library: Library,
  { lines, find }: Concordance,
  { row, reading }: { readonly row: number; readonly reading: ReadingRow },
): CableToday {
  const { cableId, title, number, date, version, text, annotations } = reading;
  const then = lines.cables().get(row);
  const moved = then && then.version !== version ? movedLines(lines, then, { find, text }) : null;
  const textOf = once((side: Side) =>
    side === 'transcription' ? text : library.cables.textOf(cableId, side),
  );
  const wordsOf = once((side: Side) =>
    side === 'transcription' ? text : library.cables.searchedOriginal(cableId),
  );
  const standing = once((side: Side): Standing =>
    annotations === 0 ? () => [] : standingIn(library, cableId, side),
  );
  const place = (line: number): Range | null => {
    const found = lines.place(line);
    // An original never changes.
    return moved && found.side === 'transcription' ? (moved.get(line) ?? null) : found;
  };
  return { cableId, title, number, date, version, textOf, wordsOf, standing, place };
}

interface Text {
  readonly find: Readonly<Record<Side, Finder>>;
  readonly text: string;
}

/** Where the lines of a transcription that has changed stand today. */
function movedLines(
  lines: LineKeeper,
  { first, end }: { readonly first: number; readonly end: number },
  { find, text }: Text,
): ReadonlyMap<number, Range | null> {
  const mine: (LinePlace & { readonly line: number })[] = [];
  for (let line = first; line < end; line++) {
    const place = lines.place(line);
    if (place.side === 'transcription') mine.push({ ...place, line });
  }
  const places = find
    .transcription(text)
    .map((place) => ({ ...place, ...markOf(keysOf(text, place)) }));
  const now = standingNow(mine, places);
  return new Map(mine.map(({ line }, at) => [line, now[at] ?? null]));
}

/** What a function of a side says, asked once. */
function once<Value>(of: (side: Side) => Value): (side: Side) => Value {
  const known = new Map<Side, Value>();
  return (side) => {
    const value = known.get(side) ?? of(side);
    known.set(side, value);
    return value;
  };
}

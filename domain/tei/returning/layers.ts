import { type Change, type Certainty, ChangeStatus } from '../../change/change.ts';
import { keyOf, StoredChange } from '../../change/decision.ts';
import { Emendation, holds, inReadingOrder } from '../../emendation/emendation.ts';
import { applyAccepted } from '../../change/compose.ts';
import { type CleanedPlace, cleanedPositions } from '../cleaned-places.ts';
import { type Element, valueOf } from '../tree.ts';
import { childOf, type Document, idIn, named, wordsIn } from './document.ts';
import type { Leaving } from './leaving.ts';
import type { Place, Places } from './texts.ts';
import { wordsOf } from './words.ts';

const CERTAINTY: Readonly<Record<string, Certainty>> = {
  high: 'certain',
  medium: 'likely',
  low: 'unsure',
};

/** The changes of a document in their order; `indexOf` tells the place of one by its number in the file. */
export interface ReadChanges {
  readonly changes: readonly StoredChange[];
  readonly indexOf: ReadonlyMap<number, number>;
}

/** Reads the changes. One that does not stand on the words it says, or that overlaps another accepted one, is left out. */
export function readChanges(
  document: Document,
  entries: readonly Element[],
  original: string,
  places: Places,
  leaving: Leaving,
): ReadChanges {
  const changes: StoredChange[] = [];
  const indexOf = new Map<number, number>();
  const isFree = freeOfOthers();
  const keys = new Set<string>();
  for (const [number, entry] of entries.entries()) {
    const change = changeIn(document, entry, number, places);
    const words = change && original.slice(change.from, change.to);
    const fits =
      change &&
      words === (wordsIn(document, entry, 'rdg') ?? '') &&
      !keys.has(keyOf(change)) &&
      isFree(change);
    if (fits) {
      keys.add(keyOf(change));
      indexOf.set(number, changes.length);
      changes.push(change);
    } else leaving.leave('change');
  }
  return { changes, indexOf };
}

/** Tells whether an accepted change overlaps none of those asked for before. */
function freeOfOthers(): (change: Change) => boolean {
  const taken: Change[] = [];
  return (change) => {
    if (change.status !== 'accepted') return true;
    const { from, to } = change;
    // They come in their order, as a rule, so the last ones are those to ask.
    let place = taken.length;
    for (let one = taken[place - 1]; one; one = taken[place - 1]) {
      if (one.from < to && from < one.to) return false;
      if (one.from < from || (one.from === from && one.to <= to)) break;
      place -= 1;
    }
    taken.splice(place, 0, change);
    return true;
  };
}

function changeIn(
  document: Document,
  entry: Element,
  number: number,
  places: Places,
): StoredChange | null {
  const { xml } = document;
  const lem = childOf(entry, 'lem');
  const anchor = (id: string, at: number) =>
    places.set(`#${id}`, { in: 'insert', change: number, at });
  const insert = lem ? wordsOf(xml, lem, { anchor }) : '';
  const decision = childOf(entry, 'note', 'decision');
  const [from, to] = [valueOf(entry, 'from'), valueOf(entry, 'to')];
  const parsed = StoredChange.safeParse({
    from: originalAt(places.get(from ?? '')),
    to: originalAt(places.get(to ?? '')),
    insert,
    rule: named(document, entry, 'ana'),
    certainty: CERTAINTY[valueOf(entry, 'cert') ?? ''],
    status: ChangeStatus.safeParse(valueOf(entry, 'subtype')).data,
    reason: wordsIn(document, entry, 'note', 'reason'),
    decidedBy: decision && named(document, decision, 'resp'),
    decidedAt: document.time(childOf(decision, 'date')),
  });
  return parsed.success && parsed.data.from <= parsed.data.to ? parsed.data : null;
}

/** The position in the original; null for a place that is not in it. */
export function originalAt(place: Place | undefined): number | null {
  return place?.in === 'original' ? place.at : null;
}

/** Reads the emendations. One that does not stand on the words it says, or that overlaps another one, is left out. */
export function readEmendations(
  document: Document,
  entries: readonly Element[],
  { changes, indexOf }: ReadChanges,
  texts: { readonly original: string; readonly places: Places },
  leaving: Leaving,
): Emendation[] {
  const positionOf = cleanedPositions(changes);
  const cleaned = applyAccepted(
    texts.original,
    changes.toSorted((a, b) => a.from - b.from || a.to - b.to),
  );
  const at = (pointer: string | null): number | null => {
    const place = placeIn(texts.places.get(pointer ?? ''), indexOf);
    return place && positionOf(place);
  };
  const all = entries.flatMap((entry) => {
    const one = emendationIn(document, entry, at);
    const stands =
      one && cleaned.slice(one.from, one.to) === (wordsIn(document, entry, 'rdg') ?? '');
    if (stands) return [one];
    leaving.leave('emendation');
    return [];
  });
  const ids = new Set<string>();
  let reached = 0;
  return all.toSorted(inReadingOrder).filter((one) => {
    const fits = !ids.has(one.id) && (!holds(one) || one.from >= reached);
    if (!fits) leaving.leave('emendation');
    ids.add(one.id);
    if (fits && holds(one)) reached = one.to;
    return fits;
  });
}

/** A place of the cleaned text; null where the change it stands in was left out. */
function placeIn(
  place: Place | undefined,
  indexOf: ReadonlyMap<number, number>,
): CleanedPlace | null {
  if (!place || place.in === 'transcription') return null;
  if (place.in === 'original') return { change: null, at: place.at };
  const change = indexOf.get(place.change);
  return change === undefined ? null : { change, at: place.at };
}

function emendationIn(
  document: Document,
  entry: Element,
  at: (pointer: string | null) => number | null,
): Emendation | null {
  const lem = childOf(entry, 'lem');
  const lost = wordsIn(document, entry, 'note', 'lost');
  const parsed = Emendation.safeParse({
    id: idIn(valueOf(entry, 'xml:id')),
    from: at(valueOf(entry, 'from')),
    to: at(valueOf(entry, 'to')),
    rank: Number(valueOf(entry, 'n') ?? 0),
    insert: lem ? wordsOf(document.xml, lem) : '',
    author: named(document, entry, 'resp'),
    time: document.time(childOf(childOf(entry, 'note', 'emended'), 'date')),
    reason: lem && valueOf(lem, 'cause'),
    note: wordsIn(document, entry, 'note', 'comment') ?? '',
    witness: lem && (idIn(valueOf(lem, 'source')) || null),
    lost: lost === null ? null : { reason: lost, quote: quoteIn(document, entry) },
  });
  return parsed.success ? parsed.data : null;
}

/** The words something stands or stood on, with what was before and after them. */
export function quoteIn(document: Document, element: Element) {
  return {
    exact: wordsIn(document, element, 'note', 'exact') ?? '',
    prefix: wordsIn(document, element, 'note', 'prefix') ?? '',
    suffix: wordsIn(document, element, 'note', 'suffix') ?? '',
  };
}

import type { Change } from '../change/change.ts';
import { type ChangeKey, keyOf, type StoredChange } from '../change/decision.ts';
import { type Emendation, holds } from '../emendation/emendation.ts';
import type { OriginalFormat } from '../library/cable.ts';
import type { Range } from '../text/range.ts';
import { TEI_MARKUP } from '../tei/rules.ts';
import { wordsIn } from '../tei/searchable.ts';
import { type Mapping, mappingOf } from '../transcription/mapping.ts';
import { acceptedChanges, type Transcription } from '../transcription/transcription.ts';
import { type EmendedReadings, readingsAt } from './emended.ts';
import { type EmendationPlace, placesOf, toOriginalOf } from './places.ts';
import { folded, type Reading, shortened, visible, wordAfter, wordBefore } from './words.ts';

/**
 * One entry of the apparatus for what cleaning did or would do: `lemma ] reading O`. The lemma is what
 * the cleaned text has, or would have if the change were accepted; the reading is what the original has
 * at `range`.
 */
export interface ChangeEntry {
  readonly kind: 'change';
  readonly lemma: Reading;
  readonly reading: Reading;
  readonly range: Range;
  /** Where the lemma's own words begin in the cleaned text. */
  readonly place: number;
  readonly rule: string;
  readonly certainty: Change['certainty'];
  readonly status: Change['status'];
  /** What the rule said of this place, where its own explanation does not say enough. */
  readonly reason: string | null;
  /** What the entry is made of, in reading order. All of them have been decided on together, or none. */
  readonly changes: Block;
  /** The emendations that have been made of these very words since. */
  readonly emended: readonly Emendation[];
}

/**
 * One entry of the apparatus for what an editor has put in: `lemma ] reading O`, and where cleaning
 * had read otherwise before, `lemma ] reading O; reading cleaned`. That is the order of the lists of
 * emendations in editions after Greg and Bowers: the reading of the text, its source where it is a
 * witness, and the readings it gave way to, each with its siglum.
 */
export interface EmendationEntry extends EmendedReadings {
  readonly kind: 'emendation';
  readonly emendation: Emendation;
  readonly place: EmendationPlace;
  /** The original's words at the place. */
  readonly range: Range;
  /** The proposals that wait for a decision on these very words, in reading order. */
  readonly waiting: readonly StoredChange[];
}

export type ApparatusEntry = ChangeEntry | EmendationEntry;

/** All that has been done to an original, or is proposed, in reading order; `format` is how the original is written. */
export function apparatus(
  transcription: Transcription,
  changes: readonly StoredChange[],
  emendations: readonly Emendation[] = [],
  format: OriginalFormat = 'text',
): ApparatusEntry[] {
  const toOriginal = toOriginalOf(transcription, changes);
  const places = placesOf(transcription, toOriginal, emendations);
  const made = changeEntries(transcription, changes, places, format);
  const waiting = waitingOn(made);
  const emended = places.map((place): EmendationEntry => ({
    kind: 'emendation',
    ...readingsAt(transcription, toOriginal, place),
    emendation: place.emendation,
    place,
    range: place.original,
    waiting: waiting.get(place.emendation) ?? [],
  }));
  // At one place, what cleaning did comes before what was made of it.
  return [...made, ...emended].toSorted((a, b) => a.range.from - b.range.from);
}

/** What tells an entry from all others of its cable. */
export function entryKey(entry: ApparatusEntry): string {
  return entry.kind === 'change' ? keyOf(entry.changes[0]) : entry.emendation.id;
}

/** The change with this key and all that make one entry with it; null where there is none. */
export function blockOf(
  original: string,
  changes: readonly StoredChange[],
  key: ChangeKey,
): Block | null {
  const wanted = keyOf(key);
  const found = blocks(original, changes).find((block) =>
    block.some((change) => keyOf(change) === wanted),
  );
  return found ?? null;
}

/** How many entries of changes each rule has, in the order in which the rules first come up. */
export function countsByRule(entries: readonly ApparatusEntry[]): [rule: string, count: number][] {
  const counts = new Map<string, number>();
  for (const entry of entries)
    if (entry.kind === 'change') counts.set(entry.rule, (counts.get(entry.rule) ?? 0) + 1);
  return [...counts];
}

/** One or more changes that make one entry. */
export type Block = readonly [StoredChange, ...StoredChange[]];

/**
 * Changes of one kind with only white space between them are one block, as the lines of one stamp
 * are. A proposal stands alone, since it is decided on alone.
 */
function blocks(original: string, changes: readonly StoredChange[]): Block[] {
  const all: [StoredChange, ...StoredChange[]][] = [];
  for (const change of changes.toSorted((a, b) => a.from - b.from || a.to - b.to)) {
    const block = all.at(-1);
    const last = block?.at(-1);
    if (block && last && sameKind(last, change) && isBlank(original.slice(last.to, change.from)))
      block.push(change);
    else all.push([change]);
  }
  return all;
}

function sameKind(a: StoredChange, b: StoredChange): boolean {
  return (
    a.rule === b.rule &&
    a.status === b.status &&
    a.status !== 'proposed' &&
    a.decidedBy === b.decidedBy &&
    a.decidedAt === b.decidedAt &&
    a.certainty === b.certainty &&
    a.reason === b.reason &&
    a.to <= b.from
  );
}

function changeEntries(
  { original, cleaned, text, map }: Transcription,
  changes: readonly StoredChange[],
  places: readonly EmendationPlace[],
  format: OriginalFormat,
): ChangeEntry[] {
  const cleaning = cleaned === text ? map : acceptedChanges(original, changes);
  const texts: Texts = {
    original: original.toString(),
    format,
    cleaned: cleaned.toString(),
    mapping: mappingOf(cleaning),
  };
  const held = places.filter(({ emendation }) => holds(emendation));
  return blocks(texts.original, changes).map((block) => entryOf(texts, block, held));
}

interface Texts {
  readonly original: string;
  readonly format: OriginalFormat;
  readonly cleaned: string;
  /** From the one to the other. */
  readonly mapping: Mapping;
}

function entryOf(
  { original, format, cleaned, mapping }: Texts,
  block: Block,
  held: readonly EmendationPlace[],
): ChangeEntry {
  const [{ rule, certainty, status, reason, from }] = block;
  const to = block.at(-1)?.to ?? from;
  // Of a note of an edition its words are told, of its markup the markup.
  const isMarkup = rule === TEI_MARKUP;
  const here = isMarkup
    ? original.slice(from, to)
    : wordsIn({ text: original, format }, { from, to });
  const there = replaced(original, block);
  const place = mapping.at(from, -1);
  const end = mapping.at(to, 1);
  const around = surroundings(cleaned, place, end, here, there);
  const before = folded(around.before);
  const after = folded(around.after);
  return {
    kind: 'change',
    lemma: { before, own: shortened(folded(there)), after },
    reading: { before, own: isBlank(here) ? visible(here) : shortened(folded(here)), after },
    range: { from, to },
    place,
    rule,
    certainty,
    status,
    reason,
    changes: block,
    emended: emendedWithin(held, place, end),
  };
}

/** The emendations that share words of the cleaned text with `[from, to)`, found by halving. */
function emendedWithin(held: readonly EmendationPlace[], from: number, to: number): Emendation[] {
  let low = 0;
  let high = held.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((held[middle]?.cleaned.to ?? Infinity) > from) high = middle;
    else low = middle + 1;
  }
  const found: Emendation[] = [];
  for (let one = held[low]; one && one.cleaned.from < to; one = held[++low])
    found.push(one.emendation);
  return found;
}

/** The waiting proposals by the emendations that stand on their words. */
function waitingOn(entries: readonly ChangeEntry[]): Map<Emendation, StoredChange[]> {
  const waiting = new Map<Emendation, StoredChange[]>();
  for (const { status, changes, emended } of entries) {
    if (status !== 'proposed') continue;
    for (const emendation of emended)
      waiting.set(emendation, [...(waiting.get(emendation) ?? []), ...changes]);
  }
  return waiting;
}

/** What a block puts in the place of its stretch of the original. */
function replaced(original: string, block: Block): string {
  const [{ from }] = block;
  let at = from;
  let text = '';
  for (const change of block) {
    text += original.slice(at, change.from) + change.insert;
    at = change.to;
  }
  return text;
}

/**
 * The words the change stands in: what touches it on either side; where nothing does and no word
 * stands on both sides of the bracket, the words before and after.
 */
function surroundings(text: string, from: number, to: number, here: string, there: string) {
  const touching = { before: wordBefore(text, from), after: wordAfter(text, to) };
  const enough = touching.before !== '' || touching.after !== '';
  if (enough || (!isBlank(here) && !isBlank(there))) return touching;
  return { before: wordBefore(text, from, 'apart'), after: wordAfter(text, to, 'apart') };
}

function isBlank(text: string): boolean {
  return text.trim() === '';
}

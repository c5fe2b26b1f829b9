import { partsCharacter } from '../text/characters.ts';
import type { Range } from '../text/range.ts';
import type { Query } from './query.ts';

/** How much of a line stands before and after the hit at most, in UTF-16 code units. */
export const CONTEXT = 80;

/** How much text is looked at for it: blanks and line ends of a scan take room as well. */
const REACH = 2 * CONTEXT;

/** How many words beside the hit decide on the order of lines. */
const WORDS = 6;

/**
 * How many words on either side of the hit tell a line from others when its text has changed: first so
 * many are compared, and of lines not found so, those next to the hit alone.
 */
const NEAR = 3;
const NEXT = 1;

/** A line of a concordance as it is read: all on one line, with one blank between words. */
export interface CutLine {
  readonly before: string;
  readonly hit: string;
  readonly after: string;
}

/** Cuts a line out of a text. A word that would be cut is left out, unless there is no other. */
export function cutLine(text: string, { from, to }: Range): CutLine {
  return {
    before: endOf(onOneLine(text.slice(Math.max(0, from - REACH), from)), from > REACH),
    hit: onOneLine(text.slice(from, to)),
    after: beginningOf(onOneLine(text.slice(to, to + REACH)), to + REACH < text.length),
  };
}

function onOneLine(text: string): string {
  return text.replace(/\s+/gu, ' ');
}

/** The end of a text; `cut`: its first word is perhaps not whole. */
function endOf(text: string, cut: boolean): string {
  const begin = Math.max(0, text.length - CONTEXT);
  const end = text.slice(partsCharacter(text, begin) ? begin + 1 : begin);
  const whole = begin === 0 ? !cut : text.charAt(begin - 1) === ' ';
  if (whole || text.charAt(begin) === ' ') return end.trimStart() || end;
  const blank = end.indexOf(' ');
  return blank < 0 || blank === end.length - 1 ? end : end.slice(blank + 1);
}

function beginningOf(text: string, cut: boolean): string {
  const end = Math.min(text.length, CONTEXT);
  const beginning = text.slice(0, partsCharacter(text, end) ? end - 1 : end);
  const whole = end === text.length ? !cut : text.charAt(end) === ' ';
  if (whole || text.charAt(end - 1) === ' ') return beginning.trimEnd() || beginning;
  const blank = beginning.lastIndexOf(' ');
  return blank <= 0 ? beginning : beginning.slice(0, blank);
}

/** By what a line is put in order, as strings that are compared code unit by code unit. */
export interface LineKeys {
  /** The words before the hit, from the hit outwards. */
  readonly left: string;
  /** The words of the hit, then those after it. */
  readonly hit: string;
  /** The words after the hit. */
  readonly right: string;
}

/** What stands before any letter and any blank, so that what is shorter comes first. */
const END = '\t';

/** The keys of a place in a text: words are folded, and signs between them do not count. */
export function keysOf(text: string, { from, to }: Range): LineKeys {
  const before = wordsIn(text.slice(Math.max(0, from - REACH), from));
  const left = before.slice(-WORDS).toReversed().join(' ');
  const right = wordsIn(text.slice(to, to + REACH))
    .slice(0, WORDS)
    .join(' ');
  return { left, right, hit: `${wordsIn(text.slice(from, to)).join(' ')}${END}${right}` };
}

/** What a line is known by when its text has changed: numbers for its words and those about it, and for those next to it. */
export interface Mark {
  readonly near: number;
  readonly next: number;
}

/** What a line is known by. */
export function markOf(keys: LineKeys): Mark {
  return { near: numberOf(keys, NEAR), next: numberOf(keys, NEXT) };
}

/** A number for the hit and so many words on either side of it (FNV-1a). */
function numberOf({ left, hit }: LineKeys, beside: number): number {
  const [words = '', right = ''] = hit.split(END);
  let number = 0x81_1c_9d_c5 | 0;
  for (const part of [firstWords(left, beside), words, firstWords(right, beside)])
    for (let at = 0; at <= part.length; at++)
      number = Math.imul(
        number ^ (at < part.length ? part.charCodeAt(at) : 0xff_ff),
        0x01_00_01_93,
      );
  return number;
}

function firstWords(words: string, most: number): string {
  let end = -1;
  for (let count = 0; count < most; count++) {
    end = words.indexOf(' ', end + 1);
    if (end < 0) return words;
  }
  return words.slice(0, end);
}

const WORD = /[\p{L}\p{N}]+/gu;
const PLAIN_WORD = /[a-z0-9]+/g;
/** The apostrophe that Unicode takes for a letter. */
const NO_LETTER = /ʼ/gu;
const NOT_PLAIN = /[^\p{ASCII}]/u;

/** The words of a text, small and without their marks. */
function wordsIn(text: string): readonly string[] {
  const small = text.toLowerCase();
  if (!NOT_PLAIN.test(small)) return small.match(PLAIN_WORD) ?? [];
  return (
    small
      .normalize('NFD')
      .replace(NO_LETTER, "'")
      .replace(/\p{M}+/gu, '')
      .match(WORD) ?? []
  );
}

/**
 * Where the lines of a text stand after it has changed: each where the same words stand among the same
 * words, the first of those alike at the first such place; null where they no longer do.
 */
export function standingNow<Place extends Mark>(
  lines: readonly Mark[],
  places: readonly Place[],
): (Place | null)[] {
  const near = matched(lines, places, 'near');
  const found = new Set(near);
  const others = lines.filter((_, at) => near[at] === null);
  const next = matched(
    others,
    places.filter((place) => !found.has(place)),
    'next',
  );
  let other = 0;
  return near.map((place) => place ?? next[other++] ?? null);
}

function matched<Place extends Mark>(
  lines: readonly Mark[],
  places: readonly Place[],
  by: keyof Mark,
): (Place | null)[] {
  const open = new Map<number, Place[]>();
  for (const place of places) {
    const alike = open.get(place[by]);
    if (alike) alike.push(place);
    else open.set(place[by], [place]);
  }
  return lines.map((line) => open.get(line[by])?.shift() ?? null);
}

/** The part of a query that asks for words of the original by name; null where none does. */
export function ofOriginal(query: Query): Query | null {
  switch (query.type) {
    case 'words':
    case 'near':
      return query.field === 'original' ? query : null;
    case 'and':
    case 'or': {
      const parts = query.parts.map(ofOriginal).filter((part) => part !== null);
      return parts.length === 0 ? null : { ...query, type: 'or', parts };
    }
    default:
      return null;
  }
}

/** Whether a query asks for words that stand in transcriptions or, by name, in originals. */
export function asksForWords(query: Query): boolean {
  switch (query.type) {
    case 'words':
    case 'near':
      return (
        query.field === null ||
        query.field === 'text' ||
        query.field === 'transcription' ||
        query.field === 'original'
      );
    case 'and':
    case 'or':
      return query.parts.some(asksForWords);
    default:
      return false;
  }
}

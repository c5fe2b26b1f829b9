import { partsCharacter } from '../text/characters.ts';
import type { Range } from '../text/range.ts';
import type { Query } from './query.ts';

/** How much of a line stands before and after the hit at most, in UTF-16 code units. */
export const CONTEXT = 80;

/** How much text is looked at for it: blanks and line ends of a scan take room as well. */
const REACH = 2 * CONTEXT;

/** How many words beside the hit decide on the order of lines. */
const WORDS = 6;

/** How many words beside the hit must still stand for a line to be the same after its text has changed. */
const NEAR = 3;

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

/** A number for the words of a line and those next to it, by which it is known when its text has changed. */
export function markOf({ left, hit }: LineKeys): number {
  const [words = '', right = ''] = hit.split(END);
  let mark = 0x81_1c_9d_c5 | 0;
  for (const part of [firstWords(left), words, firstWords(right)])
    for (let at = 0; at <= part.length; at++)
      mark = Math.imul(mark ^ (at < part.length ? part.charCodeAt(at) : 0xff_ff), 0x01_00_01_93);
  return mark;
}

function firstWords(words: string): string {
  let end = -1;
  for (let count = 0; count < NEAR; count++) {
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

/** Where a line stood, by its mark, and where lines stand now. */
interface Marked {
  readonly mark: number;
}

/**
 * Where the lines of a text stand after it has changed: each where the same words stand between the
 * same words, the first of those alike at the first such place; null where they no longer do.
 */
export function standingNow<Place extends Marked>(
  lines: readonly Marked[],
  places: readonly Place[],
): (Place | null)[] {
  const open = new Map<number, Place[]>();
  for (const place of places) {
    const alike = open.get(place.mark);
    if (alike) alike.push(place);
    else open.set(place.mark, [place]);
  }
  return lines.map(({ mark }) => open.get(mark)?.shift() ?? null);
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

import { countryOf, endsPost } from './posts.ts';
import {
  AIRGRAM,
  CIRCULAR_AIRGRAM,
  OF_A_POST,
  seriesWord,
  type SeriesWord,
  telegramOf,
} from './series.ts';
import type { FoundReference } from './reference.ts';

/** What stands before a number and makes it that of another document. */
export interface Head {
  readonly word: SeriesWord;
  /** Where it begins. */
  readonly from: number;
  readonly post: FoundReference['post'];
  readonly edition: string | null;
}

/** A word before a place: where it begins, and the word in small letters with `’` for apostrophes. */
interface Word {
  readonly from: number;
  readonly to: number;
  readonly word: string;
}

const BLANKS = ' \n\t\u00A0';
const LETTER = /[\p{L}’ʼ]/u;

/** Whether a letter or an apostrophe stands at a place; nearly always one of the alphabet. */
function isLetter(text: string, at: number): boolean {
  const code = text.charCodeAt(at);
  if (code < 128) return ((code | 32) >= 97 && (code | 32) <= 122) || code === 39;
  return LETTER.test(text.charAt(at));
}

/** How far a word may stand from what follows it. */
const FARTHEST = 3;
const LONGEST_WORD = 24;

/** The word that ends at `at`, or before the blanks there; a point may stand after it where `pointed`. */
function wordBefore(text: string, at: number, pointed: boolean): Word | null {
  let to = at;
  while (to > 0 && at - to < FARTHEST && BLANKS.includes(text.charAt(to - 1))) to--;
  if (pointed && text.charAt(to - 1) === '.') to--;
  let from = to;
  while (from > 0 && to - from < LONGEST_WORD && isLetter(text, from - 1)) from--;
  if (from === to) return null;
  const word = text.slice(from, to).replaceAll(/['ʼ]/gu, '’').toLowerCase();
  return { from, to, word };
}

const NUMBER_WORDS: ReadonlySet<string> = new Set(['no', 'nos', 'number', 'numbers', 'numbered']);
const POINTED: ReadonlySet<string> = new Set(['doc', 'docs', 'tel', 'tels', 'circ', 'no', 'nos']);
/** Words whose number is told with `No.` before it, or it is none of theirs. */
const ONLY_NUMBERED: ReadonlySet<string> = new Set(['dispatch', 'dispatches']);

/** What stands before the number at `at`, if it is a series, or a post. */
export function headBefore(text: string, at: number): Head | null {
  if (text.charAt(at - 1) === '-') return airgramBefore(text, at - 1);
  const sign = text.charAt(at - 1) === '#' ? 1 : 0;
  const nearest = wordBefore(text, at - sign, true);
  if (!nearest) return null;
  const numbered = sign === 1 || NUMBER_WORDS.has(nearest.word);
  const named =
    numbered && sign === 0 ? wordBefore(text, withoutComma(text, nearest.from), true) : nearest;
  if (!named) return null;
  if (text.charAt(named.to) === '.' && !POINTED.has(named.word)) return null;
  return seriesHead(text, named, numbered) ?? (numbered ? null : postHead(text, named));
}

function withoutComma(text: string, at: number): number {
  return text.charAt(at - 2) === ',' ? at - 2 : at;
}

function seriesHead(text: string, named: Word, numbered: boolean): Head | null {
  const spelled = ONLY_NUMBERED.has(named.word) && numbered ? 'despatch' : named.word;
  const word = seriesWord(spelled);
  if (!word) return null;
  const head: Head = { word, from: named.from, post: null, edition: null };
  if (word.bearing === 'document') {
    // What is in the edition is written with a capital; `document 5` is any paper.
    if (text.charAt(named.from) !== 'D') return null;
    return { ...head, edition: editionBefore(text, named.from) };
  }
  const trusted: SeriesWord =
    numbered && word.trust === 'common' ? { ...word, trust: 'strong' } : word;
  if (!/^tel(?:egram)?s?$/u.test(spelled)) return { ...head, word: trusted };
  return telegramHead(text, { ...head, word: trusted });
}

/** `telegram` with the word before it, which may say whose it is: `Embassy telegram`, `ur tel`, `Cairo telegram`. */
function telegramHead(text: string, head: Head): Head {
  const before = wordBefore(text, head.from, false);
  if (!before) return head;
  const whole = telegramOf(before.word, head.word);
  if (whole.series !== head.word.series) return { ...head, word: whole, from: before.from };
  const place = placeOf(text, before);
  return place ? { ...head, ...place } : head;
}

const INSIDE: ReadonlySet<string> = new Set(['in', 'at', 'near', 'of', 'from', 'to', 'since']);
const OF_A_CENTURY = /^1[789]\d\d$/;

/** A post that stands for its telegram: `Cairo’s 3244`, `Paris 1711`. */
function postHead(text: string, named: Word): Head | null {
  const place = placeOf(text, named);
  if (!place) return null;
  const digits = /^\d+/u.exec(text.slice(named.to + 1, named.to + 8))?.[0] ?? '';
  if (!named.word.endsWith('’s')) {
    if (digits.length < 3 || OF_A_CENTURY.test(digits)) return null;
    if (INSIDE.has(wordBefore(text, place.from, false)?.word ?? '')) return null;
  }
  return { word: OF_A_POST, ...place, edition: null };
}

/** A post and where its name begins. */
interface Place {
  readonly post: NonNullable<Head['post']>;
  readonly from: number;
}

const NAME_WORDS = /(?:\p{L}[\p{L}-]*\s){0,2}\p{Lu}[\p{L}-]*$/u;

/** The post whose name ends with a word, with its `’s` or without: `Cairo’s`, `Tel Aviv`, `Rio de Janeiro`. */
function placeOf(text: string, { from, word, to }: Word): Place | null {
  const first = text.charAt(from);
  if (first === first.toLowerCase()) return null;
  const genitive = word.endsWith('’s') ? 2 : 0;
  if (!endsPost(genitive === 0 ? word : word.slice(0, -genitive))) return null;
  const end = to - genitive;
  let name = NAME_WORDS.exec(text.slice(Math.max(0, from - 20), end))?.[0] ?? '';
  while (name !== '') {
    if (countryOf(name) !== null) return { post: { way: 'from', name }, from: end - name.length };
    name = /\s(.*)$/su.exec(name)?.[1] ?? '';
  }
  return null;
}

/** `A-123` and `CA-1234`; `at` is the place of the hyphen. */
function airgramBefore(text: string, at: number): Head | null {
  if (text.charAt(at - 1) !== 'A') return null;
  const circular = text.charAt(at - 2) === 'C';
  const from = at - (circular ? 2 : 1);
  const before = text.charAt(from - 1);
  if (before !== '' && !/[\s(“"]/u.test(before)) return null;
  const word = circular ? CIRCULAR_AIRGRAM : AIRGRAM;
  // `A-1` may be a grade of anything.
  const alone = !/\d/u.test(text.charAt(at + 2));
  return { word: alone ? { ...word, trust: 'weak' } : word, from, post: null, edition: null };
}

const VOLUME =
  /Foreign Relations, (\d{4})(?:[–-](?:19)?(\d\d))?, vol(?:ume|\.) ([IVXL]+)(?:, [Pp]art (\d))?,\s$/u;
const LONGEST_VOLUME = 64;

/** The volume of the edition that is named before a document: `Foreign Relations, 1961–1963, volume XII, Document 3`. */
function editionBefore(text: string, at: number): string | null {
  const before = text.slice(Math.max(0, at - LONGEST_VOLUME), at);
  if (!before.includes('vol')) return null;
  const [, first = '', last, roman = '', part] = VOLUME.exec(before) ?? [];
  if (first === '') return null;
  const years = last === undefined ? first : `${first}-${last}`;
  const volume = String(arabic(roman)).padStart(2, '0');
  return `frus${years}v${volume}${part === undefined ? '' : `p${part}`}`;
}

const ROMAN: Readonly<Record<string, number>> = { I: 1, V: 5, X: 10, L: 50 };

function arabic(roman: string): number {
  const values = Array.from(roman, (letter) => ROMAN[letter] ?? 0);
  return values.reduce(
    (sum, value, at) => sum + (value < (values[at + 1] ?? 0) ? -value : value),
    0,
  );
}

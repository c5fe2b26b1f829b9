import type { Range } from '../text/range.ts';
import { keepsHyphen } from '../text/words.ts';
import { foldedLetters, type Rewritten } from './letters.ts';

/** A text as it is indexed, with its words: word N is `[starts[N], ends[N])` of `text`. */
export interface IndexedWords extends Rewritten {
  readonly starts: Int32Array;
  readonly ends: Int32Array;
  /** How many words belong to the running text; those after them are other readings of it. */
  readonly running: number;
}

/**
 * A word of its own that nobody can type: it stands before each other reading, as often as words may
 * be apart in a NEAR of which nobody has said how near, so that nothing is found across.
 */
const GAP = '\ue000 '.repeat(10);

/** How many words before and after are repeated with the other reading of a word, so that phrases are found. */
const CONTEXT = 4;

/** A hyphen at the end of a line between letters, with the line end. */
const BREAK = /-(?<=[a-z\x80-\uffff]-)[^\S\n]*\n[^\S\n]*(?=[a-z\x80-\uffff])/g;

/** A hyphen at the end of a line, in a folded text. */
interface Break {
  readonly from: number;
  readonly to: number;
  /** Whether it rather divides one word (`diplo-matic`) than joins two (`anti-Communist`). */
  readonly divides: boolean;
}

/**
 * What the index is fed for a text: its letters folded (see `foldedLetters`), and what a hyphen at the
 * end of a line parts read both ways. The likelier reading stands in its place; the other follows after
 * the text with some words around it. So `diplomatic` finds `diplo-\nmatic`, and `anti-communist`
 * finds `anti-\nCommunist`, in phrases too.
 */
export function indexedText(text: string): string {
  const folded = foldedLetters(text);
  const breaks = breaksIn(text, folded);
  return breaks.length === 0 ? folded.text : textOf(piecesOf(folded.text, breaks));
}

/** The words of a text as the index has them, with their places. */
export function indexedWords(text: string): IndexedWords {
  return indexedLazily(text).words();
}

/** What is indexed of a text, and its words with their places, which are worked out when somebody asks. */
export interface LazilyIndexed {
  readonly text: string;
  words(): IndexedWords;
}

/** What is indexed of a text, for those who often see in it that they need no more. */
export function indexedLazily(text: string): LazilyIndexed {
  const folded = foldedLetters(text);
  const breaks = breaksIn(text, folded);
  const pieces = breaks.length === 0 ? null : piecesOf(folded.text, breaks);
  const indexed = pieces ? textOf(pieces) : folded.text;
  let known: IndexedWords | null = null;
  const words = () => {
    const places = wordsIn(indexed);
    const at = pieces ? placesOf(folded, pieces, indexed.length) : folded.at;
    const length = pieces?.[0]?.text.length ?? indexed.length;
    return { text: indexed, at, ...places, running: firstFrom(places.starts, length) };
  };
  return { text: indexed, words: () => (known ??= words()) };
}

function breaksIn(text: string, folded: Rewritten): Break[] {
  if (!folded.text.includes('-')) return [];
  return Array.from(folded.text.matchAll(BREAK), ({ 0: hyphen, index: from }) => {
    const to = from + hyphen.length;
    const [first, second] = [placeOf(folded, from), placeOf(folded, to)];
    const before = lettersBefore(text, first);
    const after = /^[\p{L}\p{M}]+/u.exec(text.slice(second, second + 40))?.[0] ?? '';
    return { from, to, divides: !keepsHyphen(before, after) };
  });
}

/** The letters right before a place, at most so many as words have. */
function lettersBefore(text: string, at: number): string {
  let from = at;
  while (from > Math.max(0, at - 40) && /[\p{L}\p{M}]/u.test(text.charAt(from - 1))) from--;
  return text.slice(from, at);
}

function placeOf({ at }: Rewritten, position: number): number {
  return at?.[position] ?? position;
}

/** A piece of what is indexed, and where it stands in the folded text. */
interface Piece {
  readonly text: string;
  /** For each run of the piece's units that stands in the text as it does here, where both begin. */
  readonly runs: readonly { readonly here: number; readonly there: number }[];
}

/** The running text, then each other reading with its context. */
function piecesOf(folded: string, breaks: readonly Break[]): Piece[] {
  const running = joined(folded, { from: 0, to: folded.length }, breaks);
  const others = breaks.flatMap((one) => {
    const around = contextOf(folded, one, breaks);
    const first = joined(folded, { from: around.from, to: one.from }, breaks);
    const second = joined(folded, { from: one.to, to: around.to }, breaks);
    return [
      gap(folded.length),
      first,
      ...(one.divides ? [blank(one.from)] : []),
      second,
      blank(around.to),
    ];
  });
  return [running, blank(folded.length), ...others];
}

function blank(there: number): Piece {
  return { text: ' ', runs: [{ here: 0, there }] };
}

function gap(end: number): Piece {
  return { text: GAP, runs: [{ here: 0, there: end }] };
}

/** A stretch of a folded text in which the words that breaks divide are whole. */
function joined(folded: string, { from, to }: Range, breaks: readonly Break[]): Piece {
  const runs = [{ here: 0, there: from }];
  let text = '';
  let reached = from;
  for (const one of breaks) {
    if (!one.divides || one.from < from || one.to > to) continue;
    text += folded.slice(reached, one.from);
    reached = one.to;
    runs.push({ here: text.length, there: reached });
  }
  return { text: text + folded.slice(reached, to), runs };
}

function textOf(pieces: readonly Piece[]): string {
  return pieces.map(({ text }) => text).join('');
}

/** Where each unit of what is indexed stands in the text itself; all of a gap stands at its end. */
function placesOf(folded: Rewritten, pieces: readonly Piece[], length: number): Int32Array {
  const at = new Int32Array(length + 1);
  const end = folded.text.length;
  let offset = 0;
  for (const { text, runs } of pieces) {
    for (const [index, { here, there }] of runs.entries()) {
      const to = runs[index + 1]?.here ?? text.length;
      for (let unit = here; unit < to; unit++)
        at[offset + unit] = placeOf(folded, Math.min(there + unit - here, end));
    }
    offset += text.length;
  }
  at[length] = placeOf(folded, end);
  return at;
}

/** What stands around a break: some words as they stand in lines, none of them a half. */
function contextOf(folded: string, one: Break, breaks: readonly Break[]): Range {
  let from = one.from;
  for (let words = 0; words <= CONTEXT || breaks.some(({ to }) => to === from); words++) {
    const before = wordBefore(folded, from);
    if (before === from) break;
    from = before;
  }
  let to = one.to;
  for (let words = 0; words <= CONTEXT || breaks.some((other) => other.from === to); words++) {
    const after = wordAfter(folded, to);
    if (after === to) break;
    to = after;
  }
  return { from, to };
}

/** The beginning of the word before `at`; `at` where there is none. */
function wordBefore(folded: string, at: number): number {
  let from = at;
  while (from > 0 && !inWord(folded.charCodeAt(from - 1))) from--;
  if (from === 0) return at;
  while (from > 0 && inWord(folded.charCodeAt(from - 1))) from--;
  return from;
}

/** The end of the word after `at`; `at` where there is none. */
function wordAfter(folded: string, at: number): number {
  let to = at;
  while (to < folded.length && !inWord(folded.charCodeAt(to))) to++;
  if (to === folded.length) return at;
  while (to < folded.length && inWord(folded.charCodeAt(to))) to++;
  return to;
}

/** The first of some ascending places that is not before `position`. */
export function firstFrom(places: Int32Array, position: number): number {
  let [low, high] = [0, places.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((places[middle] ?? 0) < position) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** Whether a code unit of a folded text belongs to a word. */
export function inWord(code: number): boolean {
  return (code >= 97 && code <= 122) || (code >= 48 && code <= 57) || code > 127;
}

/** The words of a folded text. */
function wordsIn(folded: string): Pick<IndexedWords, 'starts' | 'ends'> {
  const starts = new Int32Array((folded.length >> 1) + 1);
  const ends = new Int32Array(starts.length);
  let count = 0;
  let within = false;
  for (let at = 0; at < folded.length; at++) {
    const is = inWord(folded.charCodeAt(at));
    if (is === within) continue;
    if (is) starts[count] = at;
    else ends[count++] = at;
    within = is;
  }
  if (within) ends[count++] = folded.length;
  return { starts: starts.subarray(0, count), ends: ends.subarray(0, count) };
}

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
const BREAK = /(?<=[a-z\x80-\uffff])-[^\S\n]*\n[^\S\n]*(?=[a-z\x80-\uffff])/gu;

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
  return breaks.length === 0 ? folded.text : indexed(folded, breaks).text;
}

/** The words of a text as the index has them, with their places. */
export function indexedWords(text: string): IndexedWords {
  const folded = foldedLetters(text);
  return withWords(folded, breaksIn(text, folded));
}

/** What is indexed of a text, and its words only when somebody asks: often a look at the text is enough. */
export function indexedLazily(text: string): { readonly text: string; words(): IndexedWords } {
  const folded = foldedLetters(text);
  const breaks = breaksIn(text, folded);
  if (breaks.length === 0) return { text: folded.text, words: () => withWords(folded, breaks) };
  const whole = indexed(folded, breaks);
  return { text: whole.text, words: () => whole };
}

function withWords(folded: Rewritten, breaks: readonly Break[]): IndexedWords {
  if (breaks.length > 0) return indexed(folded, breaks);
  const words = wordsIn(folded.text);
  return { ...folded, ...words, running: words.starts.length };
}

function breaksIn(text: string, folded: Rewritten): Break[] {
  if (!folded.text.includes('-')) return [];
  return Array.from(folded.text.matchAll(BREAK), ({ 0: hyphen, index: from }) => {
    const to = from + hyphen.length;
    const [first, second] = [placeOf(folded, from), placeOf(folded, to)];
    const before = /[\p{L}\p{M}]+$/u.exec(text.slice(Math.max(0, first - 40), first))?.[0] ?? '';
    const after = /^[\p{L}\p{M}]+/u.exec(text.slice(second, second + 40))?.[0] ?? '';
    return { from, to, divides: !keepsHyphen(before, after) };
  });
}

function placeOf({ at }: Rewritten, position: number): number {
  return at?.[position] ?? position;
}

/** A text that is put together from stretches of a folded one and others, with its places. */
class Pieces {
  text = '';
  readonly #folded: Rewritten;
  #at: Int32Array;

  constructor(folded: Rewritten) {
    this.#folded = folded;
    this.#at = new Int32Array(2 * folded.text.length + 64);
  }

  /** Adds a stretch of the folded text. */
  add(from: number, to: number): void {
    const reached = this.#make(to - from);
    for (let position = from; position < to; position++)
      this.#at[reached + position - from] = placeOf(this.#folded, position);
    this.text += this.#folded.text.slice(from, to);
  }

  /** Adds what is not in the text; all of it stands at one place. */
  put(text: string, position: number): void {
    const reached = this.#make(text.length);
    this.#at.fill(placeOf(this.#folded, position), reached, reached + text.length);
    this.text += text;
  }

  done(): Rewritten {
    const { length } = this.text;
    return { text: this.text, at: this.#at.slice(0, length + 1) };
  }

  /** Makes place for some units more, and says where they begin. */
  #make(units: number): number {
    const { length } = this.text;
    if (length + units >= this.#at.length) {
      const larger = new Int32Array(2 * (length + units) + 1);
      larger.set(this.#at);
      this.#at = larger;
    }
    return length;
  }
}

function indexed(folded: Rewritten, breaks: readonly Break[]): IndexedWords {
  const pieces = new Pieces(folded);
  const end = folded.text.length;
  addJoined(pieces, { from: 0, to: end }, breaks);
  const running = wordsIn(pieces.text).starts.length;
  const words = wordsIn(folded.text);
  for (const one of breaks) {
    pieces.put(' ', end);
    pieces.put(GAP, one.from);
    addOtherReading(pieces, one, breaks, words);
  }
  pieces.put(' ', end);
  const done = pieces.done();
  return { ...done, ...wordsIn(done.text), running };
}

/** Adds a stretch in which the words that breaks divide are whole. */
function addJoined(pieces: Pieces, { from, to }: Range, breaks: readonly Break[]): void {
  let reached = from;
  for (const one of breaks) {
    if (!one.divides || one.from < from || one.to > to) continue;
    pieces.add(reached, one.from);
    reached = one.to;
  }
  pieces.add(reached, to);
}

function addOtherReading(
  pieces: Pieces,
  one: Break,
  breaks: readonly Break[],
  words: WordPlaces,
): void {
  const around = contextOf(one, breaks, words);
  addJoined(pieces, { from: around.from, to: one.from }, breaks);
  if (one.divides) pieces.put(' ', one.from);
  addJoined(pieces, { from: one.to, to: around.to }, breaks);
  pieces.put(' ', around.to);
}

/** What stands around a break: some words as they stand in lines, none of them a half. */
function contextOf(one: Break, breaks: readonly Break[], { starts, ends }: WordPlaces): Range {
  const second = firstFrom(starts, one.to);
  let first = Math.max(0, second - 1 - CONTEXT);
  let last = Math.min(ends.length - 1, second + CONTEXT);
  while (breaks.some(({ to }) => to === starts[first])) first -= 1;
  while (breaks.some(({ from }) => from === ends[last])) last += 1;
  return { from: starts[first] ?? one.from, to: ends[last] ?? one.to };
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

interface WordPlaces {
  readonly starts: Int32Array;
  readonly ends: Int32Array;
}

/** Whether a code unit of a folded text belongs to a word. */
export function inWord(code: number): boolean {
  return (code >= 97 && code <= 122) || (code >= 48 && code <= 57) || code > 127;
}

/** The words of a folded text. */
function wordsIn(folded: string): WordPlaces {
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

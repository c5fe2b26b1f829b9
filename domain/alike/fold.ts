import { latinLookAlike } from '../text/look-alikes.ts';

/**
 * A text as it is searched: its letters folded, and where each code unit of the folded text stands in
 * the text itself (`at` has one more, the end). Where `at` is null, both have the same positions.
 */
export interface FoldedText {
  readonly text: string;
  readonly at: Uint32Array | null;
}

/** Signs that are taken for one another on paper: the first of each row stands for all of it. */
const SIGNS = ["'ʼ’‘‛ʻʽʹ`´′＇", '"“”„‟″＂', '-‐‑‒–—―−'];

const SIGN: ReadonlyMap<string, string> = new Map(
  SIGNS.flatMap((row) => Array.from(row, (sign) => [sign, row.charAt(0)] as const)),
);
const ANY_SIGN = new RegExp(`[${SIGNS.map((row) => row.slice(1)).join('')}]`, 'gu');

/** Blanks of all widths, but no line ends. */
const ANY_BLANK = /[\t\p{Zs}]/gu;

/** Letters of Greek and Cyrillic, of which some look like Latin ones. */
const FOREIGN = /[\u0370-\u03ff\u0400-\u04ff]/gu;

/** A letter with its marks (`e` and U+0301), and the one letter whose small form is a letter with a mark. */
const WITH_MARKS = /\P{M}\p{M}+|İ/gu;

/**
 * A text with everything that looks alike written alike: capitals as small letters, apostrophes,
 * quotation marks and dashes of all kinds as those of the typewriter, letters with their marks as one
 * character where there is one, and Greek and Cyrillic letters as the Latin ones they are taken for.
 */
export function foldedText(text: string): FoldedText {
  if (text.search(WITH_MARKS) < 0) return { text: sameLength(text), at: null };
  let folded = '';
  const at: number[] = [];
  let reached = 0;
  const add = (to: number, part: string, each: boolean) => {
    for (let unit = 0; unit < part.length; unit++) at.push(each ? reached + unit : reached);
    folded += part;
    reached = to;
  };
  for (const { 0: letter, index } of text.matchAll(WITH_MARKS)) {
    add(index, sameLength(text.slice(reached, index)), true);
    add(index + letter.length, composed(letter), false);
  }
  add(text.length, sameLength(text.slice(reached)), true);
  return { text: folded, at: Uint32Array.from([...at, text.length]) };
}

/** A letter with its marks, folded; what Unicode has one character for becomes that character. */
function composed(letter: string): string {
  return sameLength(letter.normalize('NFC')).normalize('NFC');
}

/** All folds that turn one code unit into one. The only letter with a longer small form is `İ`. */
function sameLength(text: string): string {
  return text
    .toLowerCase()
    .replaceAll('ς', 'σ')
    .replace(ANY_SIGN, (sign) => SIGN.get(sign) ?? sign)
    .replace(ANY_BLANK, ' ')
    .replace(FOREIGN, latin);
}

/**
 * The Latin letter a small Greek or Cyrillic one is taken for, if its capital is taken for the same
 * (`г` looks like `r`, but `Г` like `T`): capitals must go on counting as their small letters.
 */
function latin(letter: string): string {
  const [base = '', ...marks] = letter.normalize('NFD');
  const small = latinLookAlike(base)?.toLowerCase();
  const capital = latinLookAlike(base.toUpperCase())?.toLowerCase();
  if (small === undefined || small !== capital) return letter;
  const whole = [small, ...marks].join('').normalize('NFC');
  return whole.length === letter.length ? whole : letter;
}

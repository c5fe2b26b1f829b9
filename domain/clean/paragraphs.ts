import type { Line } from '../text/lines.ts';
import { beginsInPhrase, beginsWithLink, endsInPhrase } from '../text/phrase.ts';
import { isFull } from '../text/wrap.ts';
import { isRunning } from './zones.ts';

/** What begins a line that cannot be the middle of a paragraph: a number, a letter, a label, a sign. */
const OPENING =
  /^(?:\(?(?:\d{1,3}|[A-Za-z]|[ivxIVX]{1,4})[.)](?=\s|$)|\((?:\d{1,2}|[A-Za-z])\)|[-•*·] |[A-Z][A-Z ./]{1,20} ?:|(?:REF|SUBJ(?:ECT)?|PARA|BT|END OF MESSAGE|FYI|COMMENT)\b[.:]?|UNQUOTE$)/;

/** Whether a line opens a paragraph of its own, whatever stands above it. */
export function opensParagraph(text: string): boolean {
  return OPENING.test(text);
}

/** Whether a sentence has come to its end here. */
export function endsSentence(text: string): boolean {
  return /[.:!?][)"'”’\]]{0,2}$/.test(text.slice(-4));
}

/**
 * What the end of a line is: `runs-on` where only the margin made it, `may-run-on` where it looks so
 * and nothing proves it, `ends` where a paragraph ends, `unknown` where a list or a table may stand.
 */
export type Seam = 'runs-on' | 'may-run-on' | 'ends' | 'unknown';

/** What one line end looks like by itself. */
interface Look {
  /** What it is if the lines around it are those of a typed paragraph. */
  readonly seam: 'margin' | 'sentence' | 'ends' | 'unknown';
  /** Whether it stands in the middle of a phrase. */
  readonly inPhrase: boolean;
}

/** So many line ends in a row without a phrase over any of them make a list, or verse. */
const LIST = 3;

/** A phrase over one line end speaks for those so near to it. */
const NEAR = 2;

/**
 * The ends of lines that stand directly below one another. A line end at the margin is proven by a
 * phrase that goes on over it, or over one near it above and one below (in a numbered paragraph one
 * is enough): lines of a list, of verse and of a table can be as long as one another, but do not end
 * in the middle of phrases. Where no phrase tells, one or two such ends are offered and more are
 * left. At the margin a sentence may end by accident; `parted` says that paragraphs are parted by
 * blank lines here, so that it goes on.
 */
export function seamsOf(lines: readonly Line[], width: number | null, parted: boolean): Seam[] {
  const looks = lines.slice(1).map((next, at) => lookOf(lines[at] ?? next, next, width));
  const seams: Seam[] = [];
  for (let at = 0; at < looks.length;) {
    const end = endOfRun(looks, at);
    for (const seam of runOf(looks.slice(at, end), lines[at], parted)) seams.push(seam);
    if (end < looks.length) seams.push(looks[end]?.seam === 'ends' ? 'ends' : 'unknown');
    at = end + 1;
  }
  return seams;
}

/** The first look from here that is no line end at the margin. */
function endOfRun(looks: readonly Look[], from: number): number {
  let at = from;
  while (looks[at]?.seam === 'margin' || looks[at]?.seam === 'sentence') at++;
  return at;
}

/** The line ends of one stretch at the margin, of which `first` is the first line. */
function runOf(looks: readonly Look[], first: Line | undefined, parted: boolean): Seam[] {
  const counted = first !== undefined && opensParagraph(first.text);
  const phrases = looks.map(({ inPhrase }) => inPhrase);
  const none = !phrases.includes(true);
  return looks.map(({ seam, inPhrase }, at): Seam => {
    if (none) return looks.length < LIST || counted ? 'may-run-on' : 'unknown';
    if (inPhrase) return 'runs-on';
    const above = phrases.slice(Math.max(0, at - NEAR), at).includes(true);
    const below = phrases.slice(at + 1, at + NEAR + 1).includes(true);
    if (counted ? !above && !below : !above || !below) return 'may-run-on';
    return seam === 'sentence' && !parted ? 'may-run-on' : 'runs-on';
  });
}

function lookOf(line: Line, next: Line, width: number | null): Look {
  if (opensParagraph(next.text) || isIndented(line, next)) return { seam: 'ends', inPhrase: false };
  if (isTabular(line.text) || isTabular(next.text)) return { seam: 'unknown', inPhrase: false };
  const full = width !== null && isFull(line, next, width) && wordsIn(line.text) >= 4;
  if (endsSentence(line.text)) {
    const item = line.text.endsWith(':') || !/^["“'(]?\p{L}/u.test(next.text);
    return { seam: full && !item ? 'sentence' : 'ends', inPhrase: false };
  }
  const inPhrase = isInPhrase(line.text, next.text, full);
  const lower = /^\p{Ll}{2}|^a /u.test(next.text) && isRunning(line.text);
  if (!full && !(lower && UNFINISHED.test(line.text.slice(-3))))
    return { seam: 'unknown', inPhrase };
  return { seam: 'margin', inPhrase };
}

/** Ends in a word, a figure, or a sign after which a sentence goes on. */
const UNFINISHED = /[\p{L}\p{N},;–—-]["”’)]?$/u;

/** Whether a phrase goes on over a line end; a numbered paragraph goes on with a linking word as well. */
function isInPhrase(text: string, next: string, full: boolean): boolean {
  if (endsInPhrase(text) || beginsInPhrase(next)) return true;
  return full && beginsWithLink(next) && /^\d{1,2}\. /.test(text);
}

/** Whether a line is one of a table: it has columns, three blanks apart, or ends in figures. */
function isTabular(text: string): boolean {
  const words = text.slice(0, 120);
  return /\S {3,}\S/.test(words) || /(?:\s[\d.,]*\d[\d.,]*){2}$/.test(words);
}

/** Whether the next line begins further in, and not only under the words after a number or a letter. */
function isIndented(line: Line, next: Line): boolean {
  const deeper = next.start - next.from - (line.start - line.from);
  const label = /^\S{1,5} {1,4}/.exec(line.text)?.[0].length ?? 0;
  return deeper >= 3 && !(opensParagraph(line.text) && Math.abs(deeper - label) <= 1);
}

function wordsIn(text: string): number {
  return text.match(/[\p{L}\p{N}]{2,}/gu)?.length ?? 0;
}

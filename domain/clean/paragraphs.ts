import type { Line } from '../text/lines.ts';
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

/** What stands between two lines of text: nothing, or furniture that left. */
export type Seam = 'runs-on' | 'ends' | 'unknown';

/**
 * Whether the text of a typed line runs on in the next. It does where the line is full, or where a
 * small letter follows an unfinished sentence; it ends before a number or a label, and where a line
 * that had room left is followed by another.
 */
export function seamOf(line: Line, next: Line, width: number | null): Seam {
  if (opensParagraph(next.text) || isIndented(line, next)) return 'ends';
  if (isTabular(line.text) || isTabular(next.text)) return 'unknown';
  const unfinished =
    !endsSentence(line.text) && /[\p{L}\p{N},;–—-]["”’)]?$/u.test(line.text.slice(-3));
  if (unfinished && /^\p{Ll}{2}|^a /u.test(next.text) && isRunning(line.text)) return 'runs-on';
  if (width !== null && isFull(line, next, width) && wordsIn(line.text) >= 4) return 'runs-on';
  return endsSentence(line.text) ? 'ends' : 'unknown';
}

/** Whether a line is one of a table: it has columns, three blanks or more apart. */
function isTabular(text: string): boolean {
  return /\S {3,}\S/.test(text.slice(0, 120));
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

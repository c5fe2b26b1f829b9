import { isBlank } from './lines.ts';
import type { Range } from './range.ts';
import { sentencesOf } from './sentence.ts';

/**
 * A way of dividing a text, told by the first part of it that ends after a position (UTF-16 code
 * units); null where none does. Parts come in order and never overlap.
 */
export type Unit = (text: string, after: number) => Range | null;

/** Words with what holds their parts together: `IL-28s`, `Khrushchev’s`, `U.S.`, `1,200`, `and/or`. */
const WORD =
  /(?:\p{L}\p{M}*\.){2,}|[\p{L}\p{N}][\p{L}\p{N}\p{M}]*(?:(?:[-'’ʼ.&/‐‑]|(?<=\p{N}),(?=\p{N}))[\p{L}\p{N}][\p{L}\p{N}\p{M}]*)*/gu;

/** The first word that ends after a position. */
export const word: Unit = (text, after) => {
  const pattern = new RegExp(WORD);
  // No word goes over the end of a line, so one that ends after the position begins on its line.
  pattern.lastIndex = text.lastIndexOf('\n', after - 1) + 1;
  for (let found = pattern.exec(text); found; found = pattern.exec(text))
    if (pattern.lastIndex > after) return { from: found.index, to: pattern.lastIndex };
  return null;
};

/** The first line with anything on it that ends after a position, without the blanks at its edges. */
export const line: Unit = (text, after) => {
  let from = after <= 0 ? 0 : text.lastIndexOf('\n', after - 1) + 1;
  while (from <= text.length) {
    const found = text.indexOf('\n', from);
    const end = found === -1 ? text.length : found;
    const inner = withoutBlanks(text, from, end);
    if (inner.from < inner.to && inner.to > after) return inner;
    from = end + 1;
  }
  return null;
};

/** The first stretch of lines without a blank one between them that ends after a position. */
export const block: Unit = (text, after) => {
  const first = line(text, after);
  if (!first) return null;
  let { from, to } = first;
  for (let above = lineAbove(text, from); above; above = lineAbove(text, from)) from = above.from;
  for (let below = lineBelow(text, to); below; below = lineBelow(text, to)) to = below.to;
  return { from, to };
};

/** Sentences within paragraphs; a line that ends within a paragraph ends no sentence. */
export function sentenceOf(paragraph: Unit): Unit {
  return (text, after) => {
    for (let part = paragraph(text, after); part; part = paragraph(text, part.to)) {
      const { from, to } = part;
      for (const sentence of sentencesOf(text.slice(from, to).replaceAll('\n', ' '))) {
        const inner = withoutBlanks(text, from + sentence.from, from + sentence.to);
        if (inner.from < inner.to && inner.to > after) return inner;
      }
    }
    return null;
  };
}

/**
 * What a selection becomes when a unit is asked for: a caret becomes the unit it touches, or else the
 * next one; a selection that cuts units is filled up to whole ones; one of whole units takes in the
 * next. Null where no unit follows.
 */
export function widened(text: string, { from, to }: Range, unit: Unit): Range | null {
  if (from === to) return unit(text, from - 1);
  const [first, last] = [unit(text, from), unit(text, to)];
  const begin = first && first.from < from ? first.from : from;
  if (!last) return begin < from ? { from: begin, to } : null;
  if (last.from < to || begin === from) return { from: begin, to: last.to };
  return { from: begin, to };
}

/** Where the last word begins that begins before a position; null where none does. */
export function wordBeginBefore(text: string, at: number): number | null {
  return lastBefore(text, at, ({ from }) => from);
}

/** Where the last word ends that ends before a position; null where none does. */
export function wordEndBefore(text: string, at: number): number | null {
  return lastBefore(text, at, ({ to }) => to);
}

/** Where the first word begins that begins after a position; null where none does. */
export function wordBeginAfter(text: string, at: number): number | null {
  for (let part = word(text, at); part; part = word(text, part.to))
    if (part.from > at) return part.from;
  return null;
}

/** Where the first word ends that ends after a position; null where none does. */
export function wordEndAfter(text: string, at: number): number | null {
  return word(text, at)?.to ?? null;
}

/** How far back a word is looked for first, in UTF-16 code units. */
const NEAR = 64;

/** The last edge of a word before a position. */
function lastBefore(text: string, at: number, edge: (word: Range) => number): number | null {
  // Twice as far back each time, so that a long text is not read as a whole.
  for (let far = NEAR; ; far *= 2) {
    const since = Math.max(0, at - far);
    let last: number | null = null;
    for (let part = word(text, since); part && edge(part) < at; part = word(text, part.to))
      last = edge(part);
    if (last !== null || since === 0) return last;
  }
}

/** The line above the one that begins (but for blanks) at a position, without its blanks; null where that is blank. */
function lineAbove(text: string, at: number): Range | null {
  const end = text.lastIndexOf('\n', at - 1);
  if (at === 0 || end === -1) return null;
  const from = end === 0 ? 0 : text.lastIndexOf('\n', end - 1) + 1;
  const inner = withoutBlanks(text, from, end);
  return inner.from < inner.to ? inner : null;
}

function lineBelow(text: string, at: number): Range | null {
  const start = text.indexOf('\n', at);
  if (start === -1) return null;
  const found = text.indexOf('\n', start + 1);
  const inner = withoutBlanks(text, start + 1, found === -1 ? text.length : found);
  return inner.from < inner.to ? inner : null;
}

/** A stretch without the blanks and line ends at its edges. */
function withoutBlanks(text: string, from: number, to: number): Range {
  const blank = (at: number) => text[at] === '\n' || isBlank(text.charCodeAt(at));
  let [begin, end] = [from, to];
  while (begin < end && blank(begin)) begin++;
  while (end > begin && blank(end - 1)) end--;
  return { from: begin, to: end };
}

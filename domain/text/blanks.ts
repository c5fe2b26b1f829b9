import { isBlank } from './lines.ts';

/** Where the blanks that end at `at` begin. Line ends are no blanks. */
export function blanksBefore(text: string, at: number): number {
  let from = at;
  while (from > 0 && isBlank(text.charCodeAt(from - 1))) from--;
  return from;
}

/** Where the blanks that begin at `at` end. Line ends are no blanks. */
export function blanksAfter(text: string, at: number): number {
  let to = at;
  while (to < text.length && isBlank(text.charCodeAt(to))) to++;
  return to;
}

/**
 * What has to go so that `[from, to)` can leave a sentence and exactly the blanks of the sentence
 * remain: between two blanks one goes too, at the end of a line those before it.
 */
export function withBlanks(text: string, from: number, to: number): { from: number; to: number } {
  if (to === text.length || text[to] === '\n') return { from: blanksBefore(text, from), to };
  const blankBefore = from === 0 || text[from - 1] === '\n' || isBlank(text.charCodeAt(from - 1));
  return { from, to: blankBefore ? blanksAfter(text, to) : to };
}

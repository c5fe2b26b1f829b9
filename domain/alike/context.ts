import { partsCharacter } from '../text/characters.ts';
import type { Range } from '../text/range.ts';

/** How much of the text before and after a place is told, in UTF-16 code units. */
const CONTEXT = 40;

/** The words before and after a place; a word that would be cut is left out, unless there is no other. */
export function around(text: string, { from, to }: Range): { before: string; after: string } {
  return { before: wordsBefore(text, from), after: wordsAfter(text, to) };
}

function wordsBefore(text: string, at: number): string {
  const begin = Math.max(0, at - CONTEXT);
  const whole = text.slice(partsCharacter(text, begin) ? begin + 1 : begin, at);
  if (begin === 0 || /\s/u.test(text.charAt(begin - 1))) return whole;
  return whole.replace(/^\S+(?=\s)/u, '').trimStart() || whole;
}

function wordsAfter(text: string, at: number): string {
  const end = Math.min(text.length, at + CONTEXT);
  const whole = text.slice(at, partsCharacter(text, end) ? end - 1 : end);
  if (end === text.length || /\s/u.test(text.charAt(end))) return whole;
  return whole.replace(/(?<=\s)\S+$/u, '').trimEnd() || whole;
}

import { isBlankLine, type Line } from '../text/lines.ts';
import type { Title } from './title.ts';

/** A line that runs to this many words of a sentence is text, not a line of a form. */
const WORDS_OF_A_SENTENCE = 8;

/** Lines that are long without being the message: what forms, printers and archives set there. */
const LONG_FURNITURE =
  /REPRODUCTION|RELEASED? UNDER|AUTOMATIC(?:ALLY)? DOWNGRADING|ISSUING OFFICE|^\W{0,4}(?:TO|FROM|INFO|RPTD INFO|ACTION|CITE|DISTRIBUTION|SUBJ|SUBJECT|REF|REFS|CONF|DATE|ORIG|UNIT|EXT)\b {0,12}[:;]|\bCITE:? [A-Z]{2,12} ?\d{3,6}\b|[☐☑☒■□]|OFFICER {2,}|^PAGE \d|^\W{0,3}- ?\d+ ?-/i;

/** No heading has more lines than these. */
const LONGEST_HEADING = 150;

/**
 * The line on which the message begins: the first after the title that reads like a sentence or
 * carries the number of a paragraph. Everything before it is heading. Where no such line comes, the
 * heading ends with the text or is as long as a heading can be.
 */
export function firstRunningLine(lines: readonly Line[], title: Title | null): number {
  let standing = 0;
  for (let index = (title?.line ?? -1) + 1; index < lines.length; index++) {
    const line = lines[index];
    if (!line || isBlankLine(line)) continue;
    if (isRunning(line.text) || ++standing > LONGEST_HEADING) return index;
  }
  return lines.length;
}

/** Whether a line reads like running text: a sentence, or the beginning of a numbered paragraph. */
export function isRunning(text: string): boolean {
  if (text.length > 240) return true;
  if (LONG_FURNITURE.test(text)) return false;
  const words = text.match(/[\p{L}\p{N}’'.-]+/gu)?.length ?? 0;
  if (/^(?:\d{1,5}|[A-Z])\. \S/.test(text) && words >= 4) return true;
  return words >= WORDS_OF_A_SENTENCE && /\p{L}{2,}/u.test(text);
}

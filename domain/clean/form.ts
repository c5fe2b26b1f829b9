import type { Line } from '../text/lines.ts';
import { isRunning } from './zones.ts';

/** How many lines the foot of a form has at most. */
const FOOT = 60;

const OPENS = /^Drafted by:?(?: |$)/i;
const CLOSES = /^\W*REPRODUCTION FROM THIS COPY\b/;

/** A stretch of lines, from the first to the last, both inclusive. */
export interface Stretch {
  readonly first: number;
  readonly last: number;
}

/**
 * The foot of the first page of the State Department's telegram form: from "Drafted by:" to the line
 * that forbids reproduction, with what was typed and stamped between. Null where one of the two is
 * missing, or where a sentence stands between them: then it is no longer only the form.
 */
export function footOfForm(lines: readonly Line[]): Stretch | null {
  const first = lines.findIndex((line) => line.text.length < 60 && OPENS.test(line.text));
  if (first < 0) return null;
  let standing = 0;
  for (let at = first; at < lines.length && standing < FOOT; at++) {
    const text = lines[at]?.text ?? '';
    if (CLOSES.test(text)) return { first, last: at };
    if (isRunning(text)) return null;
    if (text !== '') standing++;
  }
  return null;
}

/** The words with which a message form names itself. */
export const FORM_HEADING =
  /^(?:#{1,6} )?(?:\*\*)?(?:DEPARTMENT OF STATE )?(?<kind>(?:OUTGOING|INCOMING) (?:TELEGRAM|MESSAGE|CABLE|AIRGRAM)|CLASSIFIED MESSAGE|(?:TELEGRAM|AIRGRAM)(?=(?:\*\*)?$| (?:Department of State|Foreign Service)))\b/i;

/** Lines that only the heading of a message has; two different ones make it one. */
const TELLING: readonly RegExp[] = [
  /^\W{0,4}(?:TO|FROM) ?[:;]/,
  /^\W{0,4}(?:RPTD )?INFO ?[:;]/,
  /^\W{0,4}ACTION ?[:;]/,
  /\bCITE:? [A-Z]{2,12} ?\d{3,6}\b/,
  /^\W{0,4}(?:ORIG|UNIT|EXT) ?[:;]/,
  /^\W{0,4}ROUTING\b[ |\d]*$/,
  /^\W{0,4}Control ?: ?\d/i,
  /^\W{0,3}(?:SECRET|CONFIDENTIAL) \d{6}Z/,
];

/**
 * What the lines before the text are: the heading of a form that names itself, so that stray figures
 * and labels in it are the form's; the heading of a message; or neither.
 */
export type HeadingKind = 'form' | 'message' | null;

/** What the first lines of a text, up to `running`, are. */
export function headingKind(lines: readonly Line[], running: number): HeadingKind {
  const heading = lines.slice(0, running).filter(({ text }) => text !== '' && text.length <= 240);
  if (heading.some(({ text }) => FORM_HEADING.test(text))) return 'form';
  const signs = TELLING.filter((sign) => heading.some(({ text }) => sign.test(text)));
  return signs.length >= 2 ? 'message' : null;
}

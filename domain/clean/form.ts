import type { Line } from '../text/lines.ts';
import { isRunning } from './zones.ts';

/** How many lines the foot of a form has at most. */
const FOOT = 60;

const OPENS = /^Drafted by:?(?: |$)/i;
const CLOSES = /^\W*REPRODUCTION FROM THIS COPY\b/;

/** A stretch of staying lines, by their places in the list of staying lines, both inclusive. */
export interface Stretch {
  readonly first: number;
  readonly last: number;
}

/**
 * The foot of the first page of the State Department's telegram form: from "Drafted by:" to the line
 * that forbids reproduction, with what was typed and stamped between. Null where one of the two is
 * missing, or where a sentence stands between them: then it is no longer only the form.
 */
export function footOfForm(staying: readonly Line[]): Stretch | null {
  const first = staying.findIndex((line) => OPENS.test(line.text) && line.text.length < 60);
  if (first < 0) return null;
  for (let at = first; at < Math.min(staying.length, first + FOOT); at++) {
    const text = staying[at]?.text ?? '';
    if (CLOSES.test(text)) return { first, last: at };
    if (isRunning(text)) return null;
  }
  return null;
}

/** The words with which a message form names itself. */
export const FORM_HEADING =
  /^(?:# ?)?(?:(OUTGOING|INCOMING) (TELEGRAM|MESSAGE|CABLE|AIRGRAM)|(CLASSIFIED) (MESSAGE))\b/i;

/** Whether the heading names a form, so that stray figures and labels in it are the form's. */
export function hasFormHeading(lines: readonly Line[], running: number): boolean {
  return lines.slice(0, running).some((line) => FORM_HEADING.test(line.text));
}

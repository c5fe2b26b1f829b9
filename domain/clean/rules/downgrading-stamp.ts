import type { Line } from '../../text/lines.ts';
import { leave, type Rule } from '../rule.ts';

/** Lines of the stamp; it stands on one to four short lines. */
const GROUP = /^\W{0,3}(?:GROUP ?[1-4I]|GP ?- ?[1-4])\W{0,3}$/i;
const PART =
  /^\W{0,3}(?:EXCLUDED FROM(?: AUTOMATIC)?|AUTOMATIC(?:ALLY)?|(?:FROM )?AUTOMATIC DOWN-?GRADING(?: AND| &)?|DOWN-?GRADING(?: AND| &)?|AND|(?:AND )?DE-?CLASSIFICATION|DOWN-?GRADING (?:AND|&) DE-?CLASSIFICATION|DOWN-?GRADED AT \d{1,2}[ -]YEAR INTERVALS\W{0,2}(?: ?NOT AUTOMATICALLY DE-?CLASSIFIED)?|NOT AUTOMATICALLY DE-?CLASSIFIED|DECLASSIFIED AFTER \d{1,2} YEARS|EXCLUDED FROM AUTOMATIC DOWN-?GRADING(?: AND| &)?(?: DE-?CLASSIFICATION)?)\W{0,3}$/i;
const TELLING = /DOWN-?GRAD|DE-?CLASSIFI|EXCLUDED FROM/i;
/** Stamps of one line that cannot be anything else. */
const WHOLE =
  /^\W{0,3}(?:GROUP ?[1-4I]\W{1,3}EXCLUDED FROM AUTOMATIC DOWN-?GRADING (?:AND|&) DE-?CLASSIFICATION|E ?\d{1,2},? ?IMPDET\b.{0,24}|CL(?:ASSIFIED)?\.? BY:? ?\d{4,7}|X?GDS(?:[- ]\d)?|GP ?- ?[1-4]\.?|EXEMPT(?:ED)? FROM (?:GENERAL )?(?:AUTOMATIC )?(?:DOWNGRADING|DECLASSIFICATION)(?: SCHEDULE)?(?: OF E\.? ?O\.? ?11652)?[^a-z]{0,60}|(?:SCHEDULE OF )?E\.? ?O\.? ?11652[^a-z]{0,50})\W{0,3}$/i;

/** The stamp that sets a paper's downgrading or exempts it (TEI stamp type="downgrading"). */
export const downgradingStamp: Rule = {
  name: 'downgrading-stamp',
  explanation:
    'The stamp that sets when the paper may be downgraded; it is no part of the message.',
  certainty: 'certain',
  placed: /^(?!.*(?:DOWN-?GRAD|EXCLUDED FROM|IMPDET|BY:? ?\d{4}|11652))/i,
  examples: [
    'One.⏎⏎GROUP 1⏎Excluded from automatic⏎downgrading and⏎declassification⏎⏎Two. → One.⏎⏎Two.',
    'One.⏎⏎GROUP 1⏎⏎EXCLUDED FROM AUTOMATIC⏎⏎DOWNGRADING AND DECLASSIFICATION⏎⏎Two. → One.⏎⏎Two.',
    'One.⏎⏎GROUP 3⏎Downgraded at 12 year intervals;⏎not automatically declassified.⏎⏎Two. → One.⏎⏎Two.',
    'One.⏎⏎E2 IMPDET CL BY 012345⏎⏎Two. → One.⏎⏎Two.',
    'One.⏎⏎GP-1.⏎⏎Two. → One.⏎⏎Two.',
    'One.⏎⏎XGDS-1⏎⏎Two. → One.⏎⏎Two.',
    'One.⏎⏎GROUP 1⏎⏎Two. → =',
    'E.O. 11652 WAS SIGNED BY THE PRESIDENT. → =',
    'Group 1 was excluded from automatic downgrading. → =',
  ],
  *find({ staying }) {
    for (let at = 0; at < staying.length; at++) {
      const line = staying[at];
      if (!line || line.text.length > 110) continue;
      const count = WHOLE.test(line.text) ? 1 : blockAt(staying, at);
      for (const part of staying.slice(at, at + count)) yield leave(part.index, 'stamp');
      at += Math.max(0, count - 1);
    }
  },
};

/** How many lines from here are one stamp; 0 where they are none. */
function blockAt(staying: readonly Line[], at: number): number {
  const opening = staying[at]?.text ?? '';
  if (!GROUP.test(opening) && !(PART.test(opening) && TELLING.test(opening))) return 0;
  let end = at + 1;
  while (end < at + 6 && PART.test(staying[end]?.text ?? '')) end++;
  while (end > at && /^\W{0,3}(?:AND|AUTOMATIC)\W{0,3}$/i.test(staying[end - 1]?.text ?? '')) end--;
  const words = staying
    .slice(at, end)
    .map((line) => line.text)
    .join(' ');
  const told = /DOWN-?GRAD/i.test(words) && /DE-?CLASSIFICATION|EXCLUDED|GROUP/i.test(words);
  return told || (GROUP.test(opening) && TELLING.test(words)) ? end - at : 0;
}

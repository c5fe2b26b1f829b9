import type { Line } from '../../text/lines.ts';
import type { Reading } from '../reading.ts';
import { type Doubt, leave, type Rule } from '../rule.ts';

const NAME =
  /^\W{0,3}(?:ROUTING(?: AND RECORD SHEET| SLIP)?|ROUTE SLIP|(?:OFFICIAL )?ROUTING SLIP|TRANSMITTAL SLIP)(?:[ |\d]{0,40})\W{0,3}$/;
/** Figures that number the boxes, several on one line. */
const BOXES = /^\|? ?[1-9](?: {0,6}\|? {0,6}[1-9]){1,8} ?\|?$/;
/** One such figure. */
const BOX = /^[1-9]\W?$/;
const REACH = 12;

/** The box in which a form counts off those who must see it (TEI div type="routing"). */
export const routingSlip: Rule = {
  name: 'routing-slip',
  explanation: 'The numbered boxes in which a form notes who must see it.',
  certainty: 'certain',
  placed: 'all',
  examples: [
    'ROUTING⏎⏎1⏎2⏎3⏎⏎TO: DIRECTOR → TO: DIRECTOR',
    'ROUTING 1 2 3 4 5 6⏎⏎TO: DIRECTOR → TO: DIRECTOR',
    'ROUTING⏎1 | 4⏎2 | 5⏎3 | 6⏎⏎TO: DIRECTOR → TO: DIRECTOR',
    'TO: DIRECTOR⏎⏎1⏎⏎2⏎⏎3⏎⏎1. HE LEFT ON THE NEXT DAY → TO: DIRECTOR⏎⏎1. HE LEFT ON THE NEXT DAY',
    '1.⏎Ask.⏎2.⏎Report. → 1. Ask.⏎2. Report.',
    'ROUTING OF MAIL CHANGED. → =',
  ],
  *find(reading) {
    const { staying } = reading;
    let reach = -1;
    for (let at = 0; at < staying.length; at++) {
      const line = staying[at];
      if (!line || line.text.length > 60) continue;
      const count = boxesFrom(staying, at);
      if (NAME.test(line.text)) {
        reach = at + REACH;
        yield leave(line.index, 'routing');
      } else if (BOXES.test(line.text) && at <= reach) yield leave(line.index, 'routing');
      else if (count >= 3 || (count > 0 && at <= reach)) {
        const doubt = at <= reach ? {} : doubtOf(reading, line);
        for (const box of staying.slice(at, at + count)) yield leave(box.index, 'routing', doubt);
        at += count - 1;
      }
    }
  },
};

/** How many lines from here are single figures that count up. */
function boxesFrom(staying: readonly Line[], at: number): number {
  let count = 0;
  let last = 0;
  for (let line = staying[at]; line && BOX.test(line.text); line = staying[at + count]) {
    const figure = Number(line.text[0]);
    if (count > 0 && figure !== last + 1) break;
    last = figure;
    count++;
  }
  return count;
}

/** In the heading such figures are boxes; in the text they may be anything. */
function doubtOf({ running }: Reading, line: Line): Doubt {
  if (line.index < running) return {};
  return {
    certainty: 'likely',
    reason: 'Figures that count up, one below the other, like the boxes of a slip.',
  };
}

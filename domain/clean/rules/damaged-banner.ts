import { bannerLevel, damagedLevel } from '../../metadata/classification.ts';
import type { Line } from '../../text/lines.ts';
import { leave, type Rule } from '../rule.ts';

/** A classification at the edge of a page that the machine misread (`BECRET`, `SECRETI`, `CRET`). */
export const damagedBanner: Rule = {
  name: 'damaged-banner',
  explanation: 'It looks like a classification at the edge of a page that the machine misread.',
  certainty: 'likely',
  examples: [
    'One.⏎⏎BECRET⏎⏎Two. → One.⏎⏎Two.',
    'One.⏎⏎SECRETI⏎⏎Two. → One.⏎⏎Two.',
    'One.⏎⏎CRET⏎⏎Two. → One.⏎⏎Two.',
    'One.⏎⏎ONFIDENTIAL⏎⏎Two. → One.⏎⏎Two.',
    'One.⏎⏎CONFIDENTAIL⏎⏎Two. → One.⏎⏎Two.',
    'CLASSIFIED MESSAGE⏎SECRETI⏎DATE : 17 JUN 64⏎TO : DIRECTOR → CLASSIFIED MESSAGE⏎DATE : 17 JUN 64⏎TO : DIRECTOR',
    'HE LEFT ON FRIDAY.⏎BECRET → HE LEFT ON FRIDAY.',
    'One.⏎⏎THE SECRETARY⏎⏎Two. → =',
    'One.⏎⏎SECRETARY⏎⏎Two. → =',
    'One.⏎⏎SECTOR⏎⏎Two. → =',
  ],
  *find({ staying, heading, running }) {
    for (const [at, line] of staying.entries()) {
      const level = damagedLevel(line.text);
      if (!level || bannerLevel(line.text)) continue;
      const above = apart(staying[at - 1], line);
      const below = apart(line, staying[at + 1]);
      const atEdge = at === staying.length - 1 || (heading !== null && line.index < running);
      if (!atEdge && !(above && below)) continue;
      yield leave(line.index, 'runningHead', { reason: `Read as a damaged banner “${level}”.` });
    }
  },
};

function apart(a: Line | undefined, b: Line | undefined): boolean {
  return !a || !b || b.index > a.index + 1;
}

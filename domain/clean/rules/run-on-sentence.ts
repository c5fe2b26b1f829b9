import type { Line } from '../../text/lines.ts';
import type { Reading } from '../reading.ts';
import { join, type Rule } from '../rule.ts';

/** A sentence that a page, or what stands at its edges, has cut in two. */
export const runOnSentence: Rule = {
  name: 'run-on-sentence',
  explanation: 'A page ended in the middle of this sentence.',
  certainty: 'certain',
  examples: [
    'We agree--or⏎⏎SECRET⏎⏎SECRET⏎⏎to act. → We agree--or to act.',
    'If Nasser⏎⏎[Page 104]⏎⏎were to agree → If Nasser were to agree',
    'It ends.⏎⏎[Page 104]⏎⏎lower case → It ends.⏎⏎lower case',
    'If Nasser⏎⏎were to agree → =',
  ],
  *find(reading) {
    const { staying } = reading;
    for (let at = 1; at < staying.length; at++) {
      const before = staying[at - 1];
      const after = staying[at];
      if (before && after && cut(reading, before, after)) yield join(before.index);
    }
  },
};

/** Whether something left between two lines, the first of which ends and the second begins in a sentence. */
function cut({ gone, running, form }: Reading, before: Line, after: Line): boolean {
  if ((form && before.index < running) || !/\S \S/.test(before.text.slice(-80))) return false;
  if (!/[\p{L},–—-]$/u.test(before.text.slice(-2)) || !/^\p{Ll}/u.test(after.text)) return false;
  if (/^\p{Ll}\.? /u.test(after.text) && !/^a /.test(after.text)) return false;
  for (let at = before.index + 1; at < after.index; at++) if (gone(at)) return true;
  return false;
}

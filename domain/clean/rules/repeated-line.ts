import type { Line } from '../../text/lines.ts';
import { leave, type Rule } from '../rule.ts';

const TIMES = 3;
const LONGEST = 64;

/** A short line that comes again and again: the heading or foot of a form (TEI fw). */
export const repeatedLine: Rule = {
  name: 'repeated-line',
  explanation: 'This line comes three times or more, as the head or foot of a page does.',
  certainty: 'likely',
  examples: [
    'One.⏎⏎Message Centre Bonn⏎⏎Two.⏎⏎Message Centre Bonn⏎⏎Three.⏎⏎MESSAGE CENTRE BONN → One.⏎⏎Two.⏎⏎Three.',
    'Yes.⏎⏎One.⏎⏎Yes.⏎⏎Two. → =',
  ],
  *find({ staying, claimed }) {
    const keys = staying.map(keyOf);
    const count = new Map<string, number>();
    for (const key of keys) if (key) count.set(key, (count.get(key) ?? 0) + 1);
    for (const [at, line] of staying.entries()) {
      const key = keys[at];
      if (key && (count.get(key) ?? 0) >= TIMES && !claimed(line.index))
        yield leave(line.index, 'runningHead');
    }
  },
};

/** The letters and figures of a line, capitals and signs left aside; null for a line that is too short or long. */
function keyOf({ text }: Line): string | null {
  if (text.length < 4 || text.length > LONGEST) return null;
  const key = text
    .toUpperCase()
    .replace(/[\W_]+/g, ' ')
    .trim();
  return key.length >= 4 ? key : null;
}

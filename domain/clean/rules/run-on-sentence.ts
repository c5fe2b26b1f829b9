import type { Line } from '../../text/lines.ts';
import { isFull, typedWidth } from '../../text/wrap.ts';
import { opensParagraph } from '../paragraphs.ts';
import type { Reading } from '../reading.ts';
import { join, type Rule } from '../rule.ts';
import { isRunning } from '../zones.ts';

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
    '1. THE MINISTER TOLD THE DELEGATE THAT HE WOULD NOT LEAVE THE⏎CITY BEFORE THE END OF THE MONTH AND THAT HIS GOVERNMENT HAD⏎⏎SECRET⏎⏎SECRET⏎⏎AGREED TO IT. → 1. THE MINISTER TOLD THE DELEGATE THAT HE WOULD NOT LEAVE THE CITY BEFORE THE END OF THE MONTH AND THAT HIS GOVERNMENT HAD AGREED TO IT.',
  ],
  *find(reading) {
    const { staying, running } = reading;
    const width = typedWidth(staying.filter((line) => line.index >= running));
    for (let at = 1; at < staying.length; at++) {
      const before = staying[at - 1];
      const after = staying[at];
      if (before && after && cut(reading, before, after, width)) yield join(before.index);
    }
  },
};

/** Whether something left between two lines, and the sentence of the first goes on in the second. */
function cut(
  { gone, claimed, running, heading }: Reading,
  before: Line,
  after: Line,
  width: number | null,
): boolean {
  if ((heading !== null && before.index < running) || !/\S \S/.test(before.text.slice(-80)))
    return false;
  if (after.index === before.index + 1 || claimed(before.index) || claimed(after.index))
    return false;
  if (!/[\p{L}\d,–—-]$/u.test(before.text.slice(-2)) || !goesOn(before, after, width)) return false;
  for (let at = before.index + 1; at < after.index; at++) if (gone(at)) return true;
  return false;
}

/** In small letters the next word tells; in capitals a line that was full does. */
function goesOn(before: Line, after: Line, width: number | null): boolean {
  if (/^\p{Ll}/u.test(after.text))
    return !/^(?!a )\p{Ll}\.? /u.test(after.text) && /[\p{L},–—-]$/u.test(before.text.slice(-2));
  if (opensParagraph(after.text) || width === null) return false;
  const capitals = after.text.slice(0, 80) === after.text.slice(0, 80).toUpperCase();
  return capitals && isRunning(before.text) && isFull(before, after, width);
}

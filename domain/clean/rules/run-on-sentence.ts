import type { Certainty } from '../../change/change.ts';
import type { Line } from '../../text/lines.ts';
import { beginsInPhrase, endsInPhrase } from '../../text/phrase.ts';
import { isFull, typedWidth } from '../../text/wrap.ts';
import { endsSentence, opensParagraph } from '../paragraphs.ts';
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
    '1. THE MINISTER TOLD THE DELEGATE THAT HE WOULD NOT LEAVE THE⏎CITY BEFORE THE END OF THE MONTH AND THAT HIS GOVERNMENT HAD⏎⏎SECRET⏎⏎14-00000⏎⏎SECRET⏎⏎AGREED TO IT. → 1. THE MINISTER TOLD THE DELEGATE THAT HE WOULD NOT LEAVE THE CITY BEFORE THE END OF THE MONTH AND THAT HIS GOVERNMENT HAD AGREED TO IT.',
    '1. THE MINISTER TOLD THE DELEGATE THAT HE WOULD NOT LEAVE THE⏎CITY AND THAT NO ONE IN HIS GOVERNMENT COULD STOP ALL THESE⏎⏎SECRET⏎⏎14-00000⏎⏎SECRET⏎⏎BIOGRAPHICAL DATA⏎⏎2. NONE. → 1. THE MINISTER TOLD THE DELEGATE THAT HE WOULD NOT LEAVE THE CITY AND THAT NO ONE IN HIS GOVERNMENT COULD STOP ALL THESE⏎⏎BIOGRAPHICAL DATA⏎⏎2. NONE.',
  ],
  *find(reading) {
    const { staying, running } = reading;
    const width = typedWidth(staying.filter((line) => line.index >= running));
    for (let at = 1; at < staying.length; at++) {
      const before = staying[at - 1];
      const after = staying[at];
      if (!before || !after || !isCut(reading, before, after)) continue;
      const sure = goesOn(before, after, width, staying[at + 1]);
      if (sure) yield join(before.index, sure === 'certain' ? {} : UNPROVEN);
    }
  },
};

const UNPROVEN = {
  certainty: 'likely',
  reason: 'The last line of the page was full, but nothing shows that its sentence goes on.',
} as const;

/** Whether something left between two lines, of which the first has not ended its sentence. */
function isCut({ gone, claimed, running, heading }: Reading, before: Line, after: Line): boolean {
  if ((heading !== null && before.index < running) || !/\S \S/.test(before.text.slice(-80)))
    return false;
  if (after.index === before.index + 1 || claimed(before.index) || claimed(after.index))
    return false;
  if (!/[\p{L}\d,–—-]$/u.test(before.text.slice(-2))) return false;
  for (let at = before.index + 1; at < after.index; at++) if (gone(at)) return true;
  return false;
}

/**
 * How sure it is that the sentence goes on. In small letters the next word tells; in capitals a
 * phrase does that goes on over the end of a full line. A full line alone may stand above a heading
 * or a list: then a line that is short and stands by itself is none of its sentence.
 */
function goesOn(
  before: Line,
  after: Line,
  width: number | null,
  next: Line | undefined,
): Certainty | null {
  if (/^\p{Ll}/u.test(after.text)) {
    const label = /^(?!a )\p{Ll}\.? /u.test(after.text);
    return !label && /[\p{L},–—-]$/u.test(before.text.slice(-2)) ? 'certain' : null;
  }
  if (opensParagraph(after.text) || width === null) return null;
  const capitals = after.text.slice(0, 80) === after.text.slice(0, 80).toUpperCase();
  if (!capitals || !isRunning(before.text) || !isFull(before, after, width)) return null;
  if (endsInPhrase(before.text) || beginsInPhrase(after.text)) return 'certain';
  return isRunning(after.text) || endsSentence(after.text) || next?.index === after.index + 1
    ? 'likely'
    : null;
}

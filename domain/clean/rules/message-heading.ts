import { FORM_HEADING } from '../form.ts';
import { citeLine, headingLines } from '../heading.ts';
import { type Finding, mark, type Rule, state } from '../rule.ts';
import type { Reading } from '../reading.ts';
import { titleCase } from '../../metadata/classification.ts';

/** The words with which a message form names itself: the kind and direction of the message (TEI head). */
export const messageHeading: Rule = {
  name: 'message-heading',
  explanation: 'The form names itself here; the metadata keep the kind of the message.',
  certainty: 'certain',
  examples: [
    'OUTGOING TELEGRAM Department of State⏎⏎ACTION: CIRCULAR 938 → =',
    'DEPARTMENT OF STATE INCOMING TELEGRAM⏎⏎FROM: BONN → =',
    'TELEGRAM⏎⏎FROM: BONN → =',
  ],
  *find(reading) {
    if (reading.title) return;
    for (const line of reading.staying) {
      if (line.index >= reading.running) return;
      const words = FORM_HEADING.exec(line.text)?.groups?.['kind'];
      if (!words) continue;
      yield* heading(reading, line.start, line.end, words);
      return;
    }
  },
};

function* heading(reading: Reading, from: number, to: number, words: string): Generator<Finding> {
  const kind = titleCase(words).replace(/ \p{L}/u, (letter) => letter.toLowerCase());
  const start = reading.text.indexOf(words, from);
  yield mark('heading', from, to);
  yield state('kind', kind, start, start + words.length);
  const number = numberOf(reading);
  yield state('title', number ? `${kind}, ${number}` : kind, start, to);
}

/** The number the heading gives the message: `circular 938`, `BONN 1234`. */
function numberOf(reading: Reading): string | null {
  const cite = citeLine(reading);
  if (cite) return `${cite.sender} ${cite.number}`;
  for (const { label, content } of headingLines(reading)) {
    const circular = /^CIRCULAR (\d{1,5})\b/.exec(content)?.[1];
    if (label === 'ACTION' && circular) return `circular ${circular}`;
    const number = /^\d{1,6}/.exec(content)?.[0];
    if (label === 'NO' && number) return number;
  }
  return null;
}

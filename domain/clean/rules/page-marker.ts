import { withBlanks } from '../../text/blanks.ts';
import { lineAt } from '../../text/lines.ts';
import type { Reading } from '../reading.ts';
import { type Finding, leave, mark, replace, type Rule } from '../rule.ts';

const MARKER = /\[Page ([\dA-Za-z–-]{1,12})\]/g;

/** The marker with which an edition shows where a printed page begins (TEI pb). */
export const pageMarker: Rule = {
  name: 'page-marker',
  explanation: 'A page of the edition begins here; the reading text closes over it.',
  certainty: 'certain',
  examples: [
    'US not [Page 864] involved → US not involved',
    'Counter-action: [Page 182]⏎⏎A. Reply. → Counter-action:⏎⏎A. Reply.',
    'It ends.⏎⏎[Page 326]⏎⏎It begins. → It ends.⏎⏎It begins.',
    'word[Page 7]word → wordword',
    'See [page 4] and [Pages 3] → =',
  ],
  *find(reading) {
    for (const match of reading.text.matchAll(MARKER)) yield* marker(reading, match);
  },
};

function* marker(reading: Reading, match: RegExpMatchArray): Generator<Finding> {
  const { text, lines } = reading;
  const from = match.index ?? 0;
  const to = from + match[0].length;
  const label = match[1] ?? null;
  const alone = lineAt(lines, from);
  if (alone && alone.start === from && alone.end === to) {
    yield leave(alone.index, 'pageBreak', { label });
    return;
  }
  yield mark('pageBreak', from, to, label);
  const gap = withBlanks(text, from, to);
  yield replace(gap.from, gap.to);
}

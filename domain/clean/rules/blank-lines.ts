import { isBlankLine, type Line } from '../../text/lines.ts';
import type { Reading } from '../reading.ts';
import { replace, type Rule } from '../rule.ts';

/** More than one blank line between two paragraphs says no more than one. */
export const blankLines: Rule = {
  name: 'blank-lines',
  explanation: 'One blank line parts two paragraphs; more of them say nothing more.',
  certainty: 'certain',
  examples: ['One.⏎⏎⏎⏎Two. → One.⏎⏎Two.', '⏎⏎One. → One.', 'One.⏎⏎Two. → ='],
  *find(reading) {
    const standing = reading.lines.filter((line) => !isBlankLine(line));
    const first = standing[0];
    if (first && first.from > 0 && !reading.claimed(first.index)) yield replace(0, first.from);
    for (let at = 1; at < standing.length; at++) {
      const before = standing[at - 1];
      const after = standing[at];
      if (before && after && spare(reading, before, after))
        yield replace(before.to + 1, after.from - 1);
    }
  },
};

function spare({ claimed, joined }: Reading, before: Line, after: Line): boolean {
  if (after.index - before.index < 3 || joined(before.index)) return false;
  return !claimed(before.index) && !claimed(after.index);
}

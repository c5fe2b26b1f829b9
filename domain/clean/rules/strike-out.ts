import { blanksBefore, withBlanks } from '../../text/blanks.ts';
import { lineAt } from '../../text/lines.ts';
import { type Finding, leave, mark, replace, type Rule } from '../rule.ts';
import type { Reading } from '../reading.ts';

const STRUCK = /~~(?![\s~])([^~\n]{1,400})~~(?!~)/g;
const OVERTYPED = /^[Xx\s]+$/;

/** Words struck out on the paper, which the scan marks with tildes (TEI del). */
export const strikeOut: Rule = {
  name: 'strike-out',
  explanation: 'Struck out on the paper.',
  certainty: 'certain',
  examples: [
    'cannot be ~~dismissed~~ dismissed merely → cannot be dismissed merely',
    'clear to ~~the~~ Nation → clear to Nation',
    'points (a) ~~to~~ through (g) → points (a) through (g)',
    'may take ~~and~~.⏎ → may take.⏎',
    'One.⏎⏎~~XXXXXXXX~~⏎⏎Two. → One.⏎⏎Two.',
    'about ~~ 5 → =',
    '~~~~ → =',
  ],
  *find(reading) {
    for (const match of reading.text.matchAll(STRUCK)) yield* struck(reading, match);
  },
};

function* struck({ text, lines }: Reading, match: RegExpMatchArray): Generator<Finding> {
  const from = match.index ?? 0;
  const to = from + match[0].length;
  if (/\s$/.test(match[1] ?? '') || text[from - 1] === '~') return;
  const line = lineAt(lines, from);
  const type = OVERTYPED.test(match[1] ?? '') ? 'illegible' : 'deletion';
  yield mark(type, from + 2, to - 2);
  if (line && line.start === from && line.end === to) yield leave(line.index);
  else {
    const gap = withBlanks(text, from, to);
    const closing = /[.,;:]/.test(text[to] ?? '');
    yield replace(closing ? blanksBefore(text, from) : gap.from, gap.to);
  }
}

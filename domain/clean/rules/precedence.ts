import { PRECEDENCE, precedenceOf } from '../../metadata/precedence.ts';
import { type Finding, type Rule, state } from '../rule.ts';
import type { Line } from '../../text/lines.ts';

const ALONE = new RegExp(`^\\W{0,3}(${PRECEDENCE})\\W{0,3}$`);
const TICKED = new RegExp(`(?:[☑☒■▣✓✔✗✘]|[[(][xX][\\])]) ?(${PRECEDENCE})\\b`, 'gu');

/** The precedence of a message as a form shows it: alone on a line, or by a ticked box. */
export const precedenceBoxes: Rule = {
  name: 'precedence',
  explanation: 'The precedence of the message; of several on a form only the ticked one holds.',
  certainty: 'certain',
  examples: ['PRIORITY⏎⏎TO: BONN → =', 'TO: BONN⏎ROUTINE⏎PRIORITY⏎DEFERRED → ='],
  *find({ lines, running }) {
    const alone: Line[] = [];
    for (const line of lines) {
      if (line.index >= running) break;
      if (line.text.length > 120) continue;
      if (ALONE.test(line.text)) alone.push(line);
      for (const match of line.text.matchAll(TICKED)) {
        const to = line.start + match.index + match[0].length;
        yield* holding(match[1] ?? '', to);
      }
    }
    if (alone.length < 3)
      for (const line of alone)
        yield* holding(
          ALONE.exec(line.text)?.[1] ?? '',
          line.start + line.text.search(/\w\W*$/) + 1,
        );
    else yield unknown(alone);
  },
};

function* holding(word: string, end: number): Generator<Finding> {
  const value = precedenceOf(word);
  if (value) yield state('precedence', value, end - word.length, end);
}

function unknown(lines: readonly Line[]): Finding {
  const message =
    'The form lists several precedences and no tick is left; only the page shows which one holds.';
  return {
    kind: 'warning',
    code: 'precedence-unknown',
    message,
    from: lines[0]?.start ?? 0,
    to: lines.at(-1)?.end ?? 0,
  };
}

import type { Line } from '../../text/lines.ts';
import { type Finding, leave, type Rule, state } from '../rule.ts';

const LINE =
  /^\W{0,3}(ORIG|ORIGINATOR|UNIT|EXT|FILE NO|FILE|INDEX|NO INDEX)\W{0,2}? ?[:.] ?(.{0,40})$/;
const TOGETHER = 14;

/** Who wrote a message, from what unit and on what telephone, as the form asks. */
export const originatorLines: Rule = {
  name: 'originator-lines',
  explanation: 'The form says here who wrote the message and in what unit; see the metadata.',
  certainty: 'certain',
  placed: 'all',
  examples: [
    'ORIG: J. DOE⏎UNIT: WH/3⏎EXT: 1234⏎⏎TO: BONN → TO: BONN',
    'ORIG : ROE⏎UNIT : EE⏎EXT :⏎DATE : 3 MAY 62 → DATE : 3 MAY 62',
    'UNIT: 4th Fleet → =',
  ],
  *find({ staying }) {
    const found = staying.filter(({ text }) => text.length <= 60 && LINE.test(text));
    for (const [at, line] of found.entries()) {
      const near = [found[at - 1], found[at + 1]].some((other) => other && isNear(line, other));
      if (near) yield* originator(line);
    }
  },
};

function isNear(a: Line, b: Line): boolean {
  return (
    Math.abs(a.index - b.index) <= TOGETHER && LINE.exec(a.text)?.[1] !== LINE.exec(b.text)?.[1]
  );
}

function* originator(line: Line): Generator<Finding> {
  const [, label = '', value = ''] = LINE.exec(line.text) ?? [];
  yield leave(line.index, 'formField');
  const words = value.trim();
  if (label.startsWith('ORIG') && /\p{L}{2}/u.test(words))
    yield state('drafter', words, line.end - words.length, line.end);
}

import type { Line } from '../../text/lines.ts';
import type { Reading } from '../reading.ts';
import { leave, type Rule } from '../rule.ts';

const LABEL =
  /^\W{0,3}(?:DATE|TO|FROM|INFO|ACTION|SUBJECT|BY|NAME|TIME|UNIT|EXT|ORIG|FILE|FILE NO\.?|REF|COPY|INDEX|CONF|PRECEDENCE|ROUTING|CLASSIFICATION|DISTRIBUTION|CLEARANCES?|REMARKS|COMMENTS|ROOM NO\.?|INITIALS?|SIGNATURE|TITLE|OFFICE|PAGES|NO\.?)\W{0,2}? ?(?::|_{4,60})[ _]{0,60}$/i;

/** A label of a heading with something beside it. */
const FILLED = /^\W{0,3}(?:DATE|TO|FROM|INFO|ACTION|SUBJECT|UNIT|EXT|ORIG|REF|CONF) {0,8}:/;

/** A label of the form whose blank was never filled in (TEI label). */
export const emptyLabel: Rule = {
  name: 'empty-label',
  explanation: 'A label printed on the form, with nothing filled in beside it.',
  certainty: 'certain',
  placed: 'all',
  examples: [
    'DATE:⏎UNIT:⏎EXT:⏎⏎TO: BONN → TO: BONN',
    'NAME ________⏎DATE ________⏎⏎TO: BONN → TO: BONN',
    'TO: BONN⏎SUBJECT:⏎The visit. → =',
    'FROM:⏎⏎BONN → =',
    'CLEARANCES:⏎ECON: PDoe → =',
  ],
  *find(reading) {
    const { staying } = reading;
    for (const [at, line] of staying.entries())
      if (isLabel(line) && isEmpty(reading, line, staying[at + 1]))
        yield leave(line.index, 'formField');
  },
};

function isLabel(line: Line | undefined): boolean {
  return line !== undefined && line.text.length <= 80 && LABEL.test(line.text);
}

/** Empty is a label before another label, or before something else that is no part of the message. */
function isEmpty({ lines, gone }: Reading, line: Line, next: Line | undefined): boolean {
  if (/_{4}/.test(line.text)) return true;
  const below = lines[line.index + 1];
  const followed = below !== undefined && below.start < below.end && gone(below.index);
  return followed || isLabel(next) || (next !== undefined && FILLED.test(next.text));
}

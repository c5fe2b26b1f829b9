import { isOffice } from '../offices.ts';
import { withoutLists } from '../line-rule.ts';
import { leave, type Rule } from '../rule.ts';

const ENOUGH = 4;

/** The column of offices in the margin of a telegram, read into its text line by line. */
export const marginColumn: Rule = {
  name: 'margin-column',
  explanation: 'An office from the column in the margin, which the machine read into the text.',
  certainty: 'likely',
  examples: [
    'SS⏎⏎He said that he would⏎⏎ARA⏎⏎leave.⏎⏎INR⏎⏎CIA⏎⏎Two. → He said that he would⏎⏎leave.⏎⏎Two.',
    'One.⏎⏎CIA⏎⏎Two. → =',
    'These offices are to be told:⏎⏎ARA⏎SP⏎INR⏎CIA⏎⏎Nobody else. → =',
  ],
  *find({ staying, claimed }) {
    const column = withoutLists(staying, isOffice).filter(
      (line) => !claimed(line.index) && isOffice(line.text),
    );
    if (column.length < ENOUGH) return;
    const reason = 'One of several lines that hold nothing but the symbol of an office.';
    for (const line of column) yield leave(line.index, 'routing', { reason });
  },
};

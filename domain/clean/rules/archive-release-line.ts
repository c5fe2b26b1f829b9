import { withBlanks } from '../../text/blanks.ts';
import { lineAt } from '../../text/lines.ts';
import { leave, replace, type Rule } from '../rule.ts';

const PHRASE =
  /\(?(?:\b\d{4} {0,2})?\bRELEASED? UNDER THE PRESIDENT\b[^\n]{0,80}?\bACT(?: OF)? \d{4}\)?/g;
/** What may stand on the line beside the phrase: the archive's own number and signs. */
const BESIDE = /^[\s\W]*(?:\d{3,4}-\d{5}-\d{5}|1[34]-0{5})?[\s\W]*$/;

/** The line an archive set on every page when it released a paper (TEI fw). */
export const archiveReleaseLine: Rule = {
  name: 'archive-release-line',
  explanation:
    'An archive set this line on the page when it released it; the paper did not have it.',
  certainty: 'certain',
  examples: [
    'One.⏎⏎2025 RELEASE UNDER THE PRESIDENT DOE RECORDS ACT OF 1992⏎⏎Two. → One.⏎⏎Two.',
    'One.⏎⏎(RELEASED UNDER THE PRESIDENT DOE RECORDS ACT OF 1992)⏎⏎Two. → One.⏎⏎Two.',
    'One.⏎⏎104-10001-10001 2025 RELEASE UNDER THE PRESIDENT DOE RECORDS ACT OF 1992⏎⏎Two. → One.⏎⏎Two.',
    'They met 2025 RELEASE UNDER THE PRESIDENT DOE RECORDS ACT OF 1992 and left. → They met and left.',
    'The papers were released under the President’s order of 1992. → =',
  ],
  *find({ text, lines }) {
    for (const match of text.matchAll(PHRASE)) {
      const from = match.index;
      const to = from + match[0].length;
      const line = lineAt(lines, from);
      if (
        line &&
        BESIDE.test(line.text.slice(0, from - line.start)) &&
        BESIDE.test(text.slice(to, line.end))
      )
        yield leave(line.index, 'stamp');
      else {
        const gap = withBlanks(text, from, to);
        yield replace(gap.from, gap.to);
      }
    }
  },
};

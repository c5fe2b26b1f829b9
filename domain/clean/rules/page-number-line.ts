import { lineRule } from '../line-rule.ts';

const WORDS = 'ONE TWO THREE FOUR FIVE SIX SEVEN EIGHT NINE TEN ELEVEN TWELVE'.split(' ');
const NUMBER = `\\d{1,3}|${WORDS.join('|')}`;

/** The number of a page on a line of its own, and what the form repeats beside it (TEI pb, fw). */
export const pageNumberLine = lineRule({
  name: 'page-number-line',
  explanation: 'The number of a page; a new page begins here and the reading text closes over it.',
  examples: [
    'They were told that⏎⏎- 2 -⏎⏎he left. → They were told that he left.',
    'One.⏎⏎PAGE THREE⏎⏎Two. → One.⏎⏎Two.',
    'One.⏎⏎PAGE 2 OF 4⏎⏎Two. → One.⏎⏎Two.',
    'One.⏎⏎IN 12345 PAGE 2⏎⏎Two. → One.⏎⏎Two.',
    'One.⏎⏎PAGE TWO RUEHCR 123 S E C R E T⏎⏎Two. → One.⏎⏎Two.',
    'One.⏎⏎-2- 1234, November 3, 3 p.m., from Mexico City⏎⏎Two. → One.⏎⏎Two.',
    'One.⏎⏎Page 2 of telegram to Bonn, Rome⏎⏎Two. → One.⏎⏎Two.',
    'See page 2. → =',
    'THE ERROR STANDS IN THE SECOND PARAGRAPH ON⏎PAGE TWO⏎OF THE REPORT WHICH WAS SENT TO YOU LAST WEEK → THE ERROR STANDS IN THE SECOND PARAGRAPH ON⏎OF THE REPORT WHICH WAS SENT TO YOU LAST WEEK',
  ],
  pattern: new RegExp(
    [
      '^\\W{0,3}- ?(\\d{1,3}) ?-\\W{0,3}$',
      `^\\W{0,4}PAGE (?:NO\\.? ?)?(${NUMBER})(?: OF (?:${NUMBER})(?: PAGES)?)?\\W{0,4}$`,
      `^\\W{0,4}(?:IN|OUT|DIR)[ -]?\\d{4,6},? PAGE (${NUMBER})\\W{0,4}$`,
      `^PAGE (${NUMBER}) R[A-Z]{4,6} ?\\d{0,6}[A-Z]?(?: [A-Z ]{1,30})?$`,
      '^- ?(\\d{1,2}) ?- (?:No\\. ?)?[\\w.,: ]{1,60}\\b(?:from|to|FROM|TO)\\b [\\w.,() ]{2,60}$',
      '^Page (\\d{1,2}) of telegram (?:to|from) .{2,80}$',
      '^(\\d{1,2}) OF \\d{1,2}$',
    ].join('|'),
    'i',
  ),
  as: 'pageBreak',
  longest: 130,
  apart: true,
  label: (match) => pageLabel(match.slice(1).find((part) => part !== undefined) ?? ''),
});

/** `THREE` as `3`, figures as they are. */
function pageLabel(words: string): string {
  const at = WORDS.indexOf(words.toUpperCase());
  return at < 0 ? words : String(at + 1);
}

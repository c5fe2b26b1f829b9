import { lineRule } from '../line-rule.ts';

const WORDS = 'ONE TWO THREE FOUR FIVE SIX SEVEN EIGHT NINE TEN ELEVEN TWELVE'.split(' ');
const NUMBER = `\\d{1,3}|${WORDS.join('|')}`;

/** The number of a page on a line of its own, and what the form repeats beside it (TEI pb, fw). */
export const pageNumberLine = lineRule({
  name: 'page-number-line',
  explanation: 'The number of a page; a new page begins here and the reading text closes over it.',
  placed: /^(?!.*(?:\b(?:IN|OUT|DIR)[ -]?\d{4}| RU[A-Z]{3}|telegram|from|to\b)).{1,40}$/i,
  examples: [
    'SECRET⏎⏎They were told that⏎⏎SECRET⏎⏎- 2 -⏎⏎he left. → They were told that he left.',
    'One.⏎⏎PAGE THREE⏎⏎Two. → One.⏎⏎Two.',
    'One.⏎⏎PAGE 2 OF 4⏎⏎Two. → One.⏎⏎Two.',
    'One.⏎⏎Page: 2⏎⏎Two. → One.⏎⏎Two.',
    'One.⏎⏎Page 2 of⏎⏎Two. → One.⏎⏎Two.',
    'One.⏎⏎IN 12345 PAGE 2⏎⏎Two. → One.⏎⏎Two.',
    'One.⏎⏎PAGE TWO RUEHCR 123 S E C R E T⏎⏎Two. → One.⏎⏎Two.',
    'One.⏎⏎-2- 1234, November 3, 3 p.m., from Mexico City⏎⏎Two. → One.⏎⏎Two.',
    'One.⏎⏎-2- 1234, November 3, 3 p.m., from San José⏎⏎Two. → One.⏎⏎Two.',
    'One.⏎⏎Page 2 of telegram to Bonn, Rome⏎⏎Two. → One.⏎⏎Two.',
    'PAGE TWO REPORTS THE ARRIVAL → =',
    'PAGE TWO RUSSIAN TROOPS → =',
    'See page 2. → =',
    'THE ERROR STANDS IN THE SECOND PARAGRAPH ON⏎PAGE TWO⏎OF THE REPORT WHICH WAS SENT TO YOU LAST WEEK → THE ERROR STANDS IN THE SECOND PARAGRAPH ON⏎OF THE REPORT WHICH WAS SENT TO YOU LAST WEEK',
  ],
  pattern: new RegExp(
    [
      '^\\W{0,3}- ?(\\d{1,3}) ?-\\W{0,3}$',
      `^\\W{0,4}P(?:AGE|age):? (?:N[Oo]\\.? ?)?(${NUMBER})(?: [Oo][Ff](?: (?:${NUMBER}))?(?: P(?:AGES|ages))?)?\\W{0,4}$`,
      `^\\W{0,4}(?:IN|OUT|DIR)[ -]?\\d{4,6},? PAGE (${NUMBER})\\W{0,4}$`,
      `^PAGE (${NUMBER}) RU(?!SSIA)[A-Z]{3,6}(?: \\d{1,6}[A-Z]?)?(?: (?:[A-Z] ){4,12}[A-Z]| UNCLAS| SECRET| CONFIDENTIAL)?$`,
      '^- ?(\\d{1,2}) ?- (?:No\\. ?)?[\\p{L}\\d.,:()/ -]{1,60}\\b(?:[Ff]rom|FROM|[Tt]o|TO)\\b [\\p{L}\\d.,()/ -]{2,60}$',
      '^(?:Page|PAGE) (\\d{1,2}) (?:of|OF) (?:telegram|TELEGRAM)(?: (?:to|from|No|TO|FROM|NO)\\b.{0,80})?$',
      '^(\\d{1,2}) (?:OF|of) \\d{1,2}$',
    ].join('|'),
    'u',
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

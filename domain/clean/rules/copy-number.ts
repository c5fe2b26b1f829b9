import { lineRule } from '../line-rule.ts';

/** The number of one copy among those that were made (TEI idno type="copy"). */
export const copyNumber = lineRule({
  name: 'copy-number',
  explanation: 'The number of this copy; it belongs to the paper, not to the message.',
  placed: 'all',
  examples: [
    'One.⏎⏎Copy No. 7⏎⏎Two. → One.⏎⏎Two.',
    'One.⏎⏎COPY 3 OF 9⏎⏎Two. → One.⏎⏎Two.',
    'One.⏎⏎COPY NO.⏎⏎Two. → One.⏎⏎Two.',
    'One.⏎⏎Copy #4⏎⏎Two. → One.⏎⏎Two.',
    'Copy No. 7 was burned. → =',
  ],
  pattern: /^\W{0,3}COPY (?:(?:NO\b\.?:?|#) ?[_\d]{0,6}|\d{1,3} OF \d{1,3}(?: COPIES)?)\W{0,3}$/i,
  as: 'stamp',
  longest: 40,
  apart: true,
});

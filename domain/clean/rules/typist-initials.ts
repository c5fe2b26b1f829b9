import { lineRule } from '../line-rule.ts';

/** Initials of drafter and typist (TEI note type="typist"). */
export const typistInitials = lineRule({
  name: 'typist-initials',
  explanation: 'Initials of drafter and typist below the text.',
  certainty: 'likely',
  examples: ['One.⏎⏎ABC:def → One.', 'One.⏎⏎JRD/ab → One.', 'One.⏎⏎ABC/4 → One.', 'Ratio 3:ab → ='],
  pattern: /^[A-Z]{2,4} ?[:/] ?(?:[a-z]{2,4}|\d{1,2})$/,
  as: 'formField',
  longest: 14,
  apart: true,
});

import { lineRule, withoutLists } from '../line-rule.ts';
import type { Rule } from '../rule.ts';

const PATTERN = /^[A-Z]{2,4} ?[:/] ?(?:[a-z]{2,4}|\d{1,2})$/;

const exact = lineRule({
  name: 'typist-initials',
  explanation: 'Initials of drafter and typist below the text.',
  certainty: 'likely',
  examples: [
    'One.⏎⏎ABC:def → One.',
    'One.⏎⏎JRD/ab → One.',
    'One.⏎⏎ABC/4 → One.',
    'Ratio 3:ab → =',
    'On the doors stood:⏎⏎AB/4⏎CD/7⏎⏎Two. → =',
  ],
  pattern: PATTERN,
  as: 'formField',
  longest: 14,
  apart: true,
});

/** Initials of drafter and typist (TEI note type="typist"). */
export const typistInitials: Rule = {
  ...exact,
  find: (reading) =>
    exact.find({
      ...reading,
      staying: withoutLists(reading.staying, (text) => text.length <= 14 && PATTERN.test(text)),
    }),
};

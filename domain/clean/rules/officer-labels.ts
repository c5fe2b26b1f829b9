import { lineRule } from '../line-rule.ts';

/** The labels under the names at the foot of a message form. */
export const officerLabels = lineRule({
  name: 'officer-labels',
  explanation: 'Printed labels of the form; the names above them stay where they are.',
  placed: /^\W{0,3}[A-Z]+ [A-Z]+(?: \(?S\)?)?\W*$/,
  examples: [
    'One.⏎⏎RELEASING OFFICER   AUTHENTICATING OFFICER⏎⏎Two. → One.⏎⏎Two.',
    'One.⏎⏎COORDINATING OFFICERS⏎⏎Two. → One.⏎⏎Two.',
    'The releasing officer signed. → =',
  ],
  pattern:
    /^\W{0,3}(?:(?:RELEASING|COORDINATING|AUTHENTICATING|APPROVING|ORIGINATING) OFFI?CERS?(?: \(?S\)?)?[^\p{L}]{0,20}){1,4}$/u,
  as: 'formField',
  longest: 120,
  apart: false,
});

import { lineRule } from '../line-rule.ts';

/** The stamp with which a paper was declassified or released (TEI stamp): the history of the copy. */
export const declassificationStamp = lineRule({
  name: 'declassification-stamp',
  explanation: 'A stamp of declassification or release belongs to the copy, not to the message.',
  examples: [
    'One.⏎⏎DECLASSIFIED⏎⏎Two. → One.⏎⏎Two.',
    'One.⏎⏎DECLASSIFIED E.O. 12958⏎⏎Two. → One.⏎⏎Two.',
    'One.⏎⏎APPROVED FOR RELEASE 1998⏎⏎Two. → One.⏎⏎Two.',
    'One.⏎⏎CIA HISTORICAL REVIEW PROGRAM⏎RELEASE IN FULL 1998⏎⏎Two. → One.⏎⏎Two.',
    'One.⏎⏎REVIEWED BY DOE DATE 3/4/78⏎⏎Two. → One.⏎⏎Two.',
    'One.⏎⏎SANITIZED COPY⏎⏎Two. → One.⏎⏎Two.',
    'The paper was declassified in 1975. → =',
    'THIS FACT WAS ONLY LEARNED AFTER THE REPORT HAD BEEN⏎DECLASSIFIED⏎BY ORDER OF THE SECRETARY WHO HAD SEEN IT → THIS FACT WAS ONLY LEARNED AFTER THE REPORT HAD BEEN⏎BY ORDER OF THE SECRETARY WHO HAD SEEN IT',
  ],
  pattern:
    /^\W{0,4}(?:DECLASSIFIED(?: (?:E\.? ?O\.?|BY|UNDER|PER|IN|ON|AUTHORITY)\b[^a-z]{0,50})?|(?:CIA )?HISTORICAL REVIEW PROGRAM|APPROVED FOR RELEASE\b[^a-z]{0,50}|RELEASED? IN (?:FULL|PART)\b[^a-z]{0,30}|(?:CIA )?FOIA REVIEW\b[^a-z]{0,30}|SANITIZED(?: COPY)?(?: APPROVED FOR RELEASE\b[^a-z]{0,30})?|REVIEWED BY\b.{0,30}\bDATE\b.{0,14})\W{0,4}$/,
  as: 'stamp',
  longest: 90,
  apart: true,
});

import { lineRule } from '../line-rule.ts';

/** The stamp with which a paper was declassified or released (TEI stamp): the history of the copy. */
export const declassificationStamp = lineRule({
  name: 'declassification-stamp',
  explanation: 'A stamp of declassification or release belongs to the copy, not to the message.',
  placed: 'all',
  examples: [
    'One.⏎⏎DECLASSIFIED⏎⏎Two. → One.⏎⏎Two.',
    'One.⏎⏎DECLASSIFIED E.O. 12958⏎⏎Two. → One.⏎⏎Two.',
    'One.⏎⏎APPROVED FOR RELEASE 1998⏎⏎Two. → One.⏎⏎Two.',
    'One.⏎⏎CIA HISTORICAL REVIEW PROGRAM⏎RELEASE IN FULL 1998⏎⏎Two. → One.⏎⏎Two.',
    'One.⏎⏎REVIEWED BY DOE DATE 3/4/78⏎⏎Two. → One.⏎⏎Two.',
    'One.⏎⏎SANITIZED COPY⏎⏎Two. → One.⏎⏎Two.',
    'The paper was declassified in 1975. → =',
    'DECLASSIFIED BY ORDER OF THE PRESIDENT⏎⏎RELEASED IN FULL BY THE POLICE → =',
    'THIS FACT WAS ONLY LEARNED AFTER THE REPORT HAD BEEN⏎DECLASSIFIED⏎BY ORDER OF THE SECRETARY WHO HAD SEEN IT → THIS FACT WAS ONLY LEARNED AFTER THE REPORT HAD BEEN⏎BY ORDER OF THE SECRETARY WHO HAD SEEN IT',
  ],
  pattern:
    /^\W{0,4}(?:DECLASSIFIED|DECLASSIFIED(?= [^a-z]{0,60}\d) (?:E\.? ?O\.?|BY|UNDER|PER|IN|ON|AUTHORITY)\b[^a-z]{0,50}|(?:CIA )?HISTORICAL REVIEW PROGRAM|APPROVED FOR RELEASE(?:(?= [^a-z]{0,60}\d) [^a-z]{0,50}| (?:CIA )?HISTORICAL REVIEW PROGRAM)?|RELEASED? IN (?:FULL|PART)(?:(?= [^a-z]{0,40}\d) [^a-z]{0,30})?|(?:CIA )?FOIA REVIEW(?: PROGRAM)?\b[^A-Za-z]{0,30}|SANITIZED(?: COPY)?(?: APPROVED FOR RELEASE\b[^A-Za-z]{0,30})?|REVIEWED BY\b.{0,30}\bDATE\b.{0,14})\W{0,4}$/,
  as: 'stamp',
  longest: 90,
  apart: true,
});

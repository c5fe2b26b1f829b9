import { leave, type Rule } from '../rule.ts';

/** The stamp with which a paper was declassified or released (TEI stamp): the history of the copy. */
export const declassificationStamp: Rule = {
  name: 'declassification-stamp',
  explanation: 'A stamp of declassification or release belongs to the copy, not to the message.',
  certainty: 'certain',
  examples: [
    'One.⏎⏎DECLASSIFIED⏎⏎Two. → One.⏎⏎Two.',
    'One.⏎⏎DECLASSIFIED E.O. 12958⏎⏎Two. → One.⏎⏎Two.',
    'One.⏎⏎APPROVED FOR RELEASE 1998⏎⏎Two. → One.⏎⏎Two.',
    'One.⏎⏎REVIEWED BY DOE DATE 3/4/78⏎⏎Two. → One.⏎⏎Two.',
    'The paper was declassified in 1975. → =',
  ],
  *find({ staying }) {
    for (const line of staying)
      if (line.text.length < 80 && STAMP.test(line.text)) yield leave(line.index, 'stamp');
  },
};

const STAMP =
  /^\W*(?:DECLASSIFIED(?: (?:E\.?O\.?|BY|UNDER|PER|IN|ON|AUTHORITY)\b[^a-z]*)?|APPROVED FOR RELEASE\b[^a-z]*|REVIEWED BY\b.{0,30}\bDATE\b.{0,12})\W*$/;

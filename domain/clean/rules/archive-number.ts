import { lineRule } from '../line-rule.ts';
import { state } from '../rule.ts';

/** The number an archive gave the copy (TEI msIdentifier/idno). */
export const archiveNumber = lineRule({
  name: 'archive-number',
  explanation: 'The number an archive gave this copy; it stands in the metadata.',
  placed: /^\W*1?1\d\d-/,
  examples: [
    '104-10001-10001⏎⏎One.⏎⏎Two. → One.⏎⏎Two.',
    'One.⏎⏎1104-10001-10001⏎⏎Two. → One.⏎⏎Two.',
    'One.⏎⏎[104-10001-10001]⏎⏎Two. → One.⏎⏎Two.',
    'One.⏎⏎NW 12345 DocId:12345678 Page 3⏎⏎Two. → One.⏎⏎Two.',
    'See 104-10001-10001 for more. → =',
  ],
  pattern:
    /^\W*(?:1?(1\d\d-\d{5}-\d{5})|NW[ #:]{0,3}\d{4,6}[ ,]{1,3}Doc[Il][dD][ :]{0,3}\d{6,9}(?: {1,3}Page \d{1,4})?)\W*$/,
  as: 'stamp',
  longest: 60,
  apart: false,
  *also(line, [, number]) {
    if (!number) return;
    const from = line.start + line.text.indexOf(number);
    yield state('archiveNumber', number, from, from + number.length);
  },
});

import { leave, type Rule } from '../rule.ts';

/** The warning against copying that the form prints or a stamp adds (TEI fw). */
export const reproductionWarning: Rule = {
  name: 'reproduction-warning',
  explanation: 'The warning against copying is printed on the form; it is no part of the message.',
  certainty: 'certain',
  examples: [
    'One.⏎⏎REPRODUCTION FROM THIS COPY IS PROHIBITED UNLESS "UNCLASSIFIED".⏎⏎Two. → One.⏎⏎Two.',
    'One.⏎⏎REPRODUCTION BY OTHER THAN THE ISSUING OFFICE IS PROHIBITED⏎⏎Two. → One.⏎⏎Two.',
    'Reproduction of the text is not prohibited here. → =',
  ],
  *find({ staying }) {
    for (const line of staying)
      if (line.text.length < 140 && WARNING.test(line.text)) yield leave(line.index, 'runningHead');
  },
};

const WARNING =
  /^\W*REPRODUCTION (?:FROM THIS COPY|BY OTHER THAN|OF THIS (?:COPY|DOCUMENT)|PROHIBITED)\b[^a-z]*$/;

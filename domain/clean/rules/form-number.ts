import { leave, type Rule } from '../rule.ts';

/** The number of the printed form and its edition (TEI fw). */
export const formNumber: Rule = {
  name: 'form-number',
  explanation: 'The number of the printed form; it is no part of the message.',
  certainty: 'certain',
  examples: [
    'One.⏎⏎FORM 05-322-11⏎⏎Two. → One.⏎⏎Two.',
    'One.⏎⏎FORM DS-322⏎⏎Two. → One.⏎⏎Two.',
    'One.⏎⏎FORM 1389 USE PREVIOUS EDITIONS⏎⏎Two. → One.⏎⏎Two.',
    'Form 10 was not used. → =',
  ],
  *find({ staying }) {
    for (const line of staying)
      if (line.text.length < 80 && FORM.test(line.text)) yield leave(line.index, 'formField');
  },
};

const FORM =
  /^\W*(?:FORM (?:NO\.? ?)?(?:[A-Z]{1,3}-)?\d[\d-]{1,9}[A-Z]?(?: [(\d][\d-]{1,7}\)?)?(?: (?:USE|OBSOLETE|REPLACES|PREVIOUS)\b[^a-z]*)?|USE PREVIOUS EDITIONS?\W*)$/;

import { lineRule } from '../line-rule.ts';

/** The number of the printed form and its edition (TEI fw). */
export const formNumber = lineRule({
  name: 'form-number',
  explanation: 'The number of the printed form; it is no part of the message.',
  placed: /^(?!.*(?:USE PREV|OBSOLETE|REPLACES|PREVIOUS ED))/,
  examples: [
    'One.⏎⏎FORM 05-322-11⏎⏎Two. → One.⏎⏎Two.',
    'One.⏎⏎FORM DS-322⏎⏎Two. → One.⏎⏎Two.',
    'One.⏎⏎FORM 1389 USE PREVIOUS EDITIONS⏎⏎Two. → One.⏎⏎Two.',
    'One.⏎⏎OPTIONAL FORM NO. 10⏎⏎Two. → One.⏎⏎Two.',
    'One.⏎⏎FORM 1389a (4-62) OBSOLETE PREVIOUS EDITIONS⏎⏎Two. → One.⏎⏎Two.',
    'One.⏎⏎DA FORM 1 FEB 60 REPLACES PREVIOUS EDITIONS⏎⏎Two. → One.⏎⏎Two.',
    'Form 10 was not used. → =',
  ],
  pattern:
    /^\W{0,3}(?:(?:OPTIONAL |STANDARD |DD |DA |DS |FS )?FORM (?:NO\.? ?)?(?:[A-Z]{1,3}-)?\d[\d-]{0,9}[A-Za-z]?(?: \(?(?:[\d-]{1,8}|[A-Z]{3} \d{2})\)?)?|(?=USE PREV|OBSOLETE|PREVIOUS ED))(?:[ .]{0,3}(?:USE|OBSOLETE|REPLACES|PREVIOUS)\b[^a-z]{0,40})?\W{0,3}$/,
  as: 'formField',
  longest: 90,
  apart: true,
});

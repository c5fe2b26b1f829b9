import { likeness } from '../../text/likeness.ts';
import { leave, type Rule } from '../rule.ts';

const WARNING =
  /^\W{0,4}(?:REPRODUCTION (?:(?:FROM|OF) THIS (?:COPY|DOCUMENT)(?= (?:IS\W{0,3}$|[^a-z]{0,60}(?:PROHIBIT|FORBIDDEN|WITHOUT)))|BY OTHER THAN|IS PROHIBITED|PROHIBITED)\b[^a-z]{0,100}(?: {0,12}Copy No\b\.? ?\d{0,5})?|DO NOT REPRODUCE|RETURN TO CIA(?: BACKGROUND USE ONLY)?(?: DO NOT REPRODUCE)?|(?:FOR )?BACKGROUND USE ONLY(?: DO NOT REPRODUCE)?)\W{0,4}$/;
/** The same in small letters, where a form prints it so. */
const SMALL =
  /^\W{0,4}(?:Reproduction (?:by other than the issuing office|from this copy) is prohibited\b[^.]{0,40}\.?(?: {0,12}Copy No\b\.? ?\d{0,5})?|(?:Return to CIA\W{0,3})?(?:for )?background use only\W{0,3}(?:do not reproduce)?|do not reproduce)\W{0,4}$/i;
const PRINTED = [
  'REPRODUCTION BY OTHER THAN THE ISSUING OFFICE IS PROHIBITED',
  'REPRODUCTION BY OTHER THAN THE ISSUING OFFICE IS PROHIBITED COPY NO',
  'REPRODUCTION FROM THIS COPY IS PROHIBITED UNLESS UNCLASSIFIED',
];
/** What is left of the warning for a second line. */
const REST =
  /^\W{0,3}(?:(?:THE )?ISSUING OFFICE (?:IS )?|IS )?PROHIBITED\b[^a-z]{0,40}(?:Copy No\b\.? ?\d{0,5})?\W{0,3}$/;
/** What a damaged warning still has of it. */
const TRACE = /REPROD|PRODUC|ISSUING|PROHIB|HIBITED/i;
const ALIKE = 0.6;

/** The warning against copying that the form prints or a stamp adds (TEI fw, stamp). */
export const reproductionWarning: Rule = {
  name: 'reproduction-warning',
  explanation: 'The warning against copying is printed on the form; it is no part of the message.',
  certainty: 'certain',
  placed: /^\W*(?:DO NOT REPRODUCE|RETURN TO CIA|(?:FOR )?BACKGROUND USE ONLY)\W*$/i,
  examples: [
    'One.⏎⏎REPRODUCTION FROM THIS COPY IS PROHIBITED UNLESS "UNCLASSIFIED".⏎⏎Two. → One.⏎⏎Two.',
    'One.⏎⏎REPRODUCTION BY OTHER THAN THE ISSUING OFFICE IS PROHIBITED. Copy No.⏎⏎Two. → One.⏎⏎Two.',
    'One.⏎⏎REPRODUCTION FROM THIS COPY IS⏎PROHIBITED UNLESS "UNCLASSIFIED"⏎⏎Two. → One.⏎⏎Two.',
    'One.⏎⏎RETURN TO CIA⏎Background Use Only⏎Do Not Reproduce⏎⏎Two. → One.⏎⏎Two.',
    'One.⏎⏎REPRODUCTON BY OTHER THAN THE ISSUNG OFFlCE IS PROHlBITED⏎⏎Two. → One.⏎⏎Two.',
    'One.⏎⏎PRODUCTION BY OTHER THAN THE ISSUING OFFICE IS PROHIBITED⏎⏎Two. → One.⏎⏎Two.',
    'Reproduction of the text is not prohibited here. → =',
    'REPRODUCTION OF THIS DOCUMENT BY THE PRESS WAS NOTICED. → =',
    'PRODUCTION OF SUGAR IS PROHIBITED. → =',
  ],
  *find({ staying }) {
    let open = false;
    for (const { text, index } of staying) {
      const whole = text.length <= 140 && (WARNING.test(text) || SMALL.test(text));
      if (whole || (open && REST.test(text))) yield leave(index, 'runningHead');
      else if (isDamaged(text)) yield leave(index, 'runningHead', DAMAGED);
      open = whole && !/PROHIBITED/i.test(text);
    }
  },
};

const DAMAGED = {
  certainty: 'likely',
  reason: 'Read as the damaged warning of the form.',
} as const;

function isDamaged(text: string): boolean {
  if (text.length > 140 || text.length < 12 || !TRACE.test(text) || !inCapitals(text)) return false;
  return PRINTED.some((line) => likeness(text, line) >= ALIKE);
}

/** Whether all but a few letters, which the machine may have misread, are capitals. */
function inCapitals(text: string): boolean {
  const small = text.match(/\p{Ll}/gu)?.length ?? 0;
  return small * 5 < text.length;
}

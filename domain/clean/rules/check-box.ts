import { leave, type Rule } from '../rule.ts';

/** A line of the form with boxes to tick (TEI metamark). */
export const checkBox: Rule = {
  name: 'check-box',
  explanation: 'A box to tick on the form; whether it is ticked stays in the apparatus.',
  certainty: 'certain',
  examples: [
    'INDICATE: ☐ COLLECT⏎☐ CHARGE TO⏎⏎Text. → Text.',
    'One.⏎⏎☑ ROUTINE ☐ DEFERRED⏎⏎Two. → One.⏎⏎Two.',
    'One.⏎⏎( ) EXCISE ( ) DENY⏎⏎Two. → One.⏎⏎Two.',
    'The answer ( ) was left out. → =',
  ],
  *find({ staying }) {
    for (const { text, index } of staying) {
      if (text.length > 100 || /[a-z]{3}/.test(text)) continue;
      const ticked = /[☑☒■▣✓✔✗✘]|[[(][xX][\])]/u.test(text) ? 'ticked' : 'empty';
      if (BOX.test(text)) yield leave(index, 'formField', { label: ticked });
      else if (ASCII_BOX.test(text)) yield leave(index, 'formField', { label: ticked });
    }
  },
};

const BOX = /[☐☑☒■□▢▣✓✔✗✘]/u;
const ASCII_BOX = /^(?:[[(] {0,3}[xX]? {0,3}[\])] ?[A-Z]{2,}[A-Z ./]*)+$/;

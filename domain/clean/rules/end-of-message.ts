import { lineRule } from '../line-rule.ts';

/** The words that close a message on the wire (TEI trailer). */
export const endOfMessage = lineRule({
  name: 'end-of-message',
  explanation: 'The mark that closes the message on the wire; it says nothing more.',
  examples: [
    'One.⏎⏎END OF MESSAGE → One.',
    'One.⏎END OF MESSAGE⏎⏎SECRET → One.',
    'One.⏎⏎END OF MSG. → One.',
    'One.⏎⏎BT → One.',
    'One.⏎⏎NNNN → One.',
    'One.⏎⏎### → One.',
    'The END OF MESSAGE mark was lost. → =',
  ],
  pattern: /^\W{0,4}(?:END OF (?:MESSAGE|MSG|CABLE|TELEGRAM)|END MESSAGE|BT|NNNN)\W{0,4}$|^#{3,6}$/,
  as: 'stamp',
  longest: 40,
  apart: true,
});

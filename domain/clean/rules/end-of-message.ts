import { edits } from '../../text/likeness.ts';
import { lineRule } from '../line-rule.ts';
import { leave, type Rule } from '../rule.ts';

const WORDS = 'END OF MESSAGE';
/** With at most two edits one of three pieces of the words is left whole. */
const TRACE = /END O|F MES|SAGE/;

const exact = lineRule({
  name: 'end-of-message',
  explanation: 'The mark that closes the message on the wire; it says nothing more.',
  placed: 'all',
  examples: [
    'One.⏎⏎END OF MESSAGE → One.',
    'One.⏎END OF MESSAGE⏎⏎SECRET → One.',
    'One.⏎⏎END OF MSG. → One.',
    'One.⏎⏎BT → One.',
    'One.⏎⏎NNNN → One.',
    'One.⏎⏎### → One.',
    'One.⏎⏎END OF MESSACE → One.',
    'The END OF MESSAGE mark was lost. → =',
    'END OF THE MESSAGE WAS LOST → =',
  ],
  pattern: /^\W{0,4}(?:END OF (?:MESSAGE|MSG|CABLE|TELEGRAM)|END MESSAGE|BT|NNNN)\W{0,4}$|^#{3,6}$/,
  as: 'stamp',
  longest: 40,
  apart: true,
});

/** The words that close a message on the wire (TEI trailer). */
export const endOfMessage: Rule = {
  ...exact,
  *find(reading) {
    yield* exact.find(reading);
    for (const { text, index } of reading.staying) {
      if (text.length < 11 || text.length > 17 || text === WORDS || !TRACE.test(text)) continue;
      if (edits(text, WORDS, 2) > 2) continue;
      const reason = `Read as “${WORDS}”.`;
      yield leave(index, 'stamp', { certainty: 'likely', reason });
    }
  },
};

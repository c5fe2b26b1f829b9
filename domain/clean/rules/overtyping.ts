import { withBlanks } from '../../text/blanks.ts';
import { mark, replace, type Rule } from '../rule.ts';

/** Words a typist made illegible with a row of X (TEI del with gap). */
export const overtyping: Rule = {
  name: 'overtyping',
  explanation: 'The typist seems to have made a word illegible with a row of X.',
  certainty: 'likely',
  examples: [
    'He XXXXXXXX left. → He left.',
    'ARRIVED X NO NEWS XX → =',
    'It was xxxxx sent. → It was sent.',
    'CHAPTER XXXI, XXX → =',
  ],
  *find({ text }) {
    for (const match of text.matchAll(/(?<![\w~])(?:X{4,60}|x{4,60})(?![\w~])/g)) {
      const to = match.index + match[0].length;
      const gap = withBlanks(text, match.index, to);
      yield mark('illegible', match.index, to);
      yield replace(gap.from, gap.to);
    }
  },
};

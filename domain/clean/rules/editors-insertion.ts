import { lineAt } from '../../text/lines.ts';
import { mark, type Rule } from '../rule.ts';

const INSERTED = /\[(?!Page )([\p{L}][^[\]\n]{0,80})\]/gu;

/** Words an editor put in brackets into a sentence (TEI supplied, gap). */
export const editorsInsertion: Rule = {
  name: 'editors-insertion',
  explanation: 'An editor put these words in; they stay, marked as supplied.',
  certainty: 'certain',
  examples: ['to assure [assume?] full share → =', 'Cost [garble] to be forwarded → ='],
  *find({ text, lines, bodyEnd }) {
    for (const match of text.matchAll(INSERTED)) {
      const from = match.index;
      const to = from + match[0].length;
      if (to > bodyEnd) return;
      const line = lineAt(lines, from);
      if (line && line.start === from && line.end === to) continue;
      yield mark('supplied', from, to);
    }
  },
};

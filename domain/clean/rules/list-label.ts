import { join, type Rule } from '../rule.ts';

const LABEL = /^(?:\([a-z0-9]{1,3}\)|\([A-Z]\)|[A-Za-z]\.|\d{1,2}\.)$/;

/** The label of a list's item, which the plain text has on a line of its own (TEI list, label, item). */
export const listLabel: Rule = {
  name: 'list-label',
  explanation: 'The label stands before its item, as on the page.',
  certainty: 'certain',
  examples: [
    'Department desires:⏎⏎(a)⏎by return cable, your estimate.⏎(b)⏎All missions to act. → Department desires:⏎⏎(a) by return cable, your estimate.⏎(b) All missions to act.',
    '(a)⏎⏎Text → =',
  ],
  *find({ staying }) {
    for (let at = 0; at < staying.length - 1; at++) {
      const line = staying[at];
      const next = staying[at + 1];
      if (!line || !next || next.index !== line.index + 1 || !LABEL.test(line.text)) continue;
      if (LABEL.test(next.text)) continue;
      yield join(line.index);
    }
  },
};

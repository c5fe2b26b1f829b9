import { replace, type Rule } from '../rule.ts';

/** Blanks at the end of a line: nothing on paper (two of them are a line break in Markdown). */
export const trailingBlanks: Rule = {
  name: 'trailing-blanks',
  explanation: 'Blanks at the end of a line; nothing on the paper answers to them.',
  certainty: 'certain',
  examples: ['ACTION: BONN  ⏎ROME → ACTION: BONN⏎ROME'],
  *find({ lines }) {
    for (const line of lines) if (line.end < line.to) yield replace(line.end, line.to);
  },
};

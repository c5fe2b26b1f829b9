import { replace, type Rule } from '../rule.ts';

/** The sign with which the transcribing machine marks a heading. */
export const markdownHeading: Rule = {
  name: 'markdown-heading',
  explanation: 'The transcribing machine set this sign before a heading; the paper has none.',
  certainty: 'certain',
  examples: [
    '# OUTGOING TELEGRAM → OUTGOING TELEGRAM',
    '## Part Two⏎⏎Text. → Part Two⏎⏎Text.',
    '#1 is open, # 2 is not. → =',
    '# 45 stays → =',
    '# OF MEN: 12 → =',
  ],
  *find({ staying }) {
    for (const line of staying) {
      const sign = /^#{1,6} +(?!OF\b)(?=[\p{L}*])/iu.exec(line.text);
      if (sign) yield replace(line.start, line.start + sign[0].length);
    }
  },
};

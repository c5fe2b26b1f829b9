import { isBlankLine, type Line } from '../../text/lines.ts';
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
    'COUNTED:⏎⏎# TRUCKS 11⏎# TANKS 2 → COUNTED:⏎⏎TRUCKS 11⏎TANKS 2',
  ],
  *find({ staying, lines }) {
    for (const line of staying) {
      const sign = /^(#{1,6}) +(?!OF\b)(?=[\p{L}*])/iu.exec(line.text);
      if (!sign) continue;
      const number = sign[1] === '#' && (/\d$/.test(line.text) || !isApart(lines, line.index));
      yield replace(line.start, line.start + sign[0].length, '', number ? PERHAPS_NUMBER : {});
    }
  },
};

const PERHAPS_NUMBER = {
  certainty: 'likely',
  reason: 'It is the sign of a heading, or the typist wrote it for “number”.',
} as const;

/** Whether a line stands between blank lines or at the edge of the text. */
function isApart(lines: readonly Line[], at: number): boolean {
  return [lines[at - 1], lines[at + 1]].every((line) => !line || isBlankLine(line));
}

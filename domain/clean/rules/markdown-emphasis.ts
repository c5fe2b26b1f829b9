import { replace, type Rule } from '../rule.ts';

const BOLD = /(?<![*\w])\*\*(?![\s*])([^*\n]{1,200})\*\*(?![*\w])/g;

/** The asterisks with which the transcribing machine marks bold type. */
export const markdownEmphasis: Rule = {
  name: 'markdown-emphasis',
  explanation: 'The transcribing machine marked bold type with asterisks; the paper has none.',
  certainty: 'certain',
  examples: [
    '**TO:** DIRECTOR → TO: DIRECTOR',
    'One.⏎⏎**SECRET**⏎⏎Two.⏎⏎**SECRET** → One.⏎⏎Two.',
    '2**3 and ** 5 ** → =',
  ],
  *find({ text }) {
    for (const match of text.matchAll(BOLD)) {
      if (/\s$/.test(match[1] ?? '')) continue;
      const end = match.index + match[0].length;
      yield replace(match.index, match.index + 2);
      yield replace(end - 2, end);
    }
  },
};

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
    'It is 2**3 and **12** dollars. → It is 2**3 and 12 dollars.',
    '2**3 and ** 5 ** → =',
  ],
  *find({ text }) {
    const matches = [...text.matchAll(BOLD)].filter(([, words = '']) => !/\s$/.test(words));
    if (matches.length === 0) return;
    const paired = (text.match(/\*\*/g)?.length ?? 0) === 2 * matches.length;
    for (const match of matches) {
      const doubt = paired && /\p{L}/u.test(match[0]) ? {} : PERHAPS_TYPED;
      const end = match.index + match[0].length;
      yield replace(match.index, match.index + 2, '', doubt);
      yield replace(end - 2, end, '', doubt);
    }
  },
};

const PERHAPS_TYPED = {
  certainty: 'likely',
  reason: 'Other asterisks stand here that mark no bold type, or no word stands between these.',
} as const;

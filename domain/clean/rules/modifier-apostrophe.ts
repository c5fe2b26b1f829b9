import { replace, type Rule } from '../rule.ts';

/** U+02BC, a letter of phonetic script, where the paper has an apostrophe. */
export const modifierApostrophe: Rule = {
  name: 'modifier-apostrophe',
  explanation:
    'The file has a letter of phonetic script (U+02BC) where the page has an apostrophe.',
  certainty: 'certain',
  examples: ['Khrushchevʼs message → Khrushchev’s message', "Castro’s and Dean's → ="],
  *find({ text }) {
    for (let at = text.indexOf('ʼ'); at >= 0; at = text.indexOf('ʼ', at + 1))
      yield replace(at, at + 1, '’');
  },
};

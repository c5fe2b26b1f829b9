import { replace, type Rule } from '../rule.ts';

const TAG =
  /<\/?(?:b|i|u|em|strong|small|p|div|span|center|font)>|<br ?\/?>|&nbsp;|&quot;|&amp;(?![#\w]{1,10};)/gi;

const MEANING: ReadonlyMap<string, string> = new Map([
  ['&nbsp;', ' '],
  ['&quot;', '"'],
  ['&amp;', '&'],
]);

/** Tags and entities the transcribing machine left in the text. */
export const htmlRemains: Rule = {
  name: 'html-remains',
  explanation: 'The transcribing machine left a tag or an entity of HTML in the text.',
  certainty: 'certain',
  examples: [
    'One<br>Two → One⏎Two',
    'R&amp;D <b>now</b> → R&D now',
    'One &amp;amp; two → =',
    'a < b and c > d → =',
  ],
  *find({ text }) {
    for (const match of text.matchAll(TAG)) {
      const word = match[0].toLowerCase();
      const to = match.index + word.length;
      const insert = word.startsWith('<br')
        ? text[to] === '\n'
          ? ''
          : '\n'
        : (MEANING.get(word) ?? '');
      yield replace(match.index, to, insert);
    }
  },
};

import { withBlanks } from '../../text/blanks.ts';
import { lineAt } from '../../text/lines.ts';
import { leave, replace, type Rule } from '../rule.ts';

const IMAGE = /!\[[^\][\n]{0,200}\]\([^()\n]{0,400}\)/g;

/** A link to an image, which the transcribing machine left in the text. It is never fetched. */
export const imageLink: Rule = {
  name: 'image-link',
  explanation: 'The transcribing machine left a link to an image; the paper has no such words.',
  certainty: 'certain',
  examples: [
    'One.⏎⏎![Page 1](page-1.png)⏎⏎Two. → One.⏎⏎Two.',
    'One ![seal](seal.png) two. → One two.',
    'Wow! [He left] (soon). → =',
  ],
  *find({ text, lines }) {
    for (const match of text.matchAll(IMAGE)) {
      const [from, to] = [match.index, match.index + match[0].length];
      const line = lineAt(lines, from);
      const gap = withBlanks(text, from, to);
      if (line && line.start === from && line.end === to) yield leave(line.index);
      else yield replace(gap.from, gap.to);
    }
  },
};

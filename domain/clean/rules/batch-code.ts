import { lineRule } from '../line-rule.ts';

/** The code of a scanning batch, which an archive set at the edge of each page. */
export const batchCode = lineRule({
  name: 'batch-code',
  explanation: 'The code of a scanning batch at the edge of a page; a new page begins here.',
  examples: [
    'One.⏎⏎14-00000⏎⏎Two. → One.⏎⏎Two.',
    'They were told that⏎⏎14-00000⏎⏎he left. → They were told that he left.',
    '13-00000⏎One. → One.',
    'Form 14-00000 was used. → =',
  ],
  pattern: /^\W*1[34]-0{5}\W*$/,
  as: 'pageBreak',
  longest: 20,
  apart: false,
});

import { lineRule } from '../line-rule.ts';

/** A rule the transcribing machine drew, often where a page ends. */
export const markdownRule = lineRule({
  name: 'markdown-rule',
  explanation: 'The transcribing machine drew a line here; often a page ends there.',
  certainty: 'likely',
  examples: ['One.⏎⏎---⏎⏎Two. → One.⏎⏎Two.', 'One.⏎⏎***⏎⏎Two. → One.⏎⏎Two.', 'one -- two → ='],
  pattern: /^(?:-{3,80}|\*{3,80}|={3,80}|_{3})$/,
  as: 'pageBreak',
  longest: 80,
  apart: false,
});

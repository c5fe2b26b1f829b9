import { lineRule } from '../line-rule.ts';

/** The fence with which the transcribing machine set off a passage as typed. */
export const codeFence = lineRule({
  name: 'code-fence',
  explanation: 'The transcribing machine fenced a passage off; the paper has no such sign.',
  examples: ['```⏎One.⏎``` → One.', '```text⏎One.⏎``` → One.', 'a ``` b → ='],
  pattern: /^`{3,6}(?:text|plaintext|markdown|md|txt)?$/,
  as: null,
  longest: 24,
  apart: false,
});

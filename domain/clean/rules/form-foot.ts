import { leave, type Rule } from '../rule.ts';

/** What else stands at the foot of the State Department's form, between drafter and warning. */
export const formFoot: Rule = {
  name: 'form-foot',
  explanation: 'Printed, typed or stamped at the foot of the form, below the text of the page.',
  certainty: 'certain',
  examples: [
    'One.⏎⏎Drafted by:⏎⏎ARA:JRDoe:ab⏎⏎Clearances:⏎⏎S/S - Mr. Roe⏎⏎REPRODUCTION FROM THIS COPY IS PROHIBITED⏎⏎Two. → One.⏎⏎Two.',
    'One.⏎⏎Drafted by:⏎⏎Two. → =',
  ],
  *find({ lines, foot, claimed }) {
    if (!foot) return;
    for (const line of lines.slice(foot.first, foot.last + 1))
      if (line.text !== '' && !claimed(line.index)) yield leave(line.index, 'formField');
  },
};

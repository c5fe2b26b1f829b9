import { leave, type Rule } from '../rule.ts';

const LABEL =
  /^(?:Origin|Info|Action|Distribution|INDICATE|COLLECT|CHARGE TO|Classification|Precedence)$/i;

/** A label the form prints, with nothing beside it (TEI label). */
export const formLabel: Rule = {
  name: 'form-label',
  explanation: 'A label printed on the heading, with nothing filled in beside it.',
  certainty: 'certain',
  placed: 'all',
  examples: [
    'OUTGOING TELEGRAM⏎⏎Origin⏎⏎Info⏎⏎You should tell him today that we agree. → OUTGOING TELEGRAM⏎⏎You should tell him today that we agree.',
    'TO: The Secretary⏎FROM: ARA⏎⏎Action⏎⏎That you sign the telegram to Bonn today. → =',
    'Distribution of food goes on, he said at the meeting.⏎⏎Distribution⏎⏎It goes on. → =',
  ],
  *find({ running, heading, staying }) {
    if (heading !== 'form') return;
    for (const line of staying) {
      if (line.index >= running) return;
      if (LABEL.test(line.text)) yield leave(line.index, 'formField');
    }
  },
};

import { headingLine } from '../heading.ts';
import { type Rule, state } from '../rule.ts';

const LOOKED_AT = 40;

/** The line that says what a message is about; without a title of an edition it is the title. */
export const subjectLine: Rule = {
  name: 'subject-line',
  explanation: 'What the message is about; it stays and serves as the title.',
  certainty: 'certain',
  examples: [
    'TO: BONN⏎SUBJECT: The visit of the Minister⏎⏎He came on Monday and left on Friday. → =',
  ],
  *find({ staying, title, running }) {
    if (title) return;
    for (const line of staying.slice(0, LOOKED_AT)) {
      if (line.index >= running) return;
      const heading = headingLine(line);
      if (!heading?.label.startsWith('SUBJ') || !/\p{L}{2}/u.test(heading.content)) continue;
      const words = heading.content.replace(/\*\*/g, '').trim();
      yield state('title', words, heading.from, line.end);
      return;
    }
  },
};

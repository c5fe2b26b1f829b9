import { readDate } from '../../metadata/plain-date.ts';
import { headingLines } from '../heading.ts';
import { type Rule, state } from '../rule.ts';

const NUMBERED = /^(\d{1,6})(?:, (\p{Lu}\p{L}{2,8}\.? \d{1,2})(?:, (.{1,14}))?)?$/u;

/** From this year on archives print the papers of this kind; a date of theirs is none of the paper. */
const PRINTED = 1990;

/** Number, date and time of receipt, as the form of a received telegram prints them. */
export const headingDates: Rule = {
  name: 'heading-dates',
  explanation:
    'Number, date and receipt of the message stay in the heading and stand in the metadata.',
  certainty: 'certain',
  examples: [
    "Control: 7777⏎Rec'd: November 3, 1962⏎FROM: Bonn⏎TO: Secretary of State⏎NO: 1234, November 3, 3 p.m. → =",
    'TO : DIRECTOR⏎DATE : 8 FEB 63 → =',
  ],
  *find(reading) {
    let year: string | null = null;
    for (const { label, content, from } of headingLines(reading)) {
      if (label === 'DATE' || label.startsWith('REC')) {
        const date = readDate(content);
        if (!date || Number(date.value.slice(0, 4)) >= PRINTED) continue;
        year = date.value.slice(0, 4);
        yield state(label === 'DATE' ? 'date' : 'received', date.value, from, from + date.length);
      } else if (label.startsWith('CONTROL')) {
        const number = /^(?:[A-Z]{1,3} ?)?\d{1,6}/.exec(content)?.[0];
        if (number) yield state('controlNumber', number, from, from + number.length);
      } else if (label === 'NO') {
        const [, number, day, time] = NUMBERED.exec(content) ?? [];
        if (number) yield state('telegramNumber', number, from, from + number.length);
        const date = day && year ? readDate(`${day}, ${year}${time ? `, ${time}` : ''}`) : null;
        if (date)
          yield state('date', date.value, from + (number?.length ?? 0) + 2, from + content.length);
      }
    }
  },
};

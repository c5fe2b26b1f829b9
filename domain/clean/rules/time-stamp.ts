import { fullYear, hourOf, isoDate, isoMinute, monthOf } from '../../metadata/dates.ts';
import { leave, type Rule, state } from '../rule.ts';

const STAMPED =
  /^(\p{Lu}\p{L}{2,8})\.? {1,3}(\d{1,2}),? {1,3}(\d{1,2})[ :.](\d{2}) ?([AP])\.?M\.?,? ?['’‘]?((?:19)?\d{2})$/iu;

/** The stamp of a telegraph clock, `Nov 19 5 18 PM '62` (TEI stamp): when the message passed it. */
export const timeStamp: Rule = {
  name: 'time-stamp',
  explanation: 'The stamp of the clock in the telegraph room; the metadata give the date.',
  certainty: 'certain',
  placed: 'all',
  examples: [
    "One.⏎⏎Nov 19 5 18 PM '62⏎⏎Two. → One.⏎⏎Two.",
    "One.⏎⏎Mar 3 11 05 AM '58⏎⏎Two. → One.⏎⏎Two.",
    "He left on Nov 19 at 5 18 PM '62. → =",
  ],
  *find({ staying }) {
    for (const line of staying) {
      if (line.text.length > 40) continue;
      const [, month, day, hour, minute, half, year] = STAMPED.exec(line.text) ?? [];
      if (!month || !half) continue;
      const date = isoDate(fullYear(Number(year)), monthOf(month) ?? 0, Number(day));
      const value = isoMinute(date, hourOf(Number(hour), half), Number(minute));
      if (!value) continue;
      yield leave(line.index, 'stamp');
      yield state('date', value, line.start, line.end);
    }
  },
};

import { isoDate, fullYear, monthOf } from '../../metadata/dates.ts';
import { lineRule } from '../line-rule.ts';
import { state } from '../rule.ts';

/** The stamp of the office that received the paper (TEI stamp type="received"). */
export const receivedStamp = lineRule({
  name: 'received-stamp',
  explanation: 'The stamp of the office that received the paper; the metadata give its date.',
  placed: 'all',
  examples: [
    'One.⏎⏎RECEIVED 3 NOV 62⏎⏎Two. → One.⏎⏎Two.',
    "One.⏎⏎REC'D NOV 3 1962⏎⏎Two. → One.⏎⏎Two.",
    'Received 3 letters in Nov 62. → =',
  ],
  pattern:
    /^\W{0,3}REC(?:EIVED|['’]?D\.?):? (?:(\d{1,2}) ([A-Z]{3,9})\.?|([A-Z]{3,9})\.? (\d{1,2})),? ?['’]?((?:19)?\d\d)\W{0,3}$/,
  as: 'stamp',
  longest: 40,
  apart: true,
  *also(line, [, day, month, other, second, year]) {
    const value = isoDate(
      fullYear(Number(year)),
      monthOf(month ?? other ?? '') ?? 0,
      Number(day ?? second),
    );
    if (value) yield state('received', value, line.start, line.end);
  },
});

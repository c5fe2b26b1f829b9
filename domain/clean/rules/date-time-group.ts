import { fullYear, isoDate, isoMinute, monthOf } from '../../metadata/dates.ts';
import { type Finding, replace, type Rule, state } from '../rule.ts';
import type { Line } from '../../text/lines.ts';
import type { Reading } from '../reading.ts';

const LEVEL =
  '(?:T ?O ?P )?(?:SECRET|CONFIDENTIAL|UNCLASSIFIED|S E C R E T|C O N F I D E N T I A L)';
/** `272207Z`, and what the machine makes of its Z (`2722072`, `27220772`). */
const GROUP = new RegExp(
  `^\\W{0,3}(?:${LEVEL} |[PROZY] )(?:\\(?)(\\d{2})(\\d{2})(\\d{2})(Z|[27]|[27][27Z])(?=$|[\\s.)])`,
);
/** `NOV 12 1845Z 62`, `18452` for `1845Z`. */
const MONTH_FIRST =
  /^\W{0,3}(?:[A-Z ]{0,30} )?([A-Z]{3,9})\.? (\d{1,2}) (\d{2})(\d{2})([Z27]?) ['’]?(\d{2})\W{0,3}$/;
const DATE = /\b(?:(\d{1,2}) ([A-Z]{3,9})\.?|([A-Z]{3,9})\.? (\d{1,2})),? ['’]?((?:19)?[4-7]\d)\b/i;

/** The group that dates a message: day, hour and minute, and Z for the time of Greenwich. */
export const dateTimeGroup: Rule = {
  name: 'date-time-group',
  explanation: 'Read as a date-time group: the machine took its Z for a figure.',
  certainty: 'likely',
  examples: [
    'SECRET 2722072⏎DIR CITE BONN 1234 → SECRET 272207Z⏎DIR CITE BONN 1234',
    'SECRET 27220772⏎DIR CITE BONN 1234 → SECRET 272207Z⏎DIR CITE BONN 1234',
    'NOV 12 18452 62⏎⏎One. → NOV 12 1845Z 62⏎⏎One.',
    'SECRET 272207Z⏎DIR CITE BONN 1234 → =',
    'SECRET 2799072⏎DIR CITE BONN 1234 → =',
  ],
  *find(reading) {
    const month = monthIn(reading);
    for (const line of reading.staying) {
      if (line.text.length > 80) continue;
      yield* group(month, line);
      yield* monthFirst(line);
    }
  },
};

interface Month {
  readonly year: number;
  readonly month: number;
}

function* group(month: Month | null, line: Line): Generator<Finding> {
  const match = GROUP.exec(line.text);
  if (!match) return;
  const [whole, day, hour, minute, z = ''] = match;
  if (Number(day) < 1 || Number(day) > 31 || Number(hour) > 23 || Number(minute) > 59) return;
  const to = line.start + match.index + whole.length;
  if (z !== 'Z') yield replace(to - z.length, to, 'Z', reasonFor(`${day}${hour}${minute}Z`));
  const date = month ? isoDate(month.year, month.month, Number(day)) : null;
  const value = isoMinute(date, Number(hour), Number(minute));
  if (value) yield state('date', `${value}Z`, to - z.length - 6, to);
}

function* monthFirst(line: Line): Generator<Finding> {
  const match = MONTH_FIRST.exec(line.text);
  if (!match) return;
  const [, month = '', day, hour, minute, z = '', year] = match;
  const date = isoDate(fullYear(Number(year)), monthOf(month) ?? 0, Number(day));
  const value = isoMinute(date, Number(hour), Number(minute));
  if (!value) return;
  const at = line.start + line.text.lastIndexOf(z, line.text.lastIndexOf(' '));
  if (z === '2' || z === '7') yield replace(at, at + 1, 'Z', reasonFor(`${hour}${minute}Z`));
  yield state('date', z ? `${value}Z` : value, line.start, line.end);
}

function reasonFor(reading: string): { reason: string } {
  return { reason: `Read as ${reading}: the machine often takes Z for a figure.` };
}

/** Month and year from another date in the heading or at the foot, if all that stand there agree. */
function monthIn({ staying }: Reading): Month | null {
  let found: Month | null = null;
  for (const { text } of staying) {
    const match = text.length <= 60 ? DATE.exec(text) : null;
    const month = match ? monthOf(match[2] ?? match[3] ?? '') : null;
    if (!match || !month || MONTH_FIRST.test(text)) continue;
    const year = fullYear(Number(match[5]));
    if (found && (found.year !== year || found.month !== month)) return null;
    found = { year, month };
  }
  return found;
}

import { fullYear, isoDate, isoMinute, monthOf } from '../../metadata/dates.ts';
import { type Finding, replace, type Rule, state } from '../rule.ts';
import type { Line } from '../../text/lines.ts';
import type { Reading } from '../reading.ts';

const LEVEL =
  '(?:T ?O ?P )?(?:SECRET|CONFIDENTIAL|UNCLASSIFIED|S E C R E T|C O N F I D E N T I A L)';
/** `272207Z`, and what the machine makes of its Z (`2722072`, `27220772`). */
const GROUP = new RegExp(
  `^\\W{0,3}(?:(?:${LEVEL} |(?:[PROZY] ){1,3})?)(?:\\(?)(\\d{2})(\\d{2})(\\d{2})(Z|[27]|[27][27Z])(?:\\)?\\s+([A-Z]{3,9})\\.? ['’]?(\\d{2}|19\\d{2}))?(?=$|[\\s.)])`,
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
    'SECRET 272207Z NOV 62⏎DIR CITE BONN 1234 → =',
    'SECRET 272207Z⏎DIR CITE BONN 1234 → =',
    'SECRET 2799072⏎DIR CITE BONN 1234 → =',
  ],
  *find(reading) {
    const month = dayIn(reading);
    for (const line of reading.staying) {
      if (line.text.length > 80) continue;
      yield* group(month, line, line.index < reading.running);
      yield* monthFirst(line);
    }
  },
};

interface Day {
  readonly year: number;
  readonly month: number;
  readonly day: number;
}

/** The group on a line; only that of the heading dates the message, not one that the text quotes. */
function* group(beside: Day | null, line: Line, inHeading: boolean): Generator<Finding> {
  const match = GROUP.exec(line.text);
  if (!match) return;
  const [, day, hour, minute, z = '', name, year] = match;
  if (Number(day) < 1 || Number(day) > 31 || Number(hour) > 23 || Number(minute) > 59) return;
  const from = line.start + match[0].indexOf(`${day}${hour}${minute}${z}`);
  const to = from + 6 + z.length;
  if (z !== 'Z') yield replace(to - z.length, to, 'Z', reasonFor(`${day}${hour}${minute}Z`));
  if (!inHeading) return;
  const month = name ? monthOf(name) : null;
  const date =
    month && year
      ? isoDate(fullYear(Number(year)), month, Number(day))
      : beside && Number(day) <= beside.day
        ? isoDate(beside.year, beside.month, Number(day))
        : null;
  const value = isoMinute(date, Number(hour), Number(minute));
  if (value) yield state('date', `${value}Z`, from, name ? line.start + match[0].length : to);
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

/**
 * Another date in the heading, if all that stand there agree in month and year: then a group of that
 * day, or of one before it, is of that month. What the message refers to has dates of its own.
 */
function dayIn({ staying, running }: Reading): Day | null {
  const days: Day[] = [];
  for (const { text, index } of staying) {
    if (index >= running) break;
    if (text.length > 60 || /^\W{0,4}(?:REF|SUBJ)/.test(text) || MONTH_FIRST.test(text)) continue;
    const match = DATE.exec(text);
    const month = match ? monthOf(match[2] ?? match[3] ?? '') : null;
    if (!match || !month) continue;
    days.push({ year: fullYear(Number(match[5])), month, day: Number(match[1] ?? match[4]) });
  }
  const [first, ...others] = days;
  if (!first || others.some(({ year, month }) => year !== first.year || month !== first.month))
    return null;
  return { ...first, day: Math.min(...days.map(({ day }) => day)) };
}

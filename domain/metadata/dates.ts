const MONTHS = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];

/** The month (1–12) a name or its abbreviation stands for, or null. */
export function monthOf(name: string): number | null {
  const at = MONTHS.indexOf(name.slice(0, 3).toLowerCase());
  return at < 0 ? null : at + 1;
}

/** A date as ISO 8601 (`1962-11-19`), or null where the calendar has no such day. */
export function isoDate(year: number, month: number, day: number): string | null {
  const days = new Date(Date.UTC(year, month, 0)).getUTCDate();
  if (month < 1 || month > 12 || day < 1 || day > days) return null;
  return `${String(year).padStart(4, '0')}-${two(month)}-${two(day)}`;
}

/** A date with its time of day (`1962-11-19T17:18`), without a zone, since the paper names none. */
export function isoMinute(date: string | null, hour: number, minute: number): string | null {
  if (!date || hour > 23 || minute > 59) return null;
  return `${date}T${two(hour)}:${two(minute)}`;
}

const KNOWN_DATE = /^(\d{4})(?:-(\d\d)(?:-(\d\d)(?:T(\d\d):(\d\d)(?::[0-5]\d)?Z?)?)?)?$/;

/**
 * Whether a value is a date in ISO 8601, as exact as it is known: the year (`1962`), the month, the day
 * or the minute (`1962-11-19T17:18`), and one that the calendar has.
 */
export function isKnownDate(value: string): boolean {
  const [found, year, month = '01', day = '01', hour = '00', minute = '00'] =
    KNOWN_DATE.exec(value) ?? [];
  if (!found) return false;
  const date = isoDate(Number(year), Number(month), Number(day));
  return isoMinute(date, Number(hour), Number(minute)) !== null;
}

/** The hour of the day (0–23) that a clock with AM and PM shows. */
export function hourOf(hour: number, half: string): number {
  return (hour % 12) + (/^p/i.test(half) ? 12 : 0);
}

/** A year of two figures in the century of these papers. */
export function fullYear(year: number): number {
  return year < 100 ? 1900 + year : year;
}

function two(number: number): string {
  return String(number).padStart(2, '0');
}

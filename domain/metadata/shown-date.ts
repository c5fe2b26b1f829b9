const months = [
  'January',
  'February',
  'March',
  'April',
  'May',
  'June',
  'July',
  'August',
  'September',
  'October',
  'November',
  'December',
];

interface Parts {
  readonly year: string;
  readonly month: string | undefined;
  readonly day: number | undefined;
  readonly time: string | undefined;
}

/** Reads an ISO 8601 date that may end after the year, the month or the day; null where it is none. */
function partsOf(date: string): Parts | null {
  const found = /^(\d{4})(?:-(\d\d)(?:-(\d\d)(?:T(\d\d):(\d\d).*)?)?)?$/u.exec(date);
  const [, year, month, day, hour, minute] = found ?? [];
  if (year === undefined) return null;
  return {
    year,
    month: month === undefined ? undefined : months[Number(month) - 1],
    day: day === undefined ? undefined : Number(day),
    time: hour === undefined || minute === undefined ? undefined : clock(Number(hour), minute),
  };
}

function clock(hour: number, minute: string): string {
  return `${hour % 12 === 0 ? 12 : hour % 12}:${minute} ${hour < 12 ? 'a.m.' : 'p.m.'}`;
}

/** A cable's date as exactly as it is known: "23 April 1961", "19 November 1962, 5:18 p.m.", "1962". */
export function longDate(date: string): string {
  const parts = partsOf(date);
  if (!parts) return date;
  const day = [parts.day, parts.month, parts.year].filter((part) => part !== undefined).join(' ');
  return parts.time === undefined ? day : `${day}, ${parts.time}`;
}

/** A cable's date for a line of a list: "23 Apr 1961". */
export function shortDate(date: string): string {
  const parts = partsOf(date);
  if (!parts) return date;
  return [parts.day, parts.month?.slice(0, 3), parts.year]
    .filter((part) => part !== undefined)
    .join(' ');
}

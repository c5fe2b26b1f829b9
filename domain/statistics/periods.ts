/** How long the stretches of time are that uses are counted in. */
export type Unit = 'year' | 'month' | 'day';

/** The letters of an ISO 8601 date that tell its year, month and day. */
const LENGTHS = { year: 4, month: 7, day: 10 } as const satisfies Record<Unit, number>;

/** The period that a date (ISO 8601) lies in: `1962`, `1962-11` or `1962-11-19`; null where it is less exact. */
export function periodOf(date: string, unit: Unit): string | null {
  const length = LENGTHS[unit];
  return date.length < length ? null : date.slice(0, length);
}

/** The longest span that is shown by day, and by month, in days. */
const MOST_DAYS = 62;
const MOST_MONTHS = 4 * 366;

const DAY = 24 * 60 * 60 * 1000;

/**
 * The unit that shows some dates best: by day within two months, by month within four years, else by
 * year; but none that leaves more than half of them out, for being less exact.
 */
export function unitFor(dates: readonly string[]): Unit {
  const days = dates.map((date) => Date.parse(firstDay(date)) / DAY);
  const span = maximum(days) - minimum(days);
  const wanted: readonly Unit[] =
    span <= MOST_DAYS ? ['day', 'month'] : span <= MOST_MONTHS ? ['month'] : [];
  const fits = (unit: Unit) =>
    dates.filter((date) => periodOf(date, unit) !== null).length * 2 >= dates.length;
  return wanted.find(fits) ?? 'year';
}

/** The first day of the period that a date tells. */
function firstDay(date: string): string {
  return `${date.slice(0, LENGTHS.day)}-01-01`.slice(0, LENGTHS.day);
}

/** The most periods that are shown at once. */
export const MOST_PERIODS = 400;

/** All periods from a first to a last, with those in which nothing is; null where there are too many. */
export function periodsBetween(first: string, last: string, unit: Unit): string[] | null {
  const periods: string[] = [];
  for (let period = first; period <= last; period = nextPeriod(period, unit)) {
    if (periods.length === MOST_PERIODS) return null;
    periods.push(period);
  }
  return periods;
}

function nextPeriod(period: string, unit: Unit): string {
  const [year = 0, month = 1, day = 1] = period.split('-').map(Number);
  const step = { year: [1, 0, 0], month: [0, 1, 0], day: [0, 0, 1] }[unit];
  const [years = 0, months = 0, days = 0] = step;
  const next = new Date(0);
  // `Date.UTC` would take the years 0 to 99 for those of the 20th century.
  next.setUTCFullYear(year + years, month - 1 + months, day + days);
  return next.toISOString().slice(0, LENGTHS[unit]);
}

function minimum(numbers: readonly number[]): number {
  return numbers.reduce((a, b) => Math.min(a, b), Number.POSITIVE_INFINITY);
}

function maximum(numbers: readonly number[]): number {
  return numbers.reduce((a, b) => Math.max(a, b), Number.NEGATIVE_INFINITY);
}

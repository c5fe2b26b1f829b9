import type { Unit } from '../../domain/statistics/periods.ts';

const MONTHS = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];

/** A period as an axis names it: "1962", "Nov 1962", "19 Nov"; with its year where it is the first to be named. */
export function periodWords(period: string, first: boolean): string {
  const [year = '', month, day] = period.split('-');
  if (month === undefined) return String(Number(year));
  const name = MONTHS[Number(month) - 1] ?? month;
  if (day === undefined) return `${name} ${Number(year)}`;
  return first ? `${Number(day)} ${name} ${Number(year)}` : `${Number(day)} ${name}`;
}

/** How wide a name on the axis is, in pixels, with the space beside it. */
const WIDTHS: Readonly<Record<Unit, number>> = { year: 46, month: 74, day: 58 };

/** The periods that are named where each is `step` pixels wide: all of them, or every so many. */
export function namedPeriods(periods: readonly string[], unit: Unit, step: number): string[] {
  const every = Math.max(1, Math.ceil(WIDTHS[unit] / step));
  const round = every <= 1 ? 1 : (ROUND[unit].find((each) => each >= every) ?? every);
  if (unit === 'day') return periods.filter((_, at) => at % round === 0);
  return periods.filter((period) => numberOf(period, unit) % round === 0);
}

/** Steps that readers count in. */
const ROUND: Readonly<Record<Unit, readonly number[]>> = {
  year: [2, 5, 10, 20, 25, 50, 100],
  month: [2, 3, 6, 12, 24],
  day: [2, 5, 7, 10, 14],
};

/** The number of a year, or of a month within all years, so that round numbers begin a year. */
function numberOf(period: string, unit: Unit): number {
  const [year = 0, month = 1] = period.split('-').map(Number);
  return unit === 'year' ? year : year * 12 + month - 1;
}

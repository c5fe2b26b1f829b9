import { type Unit, periodOf, periodsBetween } from '../../domain/statistics/periods.ts';
import type { FacetCount } from '../../domain/search/result.ts';

/** How long the stretches of a time line are. */
export type Span = Exclude<Unit, 'day'>;

/** How many cables there are in each period from the first that has any to the last. */
export interface TimeRow {
  readonly span: Span;
  readonly periods: readonly string[];
  readonly counts: readonly number[];
  /** How many have a date that is less exact. */
  readonly lessExact: number;
}

/**
 * Counts of months as a row without gaps; by year where that is asked, or where months are more than
 * `most` (or than anybody can show).
 */
export function timeRow(months: readonly FacetCount[], span: Span, most = Infinity): TimeRow {
  const dates = months.map(({ value }) => value).toSorted();
  const exact = dates.flatMap((date) => periodOf(date, span) ?? []);
  const [first, last] = [exact[0], exact.at(-1)];
  const between = first && last ? periodsBetween(first, last, span) : [];
  if (span === 'month' && (between === null || between.length > most))
    return timeRow(months, 'year', most);
  // More years than can be shown are those of a date misread: then only those that have any.
  const periods = between ?? [...new Set(exact)];
  return { span, periods, ...countsIn(months, periods, span) };
}

/** What counts of months are in some periods. */
export function countsIn(
  months: readonly FacetCount[],
  periods: readonly string[],
  span: Span,
): Pick<TimeRow, 'counts' | 'lessExact'> {
  const counts = new Map(periods.map((period) => [period, 0]));
  let lessExact = 0;
  for (const { value, cables } of months) {
    const period = periodOf(value, span);
    if (period === null) lessExact += cables;
    else counts.set(period, (counts.get(period) ?? 0) + cables);
  }
  return { counts: periods.map((period) => counts.get(period) ?? 0), lessExact };
}

/** How many cables there are from one period to another, both with them. */
export function sumOf({ counts }: Pick<TimeRow, 'counts'>, { from, to }: Brush): number {
  return counts.slice(from, to + 1).reduce((sum, each) => sum + each, 0);
}

/** The periods that are chosen, by their places: from the first to the last of them. */
export interface Brush {
  readonly from: number;
  readonly to: number;
}

/** Dates as a query says them, both as exact as they are written; null is open. */
export interface Dates {
  readonly from: string | null;
  readonly to: string | null;
}

/** The periods that dates touch; null where they touch none, or where there are no dates. */
export function brushOf(periods: readonly string[], dates: Dates | null): Brush | null {
  if (!dates || (dates.from === null && dates.to === null)) return null;
  const { from, to } = dates;
  const inside = (period: string) =>
    (from === null || period >= from.slice(0, period.length)) &&
    (to === null || period <= `${to.slice(0, period.length)}~`);
  const first = periods.findIndex(inside);
  return first < 0 ? null : { from: first, to: periods.findLastIndex(inside) };
}

/** The dates of the periods that are chosen. */
export function datesIn(periods: readonly string[], brush: Brush | null): Dates {
  if (!brush) return { from: null, to: null };
  return { from: periods[brush.from] ?? null, to: periods[brush.to] ?? null };
}

/** The periods between two places, in whichever order these are told, kept within what there is. */
export function brushed(a: number, b: number, count: number): Brush {
  const [from, to] = [within(Math.min(a, b), count), within(Math.max(a, b), count)];
  return { from, to };
}

/** A place kept within what there is. */
export function within(place: number, count: number): number {
  return Math.min(Math.max(place, 0), Math.max(0, count - 1));
}

/** Where a key leads from a place: by one period, by a year, to the first or the last; null for all other keys. */
export function placeAfter(key: string, place: number, { periods, span }: TimeRow): number | null {
  const year = span === 'month' ? 12 : 10;
  const steps: Readonly<Record<string, number>> = {
    ArrowLeft: place - 1,
    ArrowDown: place - 1,
    ArrowRight: place + 1,
    ArrowUp: place + 1,
    PageDown: place - year,
    PageUp: place + year,
    Home: 0,
    End: periods.length - 1,
  };
  const to = steps[key];
  return to === undefined ? null : within(to, periods.length);
}

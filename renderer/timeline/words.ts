import { count } from '../desk/words.ts';
import { periodWords } from '../statistics/periodWords.ts';
import type { Dates, TimeRow } from './months.ts';

/** "Oct 1962: 14 cables" */
export function periodCount({ periods, counts }: TimeRow, place: number): string {
  const period = periods[place];
  return period === undefined ? '' : `${dateWords(period)}: ${count(counts[place] ?? 0, 'cable')}`;
}

/** Dates in words: "Oct 1962 to Jan 1963", "from 1962", "16 Oct 1962". */
export function datesWords({ from, to }: Dates): string {
  if (from === null) return to === null ? 'all dates' : `until ${dateWords(to)}`;
  if (to === null) return `from ${dateWords(from)}`;
  return from === to ? dateWords(from) : `${dateWords(from)} to ${dateWords(to)}`;
}

/** One date as exactly as it is written. */
function dateWords(date: string): string {
  return periodWords(date, true);
}

/** What has no bar: "3 known by year alone, 12 undated." Empty where there is nothing. */
export function restWords(
  { undated }: { readonly undated: number },
  { lessExact }: Pick<TimeRow, 'lessExact'>,
): string {
  const less = lessExact > 0 ? [`${count(lessExact, 'cable')} known by year alone`] : [];
  const none = undated > 0 ? [`${count(undated, 'cable')} without a date`] : [];
  const words = [...less, ...none].join(', ');
  return words === '' ? '' : `Besides: ${words}.`;
}

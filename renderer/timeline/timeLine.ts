import { useMemo } from 'react';
import type { SearchCounts } from '../../domain/search/result.ts';
import { datesOf, withDates } from '../../domain/search/edit.ts';
import { useDesk } from '../desk/desk.ts';
import { useCounts } from '../search/counting.ts';
import { askedQuery } from '../search/searching.ts';
import {
  type Brush,
  brushOf,
  type Dates,
  datesIn,
  type Span,
  type TimeRow,
  timeRow,
} from './months.ts';

/** What a time line shows: the cables that are found whatever their dates, and the dates chosen. */
export interface TimeLine {
  /** The search in force without its dates. */
  readonly query: string;
  /** Undefined while nobody has counted yet. */
  readonly counts: SearchCounts | undefined;
  readonly row: TimeRow;
  /** The dates of the search in force; null where it has none. */
  readonly dates: Dates | null;
  readonly brush: Brush | null;
}

/** The time line of the search in force; by year where its months are more than `most`. */
export function useTimeLine(span: Span, most?: number): TimeLine {
  const query = useDesk((desk) => desk.query);
  const base = useMemo(() => withDates(query, null, null), [query]);
  const { counts } = useCounts(base);
  const months = counts?.months;
  const row = useMemo(() => timeRow(months ?? [], span, most), [months, span, most]);
  const asked = useMemo(() => datesOf(query), [query]);
  const dates = asked && !asked.undated ? asked : null;
  const brush = useMemo(() => brushOf(row.periods, dates), [row, dates]);
  return { query: base, counts, row, dates, brush };
}

/** Puts the dates of some periods in what is asked for, null takes its dates out. */
export function chooseDates(periods: readonly string[], brush: Brush | null) {
  const { from, to } = datesIn(periods, brush);
  useDesk.setState({ query: withDates(askedQuery(), from, to) });
}

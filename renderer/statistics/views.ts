import { unitFor, type Unit } from '../../domain/statistics/periods.ts';
import type { Series } from '../../domain/statistics/series.ts';
import { cableTable, type Table, tagTable, timeTable } from '../../domain/statistics/table.ts';
import type { TagUse } from '../../domain/statistics/tag-use.ts';
import {
  byCable,
  type CableRow,
  mostUsed,
  type OverTime,
  overTime,
} from '../../domain/statistics/views.ts';
import { count, inDigits } from '../desk/words.ts';

/** The three ways of looking at the use of tags. */
export const VIEWS = {
  tag: { name: 'By tag', title: 'Use of tags' },
  time: { name: 'Over time', title: 'Use of tags over time' },
  cable: { name: 'By cable', title: 'Use of tags by cable' },
} as const;
export type View = keyof typeof VIEWS;

/** How many cables a picture has at most; the table has all of them. */
const MOST_CABLES = 60;

/** What is drawn, with the same numbers as a table. */
export interface Shown {
  readonly table: Table;
  /** What the picture shows, in a sentence. */
  readonly label: string;
  /** What is to be said of the picture beside it; empty where there is nothing. */
  readonly note: string;
  /** Null in the other views, and where there are more periods than can be drawn. */
  readonly times: OverTime | null;
  readonly cables: readonly CableRow[];
}

/** What a view shows of some tags; `unit` null leaves it to the dates. */
export function shownOf(
  view: View,
  series: readonly Series[],
  uses: readonly TagUse[],
  asked: Unit | null,
): Shown {
  if (view === 'tag') {
    const table = tagTable(series);
    return { table, label: labelOf(view, series), note: '', times: null, cables: [] };
  }
  if (view === 'cable') {
    const all = byCable(series, uses);
    const cables = mostUsed(all, MOST_CABLES);
    const note =
      cables.length < all.length
        ? `The ${cables.length} cables with most uses, of ${inDigits(all.length)}; the table has all.`
        : '';
    const label = `${labelOf(view, series)}, in ${count(all.length, 'cable')}`;
    return { table: cableTable(series, all), label, note, times: null, cables };
  }
  const unit = asked ?? unitOf(series);
  const times = overTime(series, unit) ?? overTime(series, 'year');
  if (!times) return { table: tagTable(series), label: '', note: TOO_LONG, times, cables: [] };
  const note = times.unit === unit ? '' : `The dates lie too far apart to be shown by ${unit}.`;
  const label = `${labelOf(view, series)}, by ${times.unit}`;
  return { table: timeTable(times), label, note, times, cables: [] };
}

const TOO_LONG = 'The dates lie too far apart to be shown. Look for a wrong date among the cables.';

/** The unit that shows the dates of some tags best. */
export function unitOf(series: readonly Series[]): Unit {
  return unitFor(series.flatMap(({ uses }) => uses.flatMap(({ date }) => date ?? [])));
}

/** How many tags a sentence names. */
const NAMED = 8;

function labelOf(view: View, series: readonly Series[]): string {
  const names = series.slice(0, NAMED).map(({ path }) => path);
  if (series.length > NAMED) names.push(`${inDigits(series.length - NAMED)} more`);
  return `${VIEWS[view].title}: ${names.join(', ')}`;
}

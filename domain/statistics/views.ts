import { periodOf, periodsBetween, type Unit } from './periods.ts';
import type { Series } from './series.ts';
import type { TagUse } from './tag-use.ts';

/** How often some tags are used in the course of time. */
export interface OverTime {
  readonly unit: Unit;
  /** The periods from the first to the last, without a gap. */
  readonly periods: readonly string[];
  readonly rows: readonly {
    readonly series: Series;
    /** One for each period. */
    readonly counts: readonly number[];
    /** Uses in cables whose date is known, but not so exactly. */
    readonly lessExact: number;
    readonly undated: number;
  }[];
}

/** Counts uses by the dates of their cables; null where that would be more periods than can be shown. */
export function overTime(series: readonly Series[], unit: Unit): OverTime | null {
  const dates = series.flatMap(({ uses }) => uses.map(({ date }) => date));
  const known = dates
    .flatMap((date) => (date === null ? [] : (periodOf(date, unit) ?? [])))
    .toSorted();
  const [first] = known;
  const last = known.at(-1);
  const periods =
    first === undefined || last === undefined ? [] : periodsBetween(first, last, unit);
  if (!periods) return null;
  const places = new Map(periods.map((period, at) => [period, at]));
  const rows = series.map((each) => {
    const counts = periods.map(() => 0);
    let lessExact = 0;
    let undated = 0;
    for (const { date, uses } of each.uses) {
      const at = date === null ? undefined : places.get(periodOf(date, unit) ?? '');
      if (at !== undefined) counts[at] = (counts[at] ?? 0) + uses;
      else if (date === null) undated += uses;
      else lessExact += uses;
    }
    return { series: each, counts, lessExact, undated };
  });
  return { unit, periods, rows };
}

/** A cable in which any of some tags is used. */
export interface CableRow {
  readonly cableId: string;
  readonly title: string;
  readonly date: string | null;
  /** One for each tag. */
  readonly counts: readonly number[];
  readonly total: number;
}

/** Counts uses by cable, in the order of the library's list; undated cables come last. */
export function byCable(series: readonly Series[], uses: readonly TagUse[]): CableRow[] {
  const cables = new Map<string, { readonly use: TagUse; readonly counts: number[] }>();
  for (const use of uses)
    if (!cables.has(use.cableId)) cables.set(use.cableId, { use, counts: series.map(() => 0) });
  for (const [at, each] of series.entries())
    for (const { cableId, uses: more } of each.uses) {
      const counts = cables.get(cableId)?.counts;
      if (counts) counts[at] = (counts[at] ?? 0) + more;
    }
  return [...cables.values()]
    .map(({ use: { cableId, title, date }, counts }) => ({
      cableId,
      title,
      date,
      counts,
      total: counts.reduce((a, b) => a + b, 0),
    }))
    .filter(({ total }) => total > 0);
}

/** The rows with most uses, in the order in which they were; all where they are not more. */
export function mostUsed(rows: readonly CableRow[], most: number): CableRow[] {
  const chosen = new Set(rows.toSorted((a, b) => b.total - a.total).slice(0, most));
  return rows.filter((row) => chosen.has(row));
}

import { csvText, guarded } from '../text/csv.ts';
import type { Series } from './series.ts';
import type { CableRow, OverTime } from './views.ts';

/** The numbers of a picture. What heads a row or a column is words, the rest is numbers. */
export interface Table {
  readonly head: readonly string[];
  readonly rows: readonly {
    readonly key: string;
    readonly words: readonly string[];
    readonly counts: readonly number[];
  }[];
}

/** How often each tag is used, alone and with those below it. */
export function tagTable(series: readonly Series[]): Table {
  return {
    head: ['Tag', 'Itself', 'With tags below'],
    rows: series.map(({ tag, path, own, withBelow }) => ({
      key: tag.id,
      words: [path],
      counts: [own, withBelow],
    })),
  };
}

/** A row for each period, and for what cannot be told so exactly. */
export function timeTable({ unit, periods, rows }: OverTime): Table {
  const line = (words: string, count: (row: OverTime['rows'][number]) => number) => ({
    key: words,
    words: [words],
    counts: rows.map(count),
  });
  const rest = [
    line(`no ${unit} known`, ({ lessExact }) => lessExact),
    line('undated', ({ undated }) => undated),
  ].filter(({ counts }) => counts.some((each) => each > 0));
  return {
    head: ['Period', ...rows.map(({ series }) => series.path)],
    rows: [...periods.map((period, at) => line(period, ({ counts }) => counts[at] ?? 0)), ...rest],
  };
}

/** A row for each cable. */
export function cableTable(series: readonly Series[], rows: readonly CableRow[]): Table {
  return {
    head: ['Cable', 'Date', ...series.map(({ path }) => path)],
    rows: rows.map(({ cableId, title, date, counts }) => ({
      key: cableId,
      words: [title, date ?? 'undated'],
      counts,
    })),
  };
}

/** A table as CSV. */
export function tableCsv({ head, rows }: Table): string {
  return csvText([
    head.map(guarded),
    ...rows.map(({ words, counts }) => [...words.map(guarded), ...counts.map(String)]),
  ]);
}

import { csvText, guarded } from '../text/csv.ts';
import type { Series } from './series.ts';
import type { CableRow, OverTime } from './views.ts';

/** The numbers of a picture. What heads a row or a column is words, the rest is numbers. */
export interface Table {
  readonly head: readonly { readonly key: string; readonly words: string }[];
  readonly rows: readonly {
    readonly key: string;
    readonly words: readonly string[];
    readonly counts: readonly number[];
  }[];
}

/** How often each tag is used, alone and with those below it. */
export function tagTable(series: readonly Series[]): Table {
  return {
    head: [word('Tag'), word('Itself'), word('With tags below')],
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
    head: [word('Period'), ...rows.map(({ series }) => headOf(series))],
    rows: [...periods.map((period, at) => line(period, ({ counts }) => counts[at] ?? 0)), ...rest],
  };
}

/** A row for each cable. */
export function cableTable(series: readonly Series[], rows: readonly CableRow[]): Table {
  return {
    head: [word('Cable'), word('Date'), ...series.map(headOf)],
    rows: rows.map(({ cableId, title, date, counts }) => ({
      key: cableId,
      words: [title, date ?? 'undated'],
      counts,
    })),
  };
}

function headOf({ tag, path }: Series) {
  return { key: tag.id, words: path };
}

function word(words: string) {
  return { key: words, words };
}

/** A table as CSV. */
export function tableCsv({ head, rows }: Table): string {
  return csvText([
    head.map(({ words }) => guarded(words)),
    ...rows.map(({ words, counts }) => [...words.map(guarded), ...counts.map(String)]),
  ]);
}

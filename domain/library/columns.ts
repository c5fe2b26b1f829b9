import { z } from 'zod';
import { SortColumn } from '../search/order.ts';

/** The narrowest and the widest a column may be, in pixels. */
export const NARROWEST = 48;
export const WIDEST = 900;

/** A column of the table of cables: whether it is shown, and how wide it is, in pixels. */
export const TableColumn = z.strictObject({
  column: SortColumn,
  shown: z.boolean(),
  width: z.int().min(NARROWEST).max(WIDEST),
});
export type TableColumn = z.infer<typeof TableColumn>;

/** The columns of the table of cables in their order. */
export const TableColumns = z.array(TableColumn).max(50);

/** The table as it is before anybody has chosen its columns. */
export const defaultColumns: TableColumn[] = [
  { column: 'number', shown: true, width: 64 },
  { column: 'title', shown: true, width: 352 },
  { column: 'date', shown: true, width: 96 },
  { column: 'from', shown: true, width: 150 },
  { column: 'to', shown: true, width: 150 },
  { column: 'kind', shown: false, width: 140 },
  { column: 'classification', shown: true, width: 110 },
  { column: 'telegramNumber', shown: false, width: 120 },
  { column: 'signatory', shown: true, width: 96 },
  { column: 'state', shown: true, width: 92 },
  { column: 'annotations', shown: true, width: 114 },
  { column: 'proposals', shown: true, width: 102 },
  { column: 'imported', shown: false, width: 140 },
];

/**
 * Every column there is, each once: those kept in their order, then those that a table of another time
 * did not know, hidden. Without its title nobody knows a cable, so that is always shown.
 */
export function everyColumn(kept: readonly TableColumn[]): TableColumn[] {
  const known = new Set<string>();
  const once = kept.filter(({ column }) => !known.has(column) && known.add(column));
  const others = defaultColumns
    .filter(({ column }) => !known.has(column))
    .map((each) => ({ ...each, shown: false }));
  return [...once, ...others].map((each) =>
    each.column === 'title' ? { ...each, shown: true } : each,
  );
}

/** The columns when one has gone so many places to the right, or to the left where `by` is negative. */
export function withMoved(
  columns: readonly TableColumn[],
  column: SortColumn,
  by: number,
): TableColumn[] {
  const from = columns.findIndex((each) => each.column === column);
  const moved = columns[from];
  if (!moved) return [...columns];
  const to = Math.min(Math.max(from + by, 0), columns.length - 1);
  return columns.toSpliced(from, 1).toSpliced(to, 0, moved);
}

/** The columns when one has another width, as wide as it may be. */
export function withWidth(
  columns: readonly TableColumn[],
  column: SortColumn,
  width: number,
): TableColumn[] {
  const within = Math.round(Math.min(Math.max(width, NARROWEST), WIDEST));
  return columns.map((each) => (each.column === column ? { ...each, width: within } : each));
}

/** The columns when one is shown or hidden. */
export function withShown(
  columns: readonly TableColumn[],
  column: SortColumn,
  shown: boolean,
): TableColumn[] {
  return everyColumn(columns.map((each) => (each.column === column ? { ...each, shown } : each)));
}

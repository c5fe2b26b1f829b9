import type { CableSummary } from '../../domain/library/cable.ts';
import type { ReviewState } from '../../domain/review/review.ts';
import type { CableOrder, SortColumn } from '../../domain/search/order.ts';
import { count, inDigits } from '../desk/words.ts';
import { momentOf, shortDate } from '../metadata/dates.ts';

/** What stands over the columns. */
export const columnTitles: Record<SortColumn, string> = {
  number: 'Number',
  title: 'Title',
  date: 'Date',
  from: 'From',
  to: 'To',
  kind: 'Kind',
  classification: 'Classification',
  telegramNumber: 'Telegram',
  signatory: 'Signatory',
  state: 'State',
  annotations: 'Annotations',
  proposals: 'Proposals',
  imported: 'Imported',
};

/** The columns of numbers, which stand at the right of theirs. */
export const ofNumbers: ReadonlySet<SortColumn> = new Set<SortColumn>(['annotations', 'proposals']);

/** What a cable says in a column; empty where it says nothing. */
export function cellOf(cable: CableSummary, column: SortColumn): string {
  switch (column) {
    case 'date':
      return cable.date === null ? '' : shortDate(cable.date);
    case 'state':
      return cable.review.state;
    case 'annotations':
    case 'proposals':
      return cable[column] === 0 ? '' : inDigits(cable[column]);
    case 'imported':
      return momentOf(cable.imported);
    default:
      return cable[column] ?? '';
  }
}

/** The order when the head of a column is pressed: what is sorted by it already is turned round; what is newest or most comes first. */
export function orderBy(order: CableOrder, column: SortColumn): CableOrder {
  if (order.by === column) return { by: column, descending: !order.descending };
  return { by: column, descending: ofNumbers.has(column) || column === 'imported' };
}

/** How a column is sorted, as `aria-sort` has it. */
export function sortOf(order: CableOrder, column: SortColumn) {
  if (order.by !== column) return 'none' as const;
  return order.descending ? ('descending' as const) : ('ascending' as const);
}

/** What has been done to cables, for the foot of the table: "120 cables deleted". */
export function doneWords(cables: number, done: string, none: string): string {
  return cables === 0 ? none : `${count(cables, 'cable')} ${done}`;
}

/** What became of the states of cables. */
export function statedWords(cables: number, state: ReviewState | null): string {
  const none = 'Nothing to change: all of them are in this state.';
  if (state === null)
    return cables === 0 ? none : `The state of ${count(cables, 'cable')} is left to the cleaning`;
  return doneWords(cables, `marked as ${state}`, none);
}

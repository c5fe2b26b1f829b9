import fc from 'fast-check';
import { expect, test } from 'vitest';
import { SortColumn } from '../search/order.ts';
import {
  defaultColumns,
  everyColumn,
  NARROWEST,
  type TableColumn,
  TableColumns,
  WIDEST,
  withMoved,
  withShown,
  withWidth,
} from './columns.ts';

const names = (columns: readonly TableColumn[]) => columns.map(({ column }) => column);
const shown = (columns: readonly TableColumn[]) => names(columns.filter((each) => each.shown));

test('the table has every column there is from the start', () => {
  expect(names(defaultColumns).toSorted()).toEqual(SortColumn.options.toSorted());
  expect(everyColumn(defaultColumns)).toEqual(defaultColumns);
});

test('columns that a table of another time did not know come last, hidden', () => {
  const kept: TableColumn[] = [
    { column: 'date', shown: true, width: 100 },
    { column: 'title', shown: false, width: 300 },
    { column: 'date', shown: false, width: 50 },
  ];
  const every = everyColumn(kept);
  expect(names(every).slice(0, 2)).toEqual(['date', 'title']);
  expect(shown(every)).toEqual(['date', 'title']);
  expect(every).toHaveLength(SortColumn.options.length);
});

test.for([
  ['date', 1, 3],
  ['date', -1, 1],
  ['date', -9, 0],
  ['imported', 1, 12],
] as const)('%s moved by %i stands at %i', ([column, by, place]) => {
  expect(names(withMoved(defaultColumns, column, by)).indexOf(column)).toBe(place);
});

test('the title stays, whoever hides it', () => {
  expect(shown(withShown(defaultColumns, 'title', false))).toContain('title');
  expect(shown(withShown(defaultColumns, 'date', false))).not.toContain('date');
});

test('whatever is moved, hidden and dragged, the table can be kept, and has every column once', () => {
  const column = fc.constantFrom(...SortColumn.options);
  const deed = fc.oneof(
    fc.tuple(column, fc.integer({ min: -20, max: 20 })).map(
      ([name, by]) =>
        (all: TableColumn[]) =>
          withMoved(all, name, by),
    ),
    fc.tuple(column, fc.double({ min: -1e4, max: 1e4, noNaN: true })).map(
      ([name, width]) =>
        (all: TableColumn[]) =>
          withWidth(all, name, width),
    ),
    fc.tuple(column, fc.boolean()).map(
      ([name, on]) =>
        (all: TableColumn[]) =>
          withShown(all, name, on),
    ),
  );
  fc.assert(
    fc.property(fc.array(deed), (deeds) => {
      const after = deeds.reduce((all, each) => each(all), [...defaultColumns]);
      expect(TableColumns.parse(after)).toEqual(after);
      expect(names(after).toSorted()).toEqual(SortColumn.options.toSorted());
      expect(after.every(({ width }) => width >= NARROWEST && width <= WIDEST)).toBe(true);
    }),
  );
});

import { type KeyboardEvent, type PointerEvent, useRef } from 'react';
import { Button } from 'react-aria-components';
import { type TableColumn, withMoved, withWidth } from '../../domain/library/columns.ts';
import type { CableOrder } from '../../domain/search/order.ts';
import { useDesk } from '../desk/desk.ts';
import type { Columns } from './columns.ts';
import type { Marks } from './marking.ts';
import { columnTitles, ofNumbers, orderBy, sortOf } from './words.ts';

/** By how much a key makes a column wider or narrower, in pixels. */
const STEP = 16;

interface GridHeadProps {
  readonly columns: Columns;
  readonly order: CableOrder;
  readonly template: string;
  readonly width: number;
  readonly marks: Marks;
  readonly onMarkAll: (all: boolean) => void;
}

/**
 * The heads of the columns. Pressed, one sorts by its column. They are one stop of Tab, and arrows go
 * from one to the next; with Alt they move the column, with Shift they make it wider or narrower.
 */
export function GridHead({ columns, order, template, width, marks, onMarkAll }: GridHeadProps) {
  const all = marks.of === 'all' && marks.except.size === 0;
  return (
    <div className="table-head" role="rowgroup">
      <div
        className="table-heads"
        role="row"
        aria-rowindex={1}
        style={{ gridTemplateColumns: template, width }}
      >
        <span className="table-cell table-mark" role="columnheader" aria-colindex={1}>
          <Button
            className="table-mark-all"
            excludeFromTabOrder
            aria-label={all ? 'Mark none' : 'Mark all that are found'}
            onPress={() => onMarkAll(!all)}
          >
            <span className="box" data-checked={all} aria-hidden="true" />
          </Button>
        </span>
        {columns.shown.map((column, at) => (
          <Head key={column.column} column={column} at={at} order={order} columns={columns} />
        ))}
      </div>
    </div>
  );
}

interface HeadProps {
  readonly column: TableColumn;
  readonly at: number;
  readonly order: CableOrder;
  readonly columns: Columns;
}

function Head({ column: { column, width }, at, order, columns }: HeadProps) {
  const sort = sortOf(order, column);
  const sign = { none: '', ascending: '▴', descending: '▾' }[sort];

  function onKeyDown(event: KeyboardEvent<HTMLElement>) {
    const by = { ArrowLeft: -1, ArrowRight: 1 }[event.key];
    if (by === undefined || event.ctrlKey || event.metaKey) return;
    event.preventDefault();
    if (event.altKey) columns.keep(withMovedAmongShown(columns, column, by));
    else if (event.shiftKey) columns.keep(withWidth(columns.all, column, width + by * STEP));
    else neighbour(event.currentTarget, by)?.focus();
  }

  return (
    // The keys come from the button in it.
    // oxlint-disable-next-line jsx-a11y/interactive-supports-focus
    <span
      className={`table-cell table-column${ofNumbers.has(column) ? ' of-numbers' : ''}`}
      role="columnheader"
      aria-colindex={at + 2}
      aria-sort={sort}
      onKeyDown={onKeyDown}
    >
      <Button
        className="table-sort"
        excludeFromTabOrder={at > 0}
        onPress={() => useDesk.setState({ order: orderBy(order, column) })}
      >
        {columnTitles[column]} <span aria-hidden="true">{sign}</span>
      </Button>
      <Edge
        width={width}
        onDrag={(wide) => columns.drag(withWidth(columns.all, column, wide))}
        onEnd={(wide) => {
          columns.drag(null);
          columns.keep(withWidth(columns.all, column, wide));
        }}
      />
    </span>
  );
}

/** A column changes places with the next that is shown. */
function withMovedAmongShown({ all, shown }: Columns, column: TableColumn['column'], by: number) {
  const other = shown[shown.findIndex((each) => each.column === column) + by];
  const place = (name: string) => all.findIndex((each) => each.column === name);
  return other ? withMoved(all, column, place(other.column) - place(column)) : all;
}

function neighbour(head: HTMLElement, by: number) {
  const heads = [...(head.parentElement?.querySelectorAll<HTMLElement>('.table-sort') ?? [])];
  const own = head.querySelector<HTMLElement>('.table-sort');
  return own ? heads[heads.indexOf(own) + by] : undefined;
}

interface EdgeProps {
  readonly width: number;
  readonly onDrag: (width: number) => void;
  readonly onEnd: (width: number) => void;
}

/** The edge of a column, by which a pointer makes it wider or narrower. The keys do it from its head. */
function Edge({ width, onDrag, onEnd }: EdgeProps) {
  const began = useRef<{ readonly x: number; readonly width: number } | null>(null);
  const wide = ({ clientX }: PointerEvent) => {
    const from = began.current;
    return from ? from.width + clientX - from.x : null;
  };
  return (
    <span
      className="table-edge"
      aria-hidden="true"
      onPointerDown={(event) => {
        event.preventDefault();
        event.currentTarget.setPointerCapture(event.pointerId);
        began.current = { x: event.clientX, width };
      }}
      onPointerMove={(event) => {
        const now = wide(event);
        if (now !== null) onDrag(now);
      }}
      onPointerUp={(event) => {
        const now = wide(event);
        began.current = null;
        if (now !== null) onEnd(now);
      }}
    />
  );
}

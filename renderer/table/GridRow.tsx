import type { MouseEvent } from 'react';
import type { TableColumn } from '../../domain/library/columns.ts';
import type { CableSummary } from '../../domain/library/cable.ts';
import type { SortColumn } from '../../domain/search/order.ts';
import { StateChip } from '../review/StateChip.tsx';
import { type Listing, useRow } from './rows.ts';
import { cellOf, ofNumbers } from './words.ts';

interface GridRowProps {
  readonly id: string;
  readonly index: number;
  /** Where it stands among all rows, in pixels. */
  readonly top: number;
  readonly template: string;
  readonly listing: Listing;
  readonly columns: readonly TableColumn[];
  readonly active: boolean;
  readonly marked: (cableId: string) => boolean;
  readonly onPress: (event: MouseEvent) => void;
  readonly onOpen: () => void;
  readonly onMenu: (event: MouseEvent) => void;
}

/** A row of the table: a cable. */
export function GridRow({ id, index, top, template, listing, columns, ...props }: GridRowProps) {
  const cable = useRow(listing, index);
  const marked = cable !== undefined && props.marked(cable.id);
  return (
    // The keys are heard by the grid, which has the focus.
    // oxlint-disable-next-line jsx-a11y/click-events-have-key-events, jsx-a11y/interactive-supports-focus
    <div
      id={id}
      className="table-row"
      role="row"
      aria-rowindex={index + 2}
      aria-selected={marked}
      data-row={index}
      data-active={props.active}
      style={{ transform: `translateY(${top}px)`, gridTemplateColumns: template }}
      onClick={props.onPress}
      onDoubleClick={props.onOpen}
      onContextMenu={props.onMenu}
    >
      <span className="table-cell table-mark" role="gridcell" aria-colindex={1}>
        <span className="box" data-checked={marked} aria-hidden="true" />
        <span className="by-ear">{marked ? 'marked' : ''}</span>
      </span>
      {columns.map(({ column }, at) => (
        <Cell key={column} column={column} at={at + 2} cable={cable} />
      ))}
    </div>
  );
}

interface CellProps {
  readonly column: SortColumn;
  readonly at: number;
  readonly cable: CableSummary | undefined;
}

function Cell({ column, at, cable }: CellProps) {
  const words = cable ? cellOf(cable, column) : '';
  const isTitle = column === 'title';
  return (
    <span
      className={`table-cell of-${column}${ofNumbers.has(column) ? ' of-numbers' : ''}`}
      role={isTitle ? 'rowheader' : 'gridcell'}
      aria-colindex={at}
      title={words}
    >
      {cable && column === 'state' ? <StateChip state={cable.review.state} /> : words}
      {!cable && isTitle && '…'}
    </span>
  );
}

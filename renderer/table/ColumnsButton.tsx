import { Button, Checkbox, Dialog, DialogTrigger, Popover } from 'react-aria-components';
import {
  defaultColumns,
  type TableColumn,
  withMoved,
  withShown,
} from '../../domain/library/columns.ts';
import type { Columns } from './columns.ts';
import { columnTitles } from './words.ts';

/** Chooses which columns are shown, and in which order. */
export function ColumnsButton({ columns }: { readonly columns: Columns }) {
  const { all, keep } = columns;
  return (
    <DialogTrigger>
      <Button className="button">Columns…</Button>
      <Popover className="popover" placement="bottom end" offset={4}>
        <Dialog className="table-columns" aria-label="Columns">
          <ul>
            {all.map((each, at) => (
              <li key={each.column}>
                <Shown column={each} columns={columns} />
                <Button
                  className="quiet"
                  aria-label={`${columnTitles[each.column]} further to the left`}
                  isDisabled={at === 0}
                  onPress={() => keep(withMoved(all, each.column, -1))}
                >
                  ↑
                </Button>
                <Button
                  className="quiet"
                  aria-label={`${columnTitles[each.column]} further to the right`}
                  isDisabled={at === all.length - 1}
                  onPress={() => keep(withMoved(all, each.column, 1))}
                >
                  ↓
                </Button>
              </li>
            ))}
          </ul>
          <p className="table-hint">
            From the head of a column, Alt ← → moves it, Shift ← → makes it narrower or wider.
          </p>
          <Button className="quiet" onPress={() => keep(defaultColumns)}>
            As they were at first
          </Button>
        </Dialog>
      </Popover>
    </DialogTrigger>
  );
}

interface ShownProps {
  readonly column: TableColumn;
  readonly columns: Columns;
}

function Shown({ column: { column, shown }, columns: { all, keep } }: ShownProps) {
  return (
    <Checkbox
      className="tick"
      isSelected={shown}
      isDisabled={column === 'title'}
      onChange={(on) => keep(withShown(all, column, on))}
    >
      <span className="box" data-checked={shown} aria-hidden="true" />
      {columnTitles[column]}
    </Checkbox>
  );
}

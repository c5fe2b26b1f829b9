import { type ReactNode, useMemo, useState } from 'react';
import { VirtualListBox } from '../design/VirtualListBox.tsx';
import { count, inDigits } from '../desk/words.ts';
import { Box } from './Box.tsx';
import {
  checkedOf,
  type Found,
  type Left,
  type Place,
  type Row,
  rowsOf,
  toggled,
} from './choice.ts';
import { showPlace } from './showing.ts';

/** A line's height before it has been measured, in pixels. */
const LINE = 51;

interface PlaceListProps<P extends Place> {
  readonly found: Found<P>;
  readonly left: Left;
  /** Whether the list is that of an older question, while a search is under way. */
  readonly old: boolean;
  readonly onChange: (left: Left) => void;
  /** A place among its words; `out` where it is left out. */
  readonly children: (place: P, out: boolean) => ReactNode;
}

/**
 * All places by their cables. Space leaves a place out or takes it in, on the line of a cable all of its
 * places; Enter shows it on the workbench.
 */
export function PlaceList<P extends Place>(props: PlaceListProps<P>) {
  const { found, left, old, onChange, children } = props;
  const rows = useMemo(() => rowsOf(found), [found]);
  const [active, setActive] = useState<number | null>(null);
  const tick = (row: Row<P> | undefined) => row && !old && onChange(toggled(row.keys, left));
  const show = (row: Row<P> | undefined) => {
    if (!row || row.type === 'rest') return;
    showPlace(row.type === 'cable' ? row.first : row.place);
  };
  return (
    <div
      className={old ? 'places-all old' : 'places-all'}
      style={{ flex: `0 1 ${rows.length * LINE}px` }}
    >
      <VirtualListBox
        label="Places"
        count={rows.length}
        active={active}
        estimate={LINE}
        onMove={setActive}
        onAct={(index) => show(rows[index])}
        onTick={(index) => tick(rows[index])}
        checked={(index) => checkedOf(rows[index]?.keys ?? [], left)}
      >
        {(index) => {
          const row = rows[index];
          if (!row) return null;
          const checked = checkedOf(row.keys, left);
          return (
            <div className={`place-line of-${row.type}`}>
              <Box checked={checked} onPress={() => tick(row)} />
              {row.type === 'place' ? (
                children(row.place, checked === false)
              ) : (
                <Heading row={row} left={left} />
              )}
            </div>
          );
        }}
      </VirtualListBox>
    </div>
  );
}

interface HeadingProps {
  readonly row: Exclude<Row<Place>, { type: 'place' }>;
  readonly left: Left;
}

function Heading({ row, left }: HeadingProps) {
  if (row.type === 'rest') return <p>{count(row.count, 'more place')}, not shown</p>;
  const out = row.keys.filter((key) => left.has(key)).length;
  return (
    <p className="place-cable">
      <span className="place-title">{row.first.title}</span>{' '}
      <span className="place-count">
        {count(row.keys.length, 'place')}
        {out > 0 && `, ${inDigits(out)} left out`}
      </span>
    </p>
  );
}

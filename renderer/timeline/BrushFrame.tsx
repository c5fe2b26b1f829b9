import { type KeyboardEvent, type PointerEvent, useState } from 'react';
import { BARS, TOP } from './TimePicture.tsx';
import { placeUnder, type useBrushing } from './brushing.ts';
import { brushed, placeAfter, type TimeRow } from './months.ts';
import { periodCount } from './words.ts';

interface BrushFrameProps {
  readonly row: TimeRow;
  readonly width: number;
  readonly brushing: ReturnType<typeof useBrushing>;
  /** The reader looks at a period, null at none. */
  readonly onLook: (at: number | null) => void;
}

/**
 * What lies over the bars: drawn over it chooses periods, and each end of what is chosen can be moved
 * with the pointer or with keys.
 */
export function BrushFrame({ row, width, brushing, onLook }: BrushFrameProps) {
  const { brush, pointer, chooseSoon } = brushing;
  const { periods } = row;
  const ends = brush ?? { from: 0, to: periods.length - 1 };
  const step = width / Math.max(1, periods.length);
  const edges = { from: ends.from * step, to: (ends.to + 1) * step };

  const move = (end: 'from' | 'to') => (event: KeyboardEvent) => {
    const place = placeAfter(event.key, ends[end], row);
    if (place === null || event.ctrlKey || event.metaKey || event.altKey) return;
    const next =
      end === 'from'
        ? brushed(Math.min(place, ends.to), ends.to, periods.length)
        : brushed(ends.from, Math.max(place, ends.from), periods.length);
    event.preventDefault();
    event.stopPropagation();
    onLook(next[end]);
    chooseSoon(next);
  };

  return (
    <div
      className="time-frame"
      style={{ width, height: TOP + BARS }}
      onPointerDown={(event) => pointer.onDown(event)}
      onPointerMove={(event) => {
        onLook(placeUnder(event, periods.length));
        pointer.onMove(event);
      }}
      onPointerUp={pointer.onUp}
      onPointerCancel={pointer.onCancel}
      onPointerLeave={() => onLook(null)}
    >
      {brush && (
        <div className="time-window" style={{ left: edges.from, width: edges.to - edges.from }} />
      )}
      {(['from', 'to'] as const).map((end) => (
        <Handle
          key={end}
          label={end === 'from' ? 'Beginning of the dates chosen' : 'End of the dates chosen'}
          row={row}
          at={ends[end]}
          left={edges[end]}
          chosen={brush !== null}
          onKeyDown={move(end)}
          onLook={onLook}
          onTake={(event) => {
            // The frame would begin to draw anew.
            event.stopPropagation();
            pointer.onDown(event, end === 'from' ? ends.to : ends.from);
          }}
          onMove={pointer.onMove}
          onUp={pointer.onUp}
        />
      ))}
    </div>
  );
}

interface HandleProps {
  readonly label: string;
  readonly row: TimeRow;
  readonly at: number;
  readonly left: number;
  readonly chosen: boolean;
  readonly onKeyDown: (event: KeyboardEvent) => void;
  readonly onLook: (at: number | null) => void;
  readonly onTake: (event: PointerEvent) => void;
  readonly onMove: (event: PointerEvent) => void;
  readonly onUp: (event: PointerEvent) => void;
}

/** One end of what is chosen. */
function Handle(props: HandleProps) {
  const { label, row, at, left, chosen, onKeyDown, onLook, onTake, onMove, onUp } = props;
  const [held, setHeld] = useState(false);
  return (
    <div
      className={chosen || held ? 'time-handle chosen' : 'time-handle'}
      style={{ left }}
      role="slider"
      tabIndex={0}
      aria-label={label}
      aria-valuemin={0}
      aria-valuemax={Math.max(0, row.periods.length - 1)}
      aria-valuenow={at}
      aria-valuetext={periodCount(row, at)}
      onFocus={() => onLook(at)}
      onBlur={() => onLook(null)}
      onKeyDown={onKeyDown}
      onPointerDown={(event) => {
        setHeld(true);
        onTake(event);
      }}
      onPointerMove={(event) => {
        if (!held) return;
        event.stopPropagation();
        onLook(placeUnder(event, row.periods.length));
        onMove(event);
      }}
      onPointerUp={(event) => {
        event.stopPropagation();
        setHeld(false);
        onUp(event);
      }}
    />
  );
}

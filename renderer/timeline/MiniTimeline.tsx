import './timeline.css';
import { type KeyboardEvent, useRef, useState } from 'react';
import { Button } from 'react-aria-components';
import { inDigits } from '../desk/words.ts';
import { useWidth } from '../statistics/useWidth.ts';
import { Bars, periodScale } from './Bars.tsx';
import { useBrushing } from './brushing.ts';
import { type Brush, brushed, datesIn, placeAfter, sumOf, within } from './months.ts';
import { type TimeLine, useTimeLine } from './timeLine.ts';
import { datesWords, periodCount } from './words.ts';

const HEIGHT = 40;

/** From so many months on they are drawn by year. */
const MOST = 150;

/**
 * When the cables found were written, month by month. Drawing over months chooses their cables; so do
 * arrow keys with Shift. What is not chosen stays in grey.
 */
export function MiniTimeline() {
  const line = useTimeLine('month', MOST);
  const { counts, row, dates } = line;
  if (!counts || (row.periods.length === 0 && !dates)) return null;
  return <Mini line={line} total={counts.total} />;
}

function Mini({ line, total }: { readonly line: TimeLine; readonly total: number }) {
  const { row, dates, brush: chosen } = line;
  const frame = useRef<HTMLDivElement>(null);
  const width = useWidth(frame);
  const { brush, pointer, choose, chooseSoon } = useBrushing(row, chosen);
  const [cursor, setCursor] = useState<number | null>(null);
  const anchor = useRef<number | null>(null);
  const { periods } = row;
  const at = within(cursor ?? brush?.to ?? periods.length - 1, periods.length);

  function onKeyDown(event: KeyboardEvent) {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    const to = placeAfter(event.key, at, row);
    if (to !== null) {
      // What is chosen goes on from its beginning.
      const begun = cursor === null && brush ? brush.from : at;
      anchor.current = event.shiftKey ? (anchor.current ?? begun) : null;
      setCursor(to);
      if (anchor.current !== null) chooseSoon(brushed(anchor.current, to, periods.length));
    } else if (event.key === 'Enter' || event.key === ' ') choose({ from: at, to: at });
    else if (event.key === 'Escape' && brush) choose(null);
    else return;
    event.preventDefault();
    event.stopPropagation();
  }

  return (
    <section className="mini-time" aria-label="Time line">
      <div
        ref={frame}
        className="time-frame mini-time-bars"
        role="slider"
        tabIndex={0}
        aria-label={`Time line by ${row.span}; Shift and arrow keys choose`}
        aria-valuemin={0}
        aria-valuemax={Math.max(0, periods.length - 1)}
        aria-valuenow={at}
        aria-valuetext={periodCount(row, at)}
        onKeyDown={onKeyDown}
        onBlur={() => setCursor(null)}
        onPointerDown={(event) => pointer.onDown(event)}
        onPointerMove={pointer.onMove}
        onPointerUp={pointer.onUp}
        onPointerCancel={pointer.onCancel}
      >
        <svg aria-hidden="true" width={width} height={HEIGHT + 3}>
          <Bars row={row} brush={brush} width={width} height={HEIGHT} />
          <rect className="mini-time-ground" y={HEIGHT} width={width} height={0.75} />
          <rect
            className="mini-time-cursor"
            x={periodScale(periods, width)(periods[at] ?? '') ?? 0}
            y={HEIGHT + 0.75}
            width={Math.max(3, periodScale(periods, width).bandwidth())}
            height={2.25}
          />
        </svg>
      </div>
      <p className="mini-time-words">
        <span>{wordsOf(line, brush, total)}</span>
        {(brush || dates) && (
          <Button className="link" onPress={() => choose(null)}>
            All dates
          </Button>
        )}
      </p>
    </section>
  );
}

/** "Oct 1962 to Jan 1963: 14 of 120"; without dates chosen the first and the last there are. */
function wordsOf({ row, dates }: TimeLine, brush: Brush | null, total: number): string {
  const { periods } = row;
  if (!brush && dates) return `${datesWords(dates)}: no cable`;
  const shown = brush ?? { from: 0, to: periods.length - 1 };
  const words = datesWords(datesIn(periods, shown));
  return brush ? `${words}: ${inDigits(sumOf(row, brush))} of ${inDigits(total)}` : words;
}

import { defaultRangeExtractor, useVirtualizer } from '@tanstack/react-virtual';
import { type KeyboardEvent, useEffect, useId, useMemo, useRef, useState } from 'react';
import { Button } from 'react-aria-components';
import { count } from '../desk/words.ts';
import { ComparedRow } from './ComparedRow.tsx';
import { folded, type Line, placesOf, type Row } from './rows.ts';

interface ComparedRowsProps {
  readonly rows: readonly Row[];
  /** What the texts are called, the left one first. */
  readonly titles: readonly [string, string];
  /** Whether the texts stand beside each other, and not in one. */
  readonly beside: boolean;
  /** How many differences there are. */
  readonly total: number;
  /** The number of the difference looked at, from 0. */
  readonly active: number;
  /** Counts the steps from difference to difference; each brings the focus along. */
  readonly moves: number;
  readonly onLookAt: (difference: number) => void;
  readonly onAct: () => void;
}

/** A row's height before it has been measured, in pixels. */
const ESTIMATE = 80;

/** The compared texts, of which only the paragraphs in sight are in the document, and that looked at. */
export function ComparedRows(props: ComparedRowsProps) {
  const { rows, titles, beside, total, active, moves, onLookAt, onAct } = props;
  const [opened, setOpened] = useState<ReadonlySet<number>>(new Set());
  const lines = useMemo(() => folded(rows, opened), [rows, opened]);
  const place = useMemo(() => placesOf(lines), [lines])[active] ?? 0;
  const id = useId();
  const scroller = useRef<HTMLDivElement>(null);
  const virtual = useVirtualizer({
    count: lines.length,
    getScrollElement: () => scroller.current,
    getItemKey: (index) => keyOf(lines[index]),
    estimateSize: () => ESTIMATE,
    overscan: 4,
    rangeExtractor: (range) =>
      [...new Set([...defaultRangeExtractor(range), place])]
        .filter((index) => index < range.count)
        .toSorted((a, b) => a - b),
  });

  // The line looked at stays in the document once the list has been measured.
  const drawn = virtual.getVirtualItems().some(({ index }) => index === place);
  useEffect(() => {
    const difference = document.getElementById(`${id}-${active}`);
    return drawn && difference ? bringIntoSight(difference) : undefined;
  }, [id, active, drawn]);

  const moved = useRef(0);
  useEffect(() => {
    if (!drawn || moved.current === moves) return;
    moved.current = moves;
    document.getElementById(`${id}-${active}`)?.focus({ preventScroll: true });
  }, [id, active, moves, drawn]);

  function onKeyDown(event: KeyboardEvent) {
    const onDifference =
      event.target instanceof Element && event.target.closest('.mark') !== null && !event.repeat;
    if (event.key !== 'Enter' || !onDifference) return;
    event.preventDefault();
    onAct();
  }

  return (
    <div ref={scroller} className="compared" role="presentation" onKeyDown={onKeyDown}>
      <div className="compared-all" role="presentation" style={{ height: virtual.getTotalSize() }}>
        {virtual.getVirtualItems().map(({ index, key, start }) => {
          const line = lines[index];
          return (
            <div
              key={key}
              ref={virtual.measureElement}
              data-index={index}
              className="compared-line"
              style={{ transform: `translateY(${start}px)` }}
            >
              {line?.type === 'row' && (
                <ComparedRow
                  row={line.row}
                  idOf={(difference) => `${id}-${difference}`}
                  titles={titles}
                  beside={beside}
                  total={total}
                  active={active}
                  onLookAt={onLookAt}
                />
              )}
              {line?.type === 'fold' && (
                <Fold
                  words={line.words}
                  onOpen={() => {
                    setOpened(new Set([...opened, line.at]));
                    document.getElementById(`${id}-${active}`)?.focus({ preventScroll: true });
                  }}
                />
              )}
            </div>
          );
        })}
      </div>
    </div>
  );
}

/** How long bringing a difference into sight may take, in frames. */
const PATIENCE = 40;

/**
 * Scrolls to a difference until it rests there: where it stands is only known when the lines before it
 * have been drawn and measured, which moves it. The function that comes back stops that.
 */
function bringIntoSight(difference: HTMLElement): () => void {
  let frame = 0;
  let [last, rested] = [NaN, 0];
  const show = (left: number) => {
    difference.scrollIntoView({ block: 'nearest' });
    const { top } = difference.getBoundingClientRect();
    rested = top === last ? rested + 1 : 0;
    last = top;
    if (rested < 3 && left > 0) frame = requestAnimationFrame(() => show(left - 1));
  };
  show(PATIENCE);
  return () => cancelAnimationFrame(frame);
}

/** A line's name in the list: where it begins, which no other line of its kind does. */
function keyOf(line: Line | undefined): string {
  if (!line) return '';
  return line.type === 'fold' ? `fold ${line.at}` : `row ${line.row.at} ${line.row.index}`;
}

/** Words that are alike, folded to a line that opens. */
function Fold({ words, onOpen }: { readonly words: number; readonly onOpen: () => void }) {
  return (
    <p className="fold">
      <Button className="quiet" aria-label={`Show ${count(words, 'word')} alike`} onPress={onOpen}>
        … {count(words, 'word')} alike …
      </Button>
    </p>
  );
}

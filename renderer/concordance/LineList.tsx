import { type KeyboardEvent, type MouseEvent, useRef } from 'react';
import type { ConcordanceLine } from '../../domain/search/result.ts';
import { report } from '../desk/desk.ts';
import { closeSheet } from '../desk/SheetFrame.tsx';
import { VirtualListBox } from '../design/VirtualListBox.tsx';
import { showPlace } from '../places/showing.ts';
import { Line } from './Line.tsx';
import { type Made, useConcordance } from './making.ts';
import { ALL, isMarked, toggled, withLines } from './marks.ts';
import { lineAt, linesBetween, type Ordered, useKnownLines } from './pages.ts';

/** A line's height, in pixels. */
const LINE = 27;

/**
 * The lines, of which only those in sight are in the document. Space marks a line, Shift marks all that
 * one goes over, Ctrl+A all; Enter or a double click opens the cable at the place.
 */
export function LineList({ made }: { readonly made: Made }) {
  const { order, active, marks } = useConcordance();
  const ordered: Ordered = { id: made.id, order };
  const known = useKnownLines(ordered);
  // Where marking with Shift began, and whether Shift is held with the pointer.
  const anchor = useRef<number | null>(null);
  const shift = useRef(false);
  const go = (at: number) => useConcordance.setState({ active: at });

  function mark({ line }: ConcordanceLine) {
    useConcordance.setState((desk) => ({ marks: toggled(desk.marks, line), outcome: null }));
  }

  /** Marks all lines from where marking began. */
  async function markTo(at: number) {
    const from = anchor.current ?? active ?? 0;
    anchor.current = from;
    go(at);
    const all = Math.abs(from - at) + 1 === made.lines;
    const lines = all ? [] : await linesBetween(ordered, from, at);
    useConcordance.setState((desk) => ({
      marks: all ? ALL : withLines(desk.marks, lines),
      outcome: null,
    }));
  }

  function onKeyDown(event: KeyboardEvent) {
    const all = (event.ctrlKey || event.metaKey) && event.key.toLowerCase() === 'a';
    const to = event.shiftKey ? placeAfter(event.key, active ?? 0, made.lines) : null;
    if (all) useConcordance.setState({ marks: ALL, outcome: null });
    else if (to !== null) markTo(to).catch(report);
    else {
      if (event.key !== 'Shift') anchor.current = null;
      return;
    }
    event.preventDefault();
    event.stopPropagation();
  }

  function onClick(event: MouseEvent) {
    shift.current = event.shiftKey;
    anchor.current = event.shiftKey ? (anchor.current ?? active) : null;
  }

  return (
    // Keys and pointer pass through here on their way to the list: what has Shift marks.
    // oxlint-disable-next-line jsx-a11y/click-events-have-key-events, jsx-a11y/no-static-element-interactions
    <div className="kwic-lines" onKeyDownCapture={onKeyDown} onClickCapture={onClick}>
      <VirtualListBox
        label="Lines"
        count={made.lines}
        active={active}
        estimate={LINE}
        onMove={go}
        onAct={(at, by) => {
          if (by === 'key') lineAt(ordered, at).then(openLine, report);
          else if (shift.current) markTo(at).catch(report);
        }}
        onTick={(at) => {
          lineAt(ordered, at).then((line) => line && mark(line), report);
        }}
        checked={(at) => {
          const line = known(at);
          return line ? isMarked(marks, line.line) : marks.all;
        }}
      >
        {(at) => <Line ordered={ordered} at={at} marks={marks} onMark={mark} onOpen={openLine} />}
      </VirtualListBox>
    </div>
  );
}

/** Where a key with Shift leads; null for all others. */
function placeAfter(key: string, at: number, lines: number): number | null {
  const to = { ArrowDown: at + 1, ArrowUp: at - 1, Home: 0, End: lines - 1 }[key];
  return to === undefined ? null : Math.min(Math.max(to, 0), lines - 1);
}

/** Opens the cable at the place of a line, and puts the sheet away. */
function openLine(line: ConcordanceLine | undefined) {
  if (!line || line.stale) return;
  closeSheet();
  showPlace(line);
}

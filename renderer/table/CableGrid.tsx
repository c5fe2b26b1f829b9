import { defaultRangeExtractor, type Range, useVirtualizer } from '@tanstack/react-virtual';
import {
  type KeyboardEvent,
  type MouseEvent,
  type Ref,
  useEffect,
  useId,
  useRef,
  useState,
} from 'react';
import { openCable, report } from '../desk/desk.ts';
import { closeSheet } from '../desk/SheetFrame.tsx';
import type { Act } from './ActionBar.tsx';
import type { Columns } from './columns.ts';
import { GridHead } from './GridHead.tsx';
import { GridRow } from './GridRow.tsx';
import { allOf, isMarked, type Marks, noMarks, toggled, withMarks } from './marking.ts';
import { RowMenu } from './RowMenu.tsx';
import { idsBetween, type Listing, rowAt, rowOfTyped } from './rows.ts';
import { useTypeAhead } from './typeAhead.ts';

/** The height of a row, in pixels. */
const ROW = 29;
/** The width of the column with the marks, in pixels. */
const MARKS = 36;

/** How many cables can be named to the store at once. */
const MOST = 100_000;

const tooMany =
  'No more than 100,000 cables can be marked as a stretch. Mark all that are found with Ctrl A instead, or narrow the search.';

interface CableGridProps {
  readonly listing: Listing;
  readonly total: number;
  readonly columns: Columns;
  readonly marks: Marks;
  readonly onMark: (marks: Marks) => void;
  readonly onAct: Act;
  readonly onTag: (of: Marks) => void;
  readonly onDiscard: (of: Marks) => void;
  readonly ref: Ref<HTMLDivElement>;
}

/**
 * The table itself. Only the rows in sight are in the document; the grid keeps the focus and names the
 * active row (ARIA Authoring Practices, Grid), so that a row may leave without taking the focus with it.
 */
export function CableGrid(props: CableGridProps) {
  const { listing, total, columns, marks, onMark, onAct, onTag, onDiscard, ref } = props;
  const id = useId();
  const scroller = useRef<HTMLDivElement>(null);
  const [place, setPlace] = useState(0);
  const active = Math.max(0, Math.min(place, total - 1));
  const [menu, setMenu] = useState<{ readonly x: number; readonly y: number } | null>(null);
  // From where Shift marks a stretch.
  const anchor = useRef(0);
  const virtual = useVirtualizer({
    count: total,
    getScrollElement: () => scroller.current,
    estimateSize: () => ROW,
    overscan: 12,
    scrollPaddingStart: ROW,
    rangeExtractor: (range) => withActive(range, active),
  });
  const { query, order } = listing;
  useEffect(() => {
    setPlace(0);
    anchor.current = 0;
    virtual.scrollToOffset(0);
  }, [virtual, query, order.by, order.descending]);

  function go(to: number, extend = false) {
    const within = Math.max(0, Math.min(to, total - 1));
    setPlace(within);
    virtual.scrollToIndex(within, { align: 'auto' });
    if (extend) markTo(within);
    else anchor.current = within;
  }

  const latest = useRef(marks);
  useEffect(() => {
    latest.current = marks;
  });

  /** Marks all rows from the one marked last to this one. */
  function markTo(index: number) {
    const count = Math.abs(index - anchor.current) + 1;
    if (count === total) {
      onMark(allOf(query));
      return;
    }
    if (count > MOST) {
      report(new Error(tooMany));
      return;
    }
    void idsBetween(listing, anchor.current, index)
      .then((ids) => onMark(withMarks(latest.current, ids, true)))
      .catch(report);
  }

  function toggle(index: number) {
    anchor.current = index;
    void rowAt(listing, index)
      .then((cable) => cable && onMark(toggled(latest.current, cable.id)))
      .catch(report);
  }

  function open(index: number) {
    void rowAt(listing, index)
      .then((cable) => {
        if (!cable) return;
        closeSheet();
        openCable(cable.id);
      })
      .catch(report);
  }

  /** What is acted on: those marked; where none is, the row at hand. */
  async function meant(): Promise<Marks> {
    const cable = await rowAt(listing, active);
    const none = marks.of === 'some' && marks.ids.size === 0;
    return none && cable ? withMarks(noMarks, [cable.id], true) : marks;
  }

  function withMeant(act: (of: Marks) => void) {
    void meant().then(act).catch(report);
  }

  const typeAhead = useTypeAhead((typed) => {
    void rowOfTyped(listing, typed)
      .then((found) => found !== null && go(found))
      .catch(report);
  });

  function onKeyDown(event: KeyboardEvent) {
    // The heads have keys of their own.
    if (event.target !== event.currentTarget) return;
    const control = event.ctrlKey || event.metaKey;
    const page = Math.max(1, Math.floor((scroller.current?.clientHeight ?? 0) / ROW) - 2);
    const steps: Record<string, number> = {
      ArrowDown: active + 1,
      ArrowUp: active - 1,
      PageDown: active + page,
      PageUp: active - page,
      Home: 0,
      End: total - 1,
    };
    const to = steps[event.key];
    const some = marks.of === 'all' || marks.ids.size > 0;
    if (event.altKey) return;
    if (control && event.key.toLowerCase() === 'a' && !event.shiftKey) onMark(allOf(query));
    else if (event.key === 'ContextMenu' || (event.key === 'F10' && event.shiftKey))
      openMenuAtRow();
    else if (control) return;
    else if (to !== undefined) go(to, event.shiftKey);
    else if (event.key === ' ' && !typeAhead.isGoingOn()) toggle(active);
    else if (event.key === 'Enter') open(active);
    else if (event.key === 'Delete') withMeant(onDiscard);
    else if (event.key === 'Escape' && some) onMark(noMarks);
    else if (!typeAhead.hear(event.nativeEvent)) return;
    event.preventDefault();
    event.stopPropagation();
  }

  function openMenuAtRow() {
    const row = scroller.current?.querySelector(`[data-row="${active}"]`)?.getBoundingClientRect();
    if (row) setMenu({ x: row.left + MARKS, y: row.bottom });
  }

  function press(event: MouseEvent, index: number) {
    const onBox = event.target instanceof Element && event.target.closest('.table-mark') !== null;
    setPlace(index);
    if (event.shiftKey) markTo(index);
    else if (onBox || event.ctrlKey || event.metaKey) toggle(index);
    else anchor.current = index;
  }

  const widths = columns.shown.map(({ width }) => width);
  const width = widths.reduce((sum, each) => sum + each, MARKS);
  const template = [MARKS, ...widths].map((each) => `${each}px`).join(' ');
  const rows = virtual.getVirtualItems();
  return (
    <>
      <div
        ref={(element) => {
          scroller.current = element;
          if (typeof ref === 'function') return ref(element);
          if (ref) ref.current = element;
          return undefined;
        }}
        className="table-grid"
        role="grid"
        aria-label="Cables"
        aria-multiselectable="true"
        aria-rowcount={total + 1}
        aria-colcount={columns.shown.length + 1}
        aria-activedescendant={total > 0 ? `${id}-${active}` : undefined}
        tabIndex={0}
        onKeyDown={onKeyDown}
      >
        <GridHead
          columns={columns}
          order={order}
          template={template}
          width={width}
          marks={marks}
          onMarkAll={(all) => onMark(all ? allOf(query) : noMarks)}
        />
        <div
          className="table-rows"
          role="rowgroup"
          style={{ height: virtual.getTotalSize(), width }}
        >
          {rows.map(({ index, key, start }) => (
            <GridRow
              key={key}
              id={`${id}-${index}`}
              index={index}
              top={start}
              template={template}
              listing={listing}
              columns={columns.shown}
              active={index === active}
              marked={(cableId) => isMarked(marks, cableId)}
              onPress={(event) => press(event, index)}
              onOpen={() => open(index)}
              onMenu={(event) => {
                event.preventDefault();
                setPlace(index);
                setMenu({ x: event.clientX, y: event.clientY });
              }}
            />
          ))}
        </div>
        {total === 0 && <p className="table-none">No cable is found.</p>}
      </div>
      {menu && (
        <RowMenu
          at={menu}
          onClose={() => {
            setMenu(null);
            scroller.current?.focus();
          }}
          onOpen={() => open(active)}
          onAct={(work) => withMeant((of) => onAct(work, of))}
          onTag={() => withMeant(onTag)}
          onDiscard={() => withMeant(onDiscard)}
        />
      )}
    </>
  );
}

/** The active row stays in the document even out of sight, since the grid names it. */
function withActive(range: Range, active: number): number[] {
  const indexes = defaultRangeExtractor(range);
  if (active >= range.count || indexes.includes(active)) return indexes;
  return [...indexes, active].toSorted((a, b) => a - b);
}

import './VirtualListBox.css';
import { defaultRangeExtractor, useVirtualizer, type Range } from '@tanstack/react-virtual';
import {
  type KeyboardEvent,
  type MouseEvent,
  type ReactNode,
  type Ref,
  useEffect,
  useId,
  useRef,
} from 'react';

interface VirtualListBoxProps {
  /** What the list is, for readers by ear. */
  readonly label: string;
  readonly className?: string;
  readonly count: number;
  /** The line the reader is at, null where there is none or it is not known. */
  readonly active: number | null;
  /** A line's height before it has been measured, in pixels. */
  readonly estimate: number;
  /** The reader goes to a line, by key or pointer. */
  readonly onMove: (index: number) => void;
  /** The reader presses Enter, Space or the pointer on a line. */
  readonly onAct?: (index: number, by: 'key' | 'pointer') => void;
  /** The pointer is pressed somewhere in the list, before the line under it acts. */
  readonly onPress?: (event: MouseEvent) => void;
  /** Whether the list scrolls to the line the reader is at; it does unless told not to. */
  readonly follow?: boolean;
  /** Whether a line is ticked, where lines can be. */
  readonly checked?: (index: number) => boolean | 'mixed';
  /** The reader presses Space on a line to tick it; then it does not act. */
  readonly onTick?: (index: number) => void;
  readonly children: (index: number) => ReactNode;
  readonly ref?: Ref<HTMLDivElement>;
}

/**
 * A list of any length, of which only the lines in sight are in the document. The list itself keeps
 * the focus and names the active line (ARIA Authoring Practices, Listbox), so that a line may leave
 * the document without taking the focus with it.
 */
export function VirtualListBox(props: VirtualListBoxProps) {
  const { label, className = '', count, active, estimate, onMove, onAct, children, ref } = props;
  const { checked, onTick, onPress, follow = true } = props;
  const id = useId();
  const scroller = useRef<HTMLDivElement>(null);
  const virtual = useVirtualizer({
    count,
    getScrollElement: () => scroller.current,
    estimateSize: () => estimate,
    overscan: 6,
    rangeExtractor: (range) => withActive(range, active),
  });

  useEffect(() => {
    if (follow && active !== null && active < count)
      virtual.scrollToIndex(active, { align: 'auto' });
  }, [virtual, active, count, follow]);

  // Where the reader is going, ahead of `active` while a key is held down.
  const goal = useRef<number | null>(active);
  useEffect(() => {
    goal.current = active;
  }, [active]);

  function move(index: number) {
    const within = Math.min(Math.max(index, 0), count - 1);
    if (within < 0 || within === goal.current) return;
    goal.current = within;
    onMove(within);
  }

  function onKeyDown(event: KeyboardEvent) {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    const at = goal.current;
    const page = Math.max(1, Math.floor((scroller.current?.clientHeight ?? 0) / estimate) - 1);
    if (event.key === ' ' && onTick) {
      if (at !== null) onTick(at);
    } else if (event.key === 'Enter' || event.key === ' ') {
      if (at !== null) onAct?.(at, 'key');
    } else if (event.key === 'ArrowDown') move(at === null ? 0 : at + 1);
    else if (event.key === 'ArrowUp') move(at === null ? count - 1 : at - 1);
    else if (event.key === 'PageDown') move((at ?? 0) + page);
    else if (event.key === 'PageUp') move((at ?? 0) - page);
    else if (event.key === 'Home') move(0);
    else if (event.key === 'End') move(count - 1);
    else return;
    event.preventDefault();
  }

  const lines = virtual.getVirtualItems();
  const activeLine = lines.find(({ index }) => index === active);
  return (
    <div
      ref={(element) => {
        scroller.current = element;
        if (typeof ref === 'function') return ref(element);
        if (ref) ref.current = element;
        return undefined;
      }}
      className={`lines ${className}`}
      role="listbox"
      aria-label={label}
      aria-activedescendant={activeLine && `${id}-${activeLine.index}`}
      tabIndex={0}
      onKeyDown={onKeyDown}
    >
      <div className="lines-all" role="presentation" style={{ height: virtual.getTotalSize() }}>
        {lines.map(({ index, key, start }) => (
          // The keys are heard by the list, which has the focus.
          // oxlint-disable-next-line jsx-a11y/click-events-have-key-events, jsx-a11y/interactive-supports-focus
          <div
            key={key}
            id={`${id}-${index}`}
            ref={virtual.measureElement}
            data-index={index}
            className="line"
            role="option"
            aria-selected={index === active}
            aria-checked={checked?.(index)}
            aria-setsize={count}
            aria-posinset={index + 1}
            style={{ transform: `translateY(${start}px)` }}
            onClick={(event) => {
              onPress?.(event);
              move(index);
              onAct?.(index, 'pointer');
            }}
          >
            {children(index)}
          </div>
        ))}
      </div>
    </div>
  );
}

/** The active line stays in the document even out of sight, since the list names it. */
function withActive(range: Range, active: number | null): number[] {
  const indexes = defaultRangeExtractor(range);
  if (active === null || active >= range.count || indexes.includes(active)) return indexes;
  return [...indexes, active].toSorted((a, b) => a - b);
}

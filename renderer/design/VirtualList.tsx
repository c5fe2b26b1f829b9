import './VirtualListBox.css';
import { useVirtualizer } from '@tanstack/react-virtual';
import { type ReactNode, useRef } from 'react';

interface VirtualListProps {
  /** What the list is, for readers by ear. */
  readonly label: string;
  readonly className?: string;
  readonly count: number;
  /** A line's height before it has been measured, in pixels. */
  readonly estimate: number;
  readonly children: (index: number) => ReactNode;
}

/** A list of any length to be read, of which only the lines in sight are in the document. */
export function VirtualList({
  label,
  className = '',
  count,
  estimate,
  children,
}: VirtualListProps) {
  const scroller = useRef<HTMLDivElement>(null);
  const virtual = useVirtualizer({
    count,
    getScrollElement: () => scroller.current,
    estimateSize: () => estimate,
    overscan: 6,
  });
  return (
    // A list that scrolls must be reachable, or the keyboard cannot scroll it.
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex
    <div
      ref={scroller}
      className={`lines ${className}`}
      role="list"
      aria-label={label}
      tabIndex={0}
      style={{ flex: `0 1 ${virtual.getTotalSize()}px` }}
    >
      <div className="lines-all" role="presentation" style={{ height: virtual.getTotalSize() }}>
        {virtual.getVirtualItems().map(({ index, key, start }) => (
          <div
            key={key}
            ref={virtual.measureElement}
            data-index={index}
            className="line"
            role="listitem"
            aria-setsize={count}
            aria-posinset={index + 1}
            style={{ transform: `translateY(${start}px)` }}
          >
            {children(index)}
          </div>
        ))}
      </div>
    </div>
  );
}

import { defaultRangeExtractor, type Range, useVirtualizer } from '@tanstack/react-virtual';
import { type ReactNode, useCallback, useEffect, useLayoutEffect, useRef, useState } from 'react';
import type { Annotation } from '../../domain/annotation/annotation.ts';

interface CardListProps {
  /** What the list is, for readers by ear. */
  readonly label: string;
  readonly annotations: readonly Annotation[];
  readonly chosenId: string | null;
  /** What scrolls, with this list and what stands above it. */
  readonly scroller: HTMLElement;
  readonly children: (annotation: Annotation) => ReactNode;
}

/** A card's height before it has been measured, in pixels. */
const ESTIMATE = 78;

/**
 * Cards of any number, of which only those in sight are in the document, with the chosen one and the
 * one that has the focus, so that neither is lost by scrolling.
 */
export function CardList({ label, annotations, chosenId, scroller, children }: CardListProps) {
  const list = useRef<HTMLUListElement>(null);
  const margin = useTop(list, scroller);
  const focusedId = useFocusedCard(list);
  const chosen = indexOf(annotations, chosenId);
  const focused = indexOf(annotations, focusedId);
  // The very same while the list is: with another one the places of all cards are reckoned anew.
  const keyOf = useCallback((index: number) => annotations[index]?.id ?? index, [annotations]);
  const virtual = useVirtualizer({
    count: annotations.length,
    getScrollElement: () => scroller,
    estimateSize: () => ESTIMATE,
    getItemKey: keyOf,
    overscan: 4,
    scrollMargin: margin,
    rangeExtractor: (range) => withThese(range, [chosen, focused]),
  });

  // The chosen card comes into sight when it is chosen, and when it comes to be here.
  const here = chosen !== -1;
  const latest = useRef(chosen);
  useEffect(() => {
    latest.current = chosen;
  });
  useEffect(() => {
    if (here) virtual.scrollToIndex(latest.current, { align: 'auto' });
  }, [virtual, here, chosenId]);

  return (
    <ul ref={list} className="cards" aria-label={label} style={{ height: virtual.getTotalSize() }}>
      {virtual.getVirtualItems().map(({ index, key, start }) => {
        const annotation = annotations[index];
        if (!annotation) return null;
        return (
          <li
            key={key}
            ref={virtual.measureElement}
            data-index={index}
            data-card={annotation.id}
            className="card"
            aria-current={index === chosen}
            aria-setsize={annotations.length}
            aria-posinset={index + 1}
            style={{ transform: `translateY(${start - margin}px)` }}
          >
            {children(annotation)}
          </li>
        );
      })}
    </ul>
  );
}

function indexOf(annotations: readonly Annotation[], id: string | null): number {
  return id === null ? -1 : annotations.findIndex((annotation) => annotation.id === id);
}

/** The annotation in whose card something has the focus. */
function useFocusedCard(list: { readonly current: HTMLElement | null }): string | null {
  const [focusedId, setFocusedId] = useState<string | null>(null);
  useEffect(() => {
    const element = list.current;
    const hear = ({ type, target }: FocusEvent) => {
      const card = target instanceof Element ? target.closest('[data-card]') : null;
      setFocusedId(type === 'focusin' ? (card?.getAttribute('data-card') ?? null) : null);
    };
    element?.addEventListener('focusin', hear);
    element?.addEventListener('focusout', hear);
    return () => {
      element?.removeEventListener('focusin', hear);
      element?.removeEventListener('focusout', hear);
    };
  }, [list]);
  return focusedId;
}

function withThese(range: Range, kept: readonly number[]): number[] {
  const indexes = new Set(defaultRangeExtractor(range));
  for (const index of kept) if (index >= 0 && index < range.count) indexes.add(index);
  return [...indexes].toSorted((a, b) => a - b);
}

/** How far below the top of what scrolls a list begins, in pixels. What stands above it may grow. */
function useTop(list: { readonly current: HTMLElement | null }, scroller: HTMLElement): number {
  const [top, setTop] = useState(0);
  useLayoutEffect(() => {
    const measure = () => setTop(list.current?.offsetTop ?? 0);
    const sizes = new ResizeObserver(measure);
    const watch = () => {
      sizes.disconnect();
      for (const child of scroller.children) sizes.observe(child);
      measure();
    };
    const parts = new MutationObserver(watch);
    parts.observe(scroller, { childList: true });
    watch();
    return () => {
      parts.disconnect();
      sizes.disconnect();
    };
  }, [list, scroller]);
  return top;
}

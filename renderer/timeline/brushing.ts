import { type PointerEvent, useEffect, useRef, useState } from 'react';
import { type Brush, brushed, type TimeRow, within } from './months.ts';
import { chooseDates } from './timeLine.ts';

/** How long keys must rest before what they have chosen is searched, in milliseconds. */
const REST = 250;

/** Choosing periods with the pointer and with keys; what is chosen is searched when hand or key rests. */
export function useBrushing(row: TimeRow, chosen: Brush | null) {
  const { periods } = row;
  const [draft, setDraft] = useState<Brush | null>(null);
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  // Where drawing began, while the pointer is down.
  const [begun, setBegun] = useState<number | null>(null);
  useEffect(() => () => clearTimeout(timer.current), []);

  function choose(brush: Brush | null) {
    clearTimeout(timer.current);
    setDraft(null);
    chooseDates(periods, brush);
  }

  /** Shows what keys have chosen, and searches it when they rest. */
  function chooseSoon(brush: Brush) {
    setDraft(brush);
    clearTimeout(timer.current);
    timer.current = setTimeout(() => choose(brush), REST);
  }

  return {
    /** What is to be shown as chosen. */
    brush: draft ?? chosen,
    choose,
    chooseSoon,
    /** What draws with the pointer; `from` is the other end where one end is taken. */
    pointer: {
      onDown: (event: PointerEvent, from: number | null = null) => {
        if (event.button !== 0 || periods.length === 0) return;
        const place = placeUnder(event, periods.length);
        event.currentTarget.setPointerCapture(event.pointerId);
        setBegun(from ?? place);
        setDraft(brushed(from ?? place, place, periods.length));
      },
      onMove: (event: PointerEvent) => {
        if (begun === null) return;
        setDraft(brushed(begun, placeUnder(event, periods.length), periods.length));
      },
      onUp: (event: PointerEvent) => {
        if (begun === null) return;
        setBegun(null);
        choose(brushed(begun, placeUnder(event, periods.length), periods.length));
      },
      onCancel: () => {
        setBegun(null);
        setDraft(null);
      },
    },
  };
}

/** The period under the pointer, in what is as wide as all periods. */
export function placeUnder(event: PointerEvent, count: number): number {
  const { left, width } = (
    event.currentTarget.closest('.time-frame') ?? event.currentTarget
  ).getBoundingClientRect();
  return within(Math.floor(((event.clientX - left) / Math.max(1, width)) * count), count);
}

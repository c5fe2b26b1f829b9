import { useEffect, useState } from 'react';
import type { Passage } from '../desk/desk.ts';
import type { Pair } from './pair.ts';

/** Whether the pointer is pressed: while words are being selected, nothing may jump in the way. */
export function usePointerHeld(): boolean {
  const [held, setHeld] = useState(false);
  useEffect(() => {
    const press = (event: PointerEvent) =>
      setHeld(event.target instanceof Element && event.target.closest('.cm-content') !== null);
    const release = () => setHeld(false);
    window.addEventListener('pointerdown', press, true);
    window.addEventListener('pointerup', release, true);
    window.addEventListener('pointercancel', release, true);
    return () => {
      window.removeEventListener('pointerdown', press, true);
      window.removeEventListener('pointerup', release, true);
      window.removeEventListener('pointercancel', release, true);
    };
  }, []);
  return held;
}

/** Where a bar stands, in pixels of the window. */
export interface BarPlace {
  readonly left: number;
  readonly top: number;
}

/** Where the bar of a passage stands: under its end, while that is to be seen. `width` is how wide the bar may be. */
export function useBarPlace(pair: Pair, passage: Passage | null, width: number): BarPlace | null {
  const [place, setPlace] = useState<BarPlace | null>(null);
  useEffect(() => {
    const measure = () => setPlace(passage && placeUnder(pair, passage, width));
    measure();
    window.addEventListener('scroll', measure, true);
    window.addEventListener('resize', measure);
    return () => {
      window.removeEventListener('scroll', measure, true);
      window.removeEventListener('resize', measure);
    };
  }, [pair, passage, width]);
  return place;
}

function placeUnder(pair: Pair, { side, from, to }: Passage, width: number): BarPlace | null {
  const view = pair.view(side);
  const start = view.coordsAtPos(from, 1);
  const end = view.coordsAtPos(to, -1);
  const pane = view.scrollDOM.getBoundingClientRect();
  if (!end || end.bottom < pane.top || end.bottom > pane.bottom) return null;
  const left = start && start.top === end.top ? start.left : pane.left + 48;
  return { left: Math.min(left, window.innerWidth - width), top: end.bottom + 6 };
}

import { type Ref, useImperativeHandle, useRef } from 'react';
import type { Side } from '../../domain/annotation/annotation.ts';
import type { Passage } from '../desk/desk.ts';
import { stretchesOn } from './manuscript.ts';
import type { Pair } from './pair.ts';

/** Draws the ribbon anew for what is lit now. */
export interface RibbonHandle {
  draw(pair: Pair, lit: Passage | null): void;
}

/** A stretch of a pane in pixels from the top of the gutter. */
interface Span {
  readonly top: number;
  readonly bottom: number;
}

/**
 * The ribbon in the gutter: it leads the eye from the lit passage to its counterpart, and shows by its
 * shape where text was joined or taken out. It is drawn by hand on every frame that scrolls.
 */
export function Ribbon({ ref }: { readonly ref: Ref<RibbonHandle> }) {
  const gutter = useRef<SVGSVGElement>(null);
  const band = useRef<SVGPathElement>(null);
  const frame = useRef(0);

  useImperativeHandle(ref, () => ({
    draw: (pair, lit) => {
      cancelAnimationFrame(frame.current);
      frame.current = requestAnimationFrame(() => {
        if (gutter.current && band.current)
          band.current.setAttribute('d', shape(gutter.current, pair, lit));
      });
    },
  }));

  return (
    <svg className="ribbon" ref={gutter} aria-hidden="true">
      <path ref={band} />
    </svg>
  );
}

function shape(gutter: SVGSVGElement, pair: Pair, lit: Passage | null): string {
  const { top, width, height } = gutter.getBoundingClientRect();
  const left = lit && spanOf(pair, 'original', lit, top, height);
  const right = lit && spanOf(pair, 'transcription', lit, top, height);
  if (!left || !right) return '';
  const bend = width / 2;
  const curve = (from: number, to: number, x: number, back: number) =>
    `C ${back} ${from} ${back} ${to} ${x} ${to}`;
  return [
    `M 0 ${left.top}`,
    curve(left.top, right.top, width, bend),
    `L ${width} ${right.bottom}`,
    curve(right.bottom, left.bottom, 0, bend),
    'Z',
  ].join(' ');
}

/** Where a passage stands on one side, cut to what the gutter shows; null where nothing of it stands there. */
function spanOf(
  pair: Pair,
  side: Side,
  passage: Passage,
  top: number,
  height: number,
): Span | null {
  const stretches = stretchesOn(pair.manuscript, side, passage);
  const first = stretches[0];
  const last = stretches.at(-1);
  if (!first || !last) return null;
  const view = pair.view(side);
  const edge = (position: number, which: 'top' | 'bottom') => {
    const coords = view.coordsAtPos(position, which === 'top' ? 1 : -1);
    if (coords) return coords[which] - top;
    return position < view.viewport.from ? -height : 2 * height;
  };
  const span = { top: edge(first.from, 'top'), bottom: edge(last.to, 'bottom') };
  if (span.bottom < 0 || span.top > height) return null;
  return { top: Math.max(-1, span.top), bottom: Math.min(height + 1, span.bottom) };
}

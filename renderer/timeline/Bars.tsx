import { scaleBand, scaleLinear } from '@visx/scale';
import { Bar } from '@visx/shape';
import type { Brush, TimeRow } from './months.ts';

interface BarsProps {
  readonly row: TimeRow;
  readonly brush: Brush | null;
  readonly width: number;
  readonly height: number;
}

/** The scale of periods over a width; there is no room beside the first and the last, so that places under the pointer are simple. */
export function periodScale(periods: readonly string[], width: number) {
  const wide = periods.length > 0 && width / periods.length > 6;
  return scaleBand({
    domain: [...periods],
    range: [0, width],
    paddingInner: wide ? 0.18 : 0,
    paddingOuter: wide ? 0.09 : 0,
  });
}

/** The widest a bar gets, in pixels: where there are few periods, it is still a bar and no block. */
const WIDEST = 32;

/** How wide a bar is drawn in the room for it, in pixels. */
export function barWidth(room: number): number {
  return Math.min(WIDEST, Math.max(0.75, room));
}

/** A bar for each period; those that are not chosen stay, in grey. */
export function Bars({ row: { periods, counts }, brush, width, height }: BarsProps) {
  const x = periodScale(periods, width);
  const y = scaleLinear({ domain: [0, Math.max(1, ...counts)], range: [0, height] });
  return periods.map((period, at) => {
    const count = counts[at] ?? 0;
    if (count === 0) return null;
    // However few they are, they can be seen.
    const tall = Math.max(1.5, y(count));
    const wide = barWidth(x.bandwidth());
    return (
      <Bar
        key={period}
        x={(x(period) ?? 0) + (x.bandwidth() - wide) / 2}
        y={height - tall}
        width={wide}
        height={tall}
        {...inkOf(brush, at)}
      />
    );
  });
}

/** How a bar is drawn: in the accent where it is chosen, in grey where others are. */
export function inkOf(brush: Brush | null, at: number) {
  if (!brush) return { fill: 'var(--soft)', fillOpacity: 0.75 };
  const chosen = at >= brush.from && at <= brush.to;
  return chosen ? { fill: 'var(--accent)' } : { fill: 'var(--soft)', fillOpacity: 0.35 };
}

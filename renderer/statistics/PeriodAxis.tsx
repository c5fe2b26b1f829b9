import { AxisBottom, type TickRendererProps } from '@visx/axis';
import type { scaleBand } from '@visx/scale';

interface PeriodAxisProps {
  /** Where the axis stands, in pixels from the top. */
  readonly top: number;
  /** Where each period stands; a period is `1962`, `1962-10` … */
  readonly scale: ReturnType<typeof scaleBand<string>>;
  /** The periods that are named. */
  readonly named: readonly string[];
  readonly words: (period: string) => string;
}

/** The room that half a period's name wants, in pixels: nearer to the left edge it is not centred. */
const EDGE = 26;

/** The names of periods below the bars of a time line. */
export function PeriodAxis({ top, scale, named, words }: PeriodAxisProps) {
  return (
    <AxisBottom
      top={top}
      scale={scale}
      tickValues={[...named]}
      tickFormat={words}
      hideAxisLine
      tickLength={4}
      tickStroke="var(--soft)"
      tickComponent={Name}
    />
  );
}

function Name({ x, y, formattedValue }: TickRendererProps) {
  const atEdge = x < EDGE;
  return (
    <text
      x={atEdge ? 0 : x}
      y={y}
      dy={4}
      textAnchor={atEdge ? 'start' : 'middle'}
      fontSize={11}
      fill="var(--soft)"
    >
      {formattedValue}
    </text>
  );
}

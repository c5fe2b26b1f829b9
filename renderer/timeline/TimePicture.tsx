import { Group } from '@visx/group';
import { scaleLinear } from '@visx/scale';
import { Bar, Line } from '@visx/shape';
import type { Ref } from 'react';
import { inDigits } from '../desk/words.ts';
import { area } from '../statistics/patterns.tsx';
import { PeriodAxis } from '../statistics/PeriodAxis.tsx';
import { namedPeriods, periodWords } from '../statistics/periodWords.ts';
import { Picture } from '../statistics/Picture.tsx';
import { Bars, barWidth, inkOf, periodScale } from './Bars.tsx';
import type { Layer } from './layers.ts';
import type { Brush, TimeRow } from './months.ts';

interface TimePictureProps {
  readonly row: TimeRow;
  readonly layers: readonly Layer[];
  readonly brush: Brush | null;
  /** The width of all periods, in pixels; the axis of numbers stands to the right of it. */
  readonly width: number;
  /** What it shows, in a sentence. */
  readonly label: string;
  readonly ref: Ref<SVGSVGElement>;
}

/** How high the tallest bar is, and where it begins. */
export const BARS = 240;
export const TOP = 10;
const AXIS = 30;
/** The room of the axis of numbers. */
export const SIDE = 52;

/** A bar for each period over an axis of time, divided where layers are given, with lines at round numbers. */
export function TimePicture({ row, layers, brush, width, label, ref }: TimePictureProps) {
  const { periods, counts, span } = row;
  const x = periodScale(periods, width);
  // A cable of two values is in two layers.
  const tall = periods.map((_, at) =>
    Math.max(
      counts[at] ?? 0,
      layers.reduce((sum, layer) => sum + (layer.counts[at] ?? 0), 0),
    ),
  );
  const y = scaleLinear({ domain: [0, Math.max(1, ...tall)], range: [0, BARS] });
  const rounds = y.ticks(4).filter((tick) => tick > 0 && Number.isInteger(tick));
  return (
    <Picture
      width={width + SIDE}
      height={TOP + BARS + AXIS}
      label={label}
      colours={layers.map(({ colour }) => colour)}
      ref={ref}
    >
      <Group top={TOP}>
        {rounds.map((tick) => (
          <Group key={tick} top={BARS - y(tick)}>
            <Line from={{ x: 0, y: 0 }} to={{ x: width, y: 0 }} stroke="var(--hairline)" />
            <text x={width + 8} dy={4} fontSize={11} fill="var(--soft)">
              {inDigits(tick)}
            </text>
          </Group>
        ))}
        {layers.length === 0 ? (
          <Scaled row={row} brush={brush} width={width} height={y(Math.max(1, ...counts))} />
        ) : (
          periods.map((period, at) => (
            <Stack
              key={period}
              at={at}
              layers={layers}
              x={(x(period) ?? 0) + (x.bandwidth() - barWidth(x.bandwidth())) / 2}
              width={barWidth(x.bandwidth())}
              heightOf={y}
              opacity={inkOf(brush, at).fillOpacity === 0.35 ? 0.35 : 1}
            />
          ))
        )}
        <Line
          from={{ x: 0, y: BARS }}
          to={{ x: width, y: BARS }}
          stroke="var(--soft)"
          strokeWidth={0.75}
        />
        {periods.length > 0 && (
          <PeriodAxis
            top={BARS}
            scale={x}
            named={namedPeriods(periods, span, x.step())}
            words={(period) => periodWords(period, false)}
          />
        )}
      </Group>
    </Picture>
  );
}

interface ScaledProps {
  readonly row: TimeRow;
  readonly brush: Brush | null;
  readonly width: number;
  readonly height: number;
}

/** Undivided bars, on the ground of the picture. */
function Scaled({ row, brush, width, height }: ScaledProps) {
  return (
    <Group top={BARS - height}>
      <Bars row={row} brush={brush} width={width} height={height} />
    </Group>
  );
}

interface StackProps {
  readonly at: number;
  readonly layers: readonly Layer[];
  readonly x: number;
  readonly width: number;
  readonly heightOf: (count: number) => number;
  readonly opacity: number;
}

/** One bar in its layers, the first at the foot. */
function Stack({ at, layers, x, width, heightOf, opacity }: StackProps) {
  let below = 0;
  return layers.map(({ value, colour, counts }) => {
    const count = counts[at] ?? 0;
    if (count === 0) return null;
    const height = heightOf(count);
    below += height;
    return (
      <Bar
        key={value ?? ''}
        x={x}
        y={BARS - below}
        width={width}
        height={height}
        fill={area(colour)}
        opacity={opacity}
      />
    );
  });
}

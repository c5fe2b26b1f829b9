import { Group } from '@visx/group';
import { scaleBand, scaleLinear } from '@visx/scale';
import { Bar, Line } from '@visx/shape';
import type { Ref } from 'react';
import type { OverTime } from '../../domain/statistics/views.ts';
import { inDigits } from '../desk/words.ts';
import { area } from './patterns.tsx';
import { FACE_TITLES, fitted, Picture } from './Picture.tsx';
import { PeriodAxis } from './PeriodAxis.tsx';
import { namedPeriods, periodWords } from './periodWords.ts';

interface TimeBarsProps {
  readonly times: OverTime;
  readonly width: number;
  readonly label: string;
  readonly ref: Ref<SVGSVGElement>;
}

const TITLE = 20;
const BARS = 46;
const PANEL = TITLE + BARS + 12;
const AXIS = 26;
/** How wide the columns of what has no exact date are, and what parts them from the rest. */
const REST = 64;
const GAP = 18;
/** How near to the edge a name on the axis would be cut, in pixels. */
const EDGE = 24;
/** How wide a period is at most. */
const WIDEST = 96;
/** From this width on, in pixels, bars have their numbers over them. */
const NUMBERED = 15;

/** A row of bars for each tag, one below the other on one axis of time and with one measure; undated uses stand apart. */
export function TimeBars({ times: { unit, periods, rows }, width, label, ref }: TimeBarsProps) {
  const rest = restOf(rows, unit);
  const room = width - (rest.length > 0 ? rest.length * REST + GAP : EDGE);
  const end = Math.min(room, Math.max(1, periods.length) * WIDEST);
  const x = scaleBand({ domain: [...periods], range: [0, end], padding: 0.18 });
  const most = Math.max(
    1,
    ...rows.flatMap((row) => [...row.counts, ...rest.map(({ of }) => of(row))]),
  );
  const y = scaleLinear({ domain: [0, most], range: [0, BARS - 10] });
  const height = rows.length * PANEL + AXIS;
  const [first] = periods;
  return (
    <Picture
      width={width}
      height={height}
      label={label}
      colours={rows.map(({ series }) => series.tag.colour)}
      ref={ref}
    >
      {rows.map((row, at) => (
        <Group key={row.series.tag.id} top={at * PANEL}>
          <text y={TITLE - 8} fontFamily={FACE_TITLES} fontSize={14} fontWeight={600}>
            {fitted(row.series.path, width)}
          </text>
          {periods.map((period, place) => (
            <Column
              key={period}
              count={row.counts[place] ?? 0}
              x={x(period) ?? 0}
              width={x.bandwidth()}
              height={y(row.counts[place] ?? 0)}
              fill={area(row.series.tag.colour)}
            />
          ))}
          {rest.map(({ name, of }, place) => (
            <Column
              key={name}
              count={of(row)}
              x={end + GAP + place * REST + (REST - 22) / 2}
              width={22}
              height={y(of(row))}
              fill={area(row.series.tag.colour)}
            />
          ))}
          <Line
            from={{ x: 0, y: TITLE + BARS }}
            to={{ x: end, y: TITLE + BARS }}
            stroke="var(--soft)"
            strokeWidth={0.75}
          />
          {rest.length > 0 && (
            <Line
              from={{ x: end + GAP, y: TITLE + BARS }}
              to={{ x: end + GAP + rest.length * REST, y: TITLE + BARS }}
              stroke="var(--soft)"
              strokeWidth={0.75}
              strokeDasharray="2 2"
            />
          )}
        </Group>
      ))}
      <Group top={rows.length * PANEL - 12}>
        {periods.length > 0 && (
          <PeriodAxis
            top={0}
            scale={x}
            named={namedPeriods(periods, unit, x.step())}
            words={(period) => periodWords(period, period === first)}
          />
        )}
        {rest.map(({ name }, place) => (
          <text
            key={name}
            x={end + GAP + place * REST + REST / 2}
            y={16}
            textAnchor="middle"
            fontSize={11}
            fill="var(--soft)"
          >
            {name}
          </text>
        ))}
      </Group>
    </Picture>
  );
}

interface ColumnProps {
  readonly count: number;
  readonly x: number;
  readonly width: number;
  readonly height: number;
  readonly fill: string;
}

function Column({ count, x, width, height, fill }: ColumnProps) {
  if (count === 0) return null;
  const top = TITLE + BARS - height;
  return (
    <>
      <Bar x={x} y={top} width={width} height={height} fill={fill} />
      {width >= NUMBERED && (
        <text x={x + width / 2} y={top - 3} textAnchor="middle" fontSize={10.5}>
          {inDigits(count)}
        </text>
      )}
    </>
  );
}

type TimeRow = OverTime['rows'][number];

/** What has no place on the axis: uses whose date is not so exact, and those without one. */
function restOf(rows: readonly TimeRow[], unit: OverTime['unit']) {
  return [
    { name: `no ${unit}`, of: ({ lessExact }: TimeRow) => lessExact },
    { name: 'undated', of: ({ undated }: TimeRow) => undated },
  ].filter(({ of }) => rows.some((row) => of(row) > 0));
}

import { Group } from '@visx/group';
import { Line } from '@visx/shape';
import type { Ref } from 'react';
import type { Series } from '../../domain/statistics/series.ts';
import type { CableRow } from '../../domain/statistics/views.ts';
import { inDigits } from '../desk/words.ts';
import { area, ink } from './patterns.tsx';
import { FACE_TITLES, fitted, Picture, widthOf, wrapped } from './Picture.tsx';

interface CableCellsProps {
  readonly series: readonly Series[];
  readonly rows: readonly CableRow[];
  readonly width: number;
  readonly label: string;
  readonly ref: Ref<SVGSVGElement>;
}

/** A row's height, with a title on one line and on two. */
const ONE_LINE = 22;
const TWO_LINES = 37;
const CELL = 17;
const NARROWEST = 34;
const WIDEST = 64;
/** How far the names of tags lean, in degrees, and how much of them stands over the next column. */
const LEAN = 38;
const DATE = 84;

/** A cell for each tag in each cable: its number, on an area that is the larger the more there are. */
export function CableCells({ series, rows, width, label, ref }: CableCellsProps) {
  const radians = (LEAN * Math.PI) / 180;
  const longest = Math.min(widthOf(series.map(({ tag }) => tag.name)) + 14, 190);
  const head = Math.max(30, longest * Math.sin(radians) + 16);
  const over = longest * Math.cos(radians);
  const room = width * 0.58 - over;
  const column = Math.min(WIDEST, Math.max(NARROWEST, room / series.length));
  const left = Math.max(240, width - over - column * series.length);
  const whole = Math.max(width, left + column * series.length + over);
  const titles = rows.map(({ title }) => wrapped(title, left - DATE - 14));
  const row = titles.some(({ length }) => length > 1) ? TWO_LINES : ONE_LINE;
  const most = Math.max(1, ...rows.flatMap(({ counts }) => counts));
  const height = head + rows.length * row + 6;
  return (
    <Picture
      width={whole}
      height={height}
      label={label}
      colours={series.map(({ tag }) => tag.colour)}
      ref={ref}
    >
      {series.map(({ tag }, at) => {
        const x = left + (at + 0.5) * column;
        return (
          <Group key={tag.id} left={x} top={head - 8}>
            <rect x={-9} y={1} width={18} height={5} fill={area(tag.colour)} />
            <text transform={`rotate(${-LEAN})`} x={6} y={-2}>
              {fitted(tag.name, longest)}
            </text>
          </Group>
        );
      })}
      {rows.map(({ cableId, date, counts }, at) => (
        <Group key={cableId} top={head + at * row}>
          <text y={15} fontSize={11} fill="var(--soft)">
            {date?.slice(0, 10) ?? 'undated'}
          </text>
          {titles[at]?.map((line, place) => (
            <text key={line} x={DATE} y={15 + place * 15} fontFamily={FACE_TITLES} fontSize={13}>
              {line}
            </text>
          ))}
          {counts.map((count, place) => {
            const { tag } = series[place] ?? {};
            if (!tag || count === 0) return null;
            const size = (column - 4) * Math.sqrt(count / most);
            return (
              <Group key={tag.id} left={left + (place + 0.5) * column} top={row / 2}>
                <rect
                  x={-size / 2}
                  y={-CELL / 2}
                  width={size}
                  height={CELL}
                  fill={ink(tag.colour)}
                  fillOpacity={0.25}
                />
                <text dy="0.35em" textAnchor="middle">
                  {inDigits(count)}
                </text>
              </Group>
            );
          })}
          <Line
            from={{ x: 0, y: row }}
            to={{ x: left + column * series.length, y: row }}
            stroke="var(--hairline)"
            strokeWidth={0.75}
          />
        </Group>
      ))}
      <Line
        from={{ x: 0, y: head }}
        to={{ x: left + column * series.length, y: head }}
        stroke="var(--soft)"
        strokeWidth={0.75}
      />
    </Picture>
  );
}

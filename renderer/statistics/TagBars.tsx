import { Group } from '@visx/group';
import { scaleLinear } from '@visx/scale';
import { Bar, Line } from '@visx/shape';
import type { Ref } from 'react';
import type { Series } from '../../domain/statistics/series.ts';
import { inDigits } from '../desk/words.ts';
import { area, ink } from './patterns.tsx';
import { fitted, Picture, widthOf } from './Picture.tsx';

interface TagBarsProps {
  readonly series: readonly Series[];
  /** Whether uses of the tags below count, too. */
  readonly below: boolean;
  readonly width: number;
  readonly label: string;
  readonly ref: Ref<SVGSVGElement>;
}

const ROW = 24;
const BAR = 13;
const INDENT = 14;
const TOP = 8;

/** A bar for each tag, in the order of the tree; the uses of tags below it are outlined behind its own. */
export function TagBars({ series, below, width, label, ref }: TagBarsProps) {
  const names = series.map(({ tag, depth }) => ({ words: tag.name, indent: depth * INDENT }));
  const wanted = Math.max(...names.map(({ words, indent }) => widthOf([words]) + indent));
  const left = Math.min(wanted + 12, width * 0.4);
  const right = below ? 130 : 60;
  const count = (each: Series) => (below ? each.withBelow : each.own);
  const x = scaleLinear({
    domain: [0, Math.max(1, ...series.map(count))],
    range: [0, width - left - right],
  });
  const height = TOP * 2 + series.length * ROW;
  return (
    <Picture
      width={width}
      height={height}
      label={label}
      colours={series.map(({ tag }) => tag.colour)}
      ref={ref}
    >
      {series.map((each, at) => {
        const { tag, own } = each;
        const indent = names[at]?.indent ?? 0;
        const all = count(each);
        return (
          <Group key={tag.id} top={TOP + at * ROW}>
            <text x={indent} y={ROW / 2} dy="0.35em">
              {fitted(tag.name, left - indent - 10)}
            </text>
            {all > own && (
              <Bar
                x={left}
                y={(ROW - BAR) / 2}
                width={x(all)}
                height={BAR}
                fill={ink(tag.colour)}
                fillOpacity={0.12}
                stroke={ink(tag.colour)}
                strokeWidth={0.75}
              />
            )}
            <Bar x={left} y={(ROW - BAR) / 2} width={x(own)} height={BAR} fill={area(tag.colour)} />
            <text x={left + x(all) + 6} y={ROW / 2} dy="0.35em">
              {inDigits(all)}
              {all > own && (
                <tspan dx={6} fill="var(--soft)" fontSize={11}>
                  {own === 0 ? 'all below it' : `${inDigits(own)} itself`}
                </tspan>
              )}
            </text>
          </Group>
        );
      })}
      <Line
        from={{ x: left, y: TOP - 2 }}
        to={{ x: left, y: height - TOP + 2 }}
        stroke="var(--soft)"
        strokeWidth={0.75}
      />
    </Picture>
  );
}

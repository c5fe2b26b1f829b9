import { Group } from '@visx/group';
import { scalePoint } from '@visx/scale';
import { Circle, Line } from '@visx/shape';
import type { Ref } from 'react';
import type { ReferenceGraph } from '../../domain/reference/reference.ts';
import { fitted, Picture } from '../statistics/Picture.tsx';
import { arcPath, pictureWords, shortName, thickness, yearsOf } from './picture.ts';

interface ArcsProps {
  readonly graph: ReferenceGraph;
  readonly width: number;
  /** The cable whose arcs are lit. */
  readonly litId: string | null;
  /** The cable the picture is drawn around; null where it is drawn among many. */
  readonly middleId: string | null;
  readonly onLight: (id: string) => void;
  readonly onOpen: (id: string) => void;
  readonly ref: Ref<SVGSVGElement>;
}

const EDGE = 14;
const YEARS = 34;
/** How near cables may stand and still have their numbers below them, in pixels. */
const NUMBERED = 26;

/** Cables on an axis in the order of time, and arcs from those that cite to those that are cited. */
export function Arcs({ graph, width, litId, middleId, onLight, onOpen, ref }: ArcsProps) {
  const { cables, links } = graph;
  const x = scalePoint({ domain: cables.map(({ id }) => id), range: [EDGE, width - EDGE] });
  const at = (id: string) => x(id) ?? EDGE;
  const rise = Math.min(260, width / 2 - EDGE);
  const back = links.filter(({ from, to }) => at(from) > at(to));
  const on = links.filter(({ from, to }) => at(from) < at(to));
  const reach = (some: typeof links) =>
    Math.max(12, ...some.map(({ from, to }) => Math.min(rise, Math.abs(at(from) - at(to)) / 2)));
  const axis = reach(back) + 16;
  const below = on.length === 0 ? 0 : reach(on);
  const foot = axis + Math.max(below, 18) + 14;
  const isLit = ({ from, to }: (typeof links)[number]) => from === litId || to === litId;
  const strokeOf = (lit: boolean) => (lit ? 'var(--accent)' : 'var(--soft)');
  const near = new Set(links.filter(isLit).flatMap(({ from, to }) => [from, to]));
  return (
    <Picture width={width} height={foot + YEARS} label={pictureWords(graph)} colours={[]} ref={ref}>
      <Line
        from={{ x: 0, y: axis }}
        to={{ x: width, y: axis }}
        stroke="var(--hairline)"
        strokeWidth={1}
      />
      {links
        .toSorted((a, b) => Number(isLit(a)) - Number(isLit(b)))
        .map((link) => (
          <path
            key={`${link.from} ${link.to}`}
            d={arcPath(at(link.from), at(link.to), axis, rise)}
            fill="none"
            stroke={strokeOf(isLit(link))}
            strokeOpacity={isLit(link) ? 1 : 0.4}
            strokeWidth={thickness(link.times)}
            strokeDasharray={link.sure ? undefined : '4 3'}
          />
        ))}
      {cables.map((cable) => (
        <Group
          key={cable.id}
          left={at(cable.id)}
          top={axis}
          cursor="pointer"
          onPointerEnter={() => onLight(cable.id)}
          onClick={() => onOpen(cable.id)}
        >
          <Circle r={9} fill="transparent" />
          <Circle
            r={cable.id === litId || cable.id === middleId ? 4.5 : 3}
            fill={cable.id === middleId || near.has(cable.id) ? 'var(--accent)' : 'var(--page)'}
            stroke={near.has(cable.id) ? 'var(--accent)' : 'var(--soft)'}
            strokeWidth={1.25}
          />
          {(x.step() >= NUMBERED || cables.length === 1) && (
            <text y={18} textAnchor="middle" fontSize={11} fill="var(--ink)">
              {fitted(cable.number ?? '–', Math.max(NUMBERED, x.step()))}
            </text>
          )}
          <title>{shortName(cable)}</title>
        </Group>
      ))}
      {yearsOf(cables)
        .filter(({ at: place }, nth, all) => {
          const last = all[nth - 1];
          return !last || (place - last.at) * x.step() > 40 || nth === 0;
        })
        .map(({ year, at: place }) => (
          <Group key={`${year} ${place}`} left={EDGE + place * x.step()} top={foot}>
            <Line
              from={{ x: 0, y: 0 }}
              to={{ x: 0, y: 5 }}
              stroke="var(--soft)"
              strokeWidth={0.75}
            />
            <text
              y={19}
              x={-2}
              fontSize={11}
              fill="var(--soft)"
              textAnchor={place > 0 && place === cables.length - 1 ? 'end' : 'start'}
              dx={place > 0 && place === cables.length - 1 ? 12 : 0}
            >
              {year}
            </text>
          </Group>
        ))}
    </Picture>
  );
}

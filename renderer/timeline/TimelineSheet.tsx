import '../statistics/StatisticsSheet.css';
import './timeline.css';
import { type RefObject, useMemo, useRef, useState } from 'react';
import { Button, Checkbox } from 'react-aria-components';
import type { Table } from '../../domain/statistics/table.ts';
import { tableCsv } from '../../domain/statistics/table.ts';
import { request } from '../bridge.ts';
import { useCommand } from '../commands/commands.ts';
import { report, useDesk } from '../desk/desk.ts';
import { useLibrary } from '../desk/queries.ts';
import { SheetFrame } from '../desk/SheetFrame.tsx';
import { count, inDigits } from '../desk/words.ts';
import { Box } from '../places/Box.tsx';
import { Choice } from '../statistics/Choice.tsx';
import { NumberTable } from '../statistics/NumberTable.tsx';
import { area, Patterns } from '../statistics/patterns.tsx';
import { savedPicture } from '../statistics/savedPicture.ts';
import { useWidth } from '../statistics/useWidth.ts';
import { BrushFrame } from './BrushFrame.tsx';
import { useBrushing } from './brushing.ts';
import { type Division, type Layer, useLayers } from './layers.ts';
import { type Brush, datesIn, type Span, sumOf, type TimeRow } from './months.ts';
import { type TimeLine, useTimeLine } from './timeLine.ts';
import { SIDE, TimePicture } from './TimePicture.tsx';
import { datesWords, periodCount, restWords } from './words.ts';

/** When the cables found were written: their number by month or year. Drawing over it chooses dates. */
export function TimelineSheet() {
  const { data: library } = useLibrary();
  useCommand(
    'search.timeline',
    () => useDesk.setState({ sheet: 'timeline' }),
    Boolean(library && library.cables > 0),
  );
  return (
    <SheetFrame sheet="timeline" title="Time line" className="timeline">
      <Timeline />
    </SheetFrame>
  );
}

const SPANS: readonly (readonly [Span, string])[] = [
  ['month', 'Month'],
  ['year', 'Year'],
];

const DIVIDED: readonly (readonly [Division | 'none', string])[] = [
  ['none', 'Undivided'],
  ['classification', 'Classification'],
  ['kind', 'Kind'],
  ['state', 'State'],
];

function Timeline() {
  const [span, setSpan] = useState<Span>('month');
  const [division, setDivision] = useState<Division | 'none'>('none');
  const [asTable, setAsTable] = useState(false);
  const [saved, setSaved] = useState('');
  const line = useTimeLine(span);
  const layers = useLayers(line.query, line, division === 'none' ? null : division);
  const picture = useRef<SVGSVGElement>(null);
  const { counts, row, brush } = line;
  const label = labelOf(line);
  const table = useMemo(() => tableOf(row, layers, brush), [row, layers, brush]);

  async function save(kind: 'svg' | 'csv') {
    if (kind === 'svg' && !picture.current) return;
    const content =
      kind === 'svg' && picture.current ? savedPicture(picture.current, label) : tableCsv(table);
    const file = await request('file.save', { kind, name: 'Time line', content });
    if (file) setSaved(`Saved as ${file.fileName}.`);
  }

  if (!counts) return <p className="use-none">Counting …</p>;
  if (row.periods.length === 0)
    return <p className="use-none">No cable of this search has a date. {restWords(counts, row)}</p>;
  return (
    <>
      <div className="time-choices">
        <Choice label="By" value={row.span} options={SPANS} onChange={setSpan} />
        <Choice label="Divided by" value={division} options={DIVIDED} onChange={setDivision} />
      </div>
      <Chart
        line={line}
        layers={layers}
        asTable={asTable}
        table={table}
        picture={picture}
        label={label}
      />
      <footer className="sheet-foot">
        <p role="status">
          {saved || [spanWords(span, row), restWords(counts, row)].filter(Boolean).join(' ')}
        </p>
        <Checkbox className="tick" isSelected={asTable} onChange={setAsTable}>
          <Box checked={asTable} />
          Show as table
        </Checkbox>
        <Button className="button" onPress={() => void save('svg').catch(report)}>
          Save picture (SVG)…
        </Button>
        <Button className="button" onPress={() => void save('csv').catch(report)}>
          Save numbers (CSV)…
        </Button>
      </footer>
    </>
  );
}

interface ChartProps {
  readonly line: TimeLine;
  readonly layers: readonly Layer[];
  readonly asTable: boolean;
  readonly table: Table;
  readonly label: string;
  readonly picture: RefObject<SVGSVGElement | null>;
}

/** The bars with what is chosen, or their numbers. */
function Chart({ line, layers, asTable, table, label, picture }: ChartProps) {
  const { row, dates, counts } = line;
  const frame = useRef<HTMLDivElement>(null);
  const width = Math.max(0, useWidth(frame) - SIDE);
  const brushing = useBrushing(row, line.brush);
  const [at, setAt] = useState<number | null>(null);
  const { brush } = brushing;
  // Looking at one bar after the other draws none of this anew.
  const bars = useMemo(
    () => (
      <TimePicture
        ref={picture}
        row={row}
        layers={layers}
        brush={brush}
        width={width}
        label={label}
      />
    ),
    [picture, row, layers, brush, width, label],
  );
  const numbers = useMemo(() => <NumberTable table={table} caption={label} />, [table, label]);
  const chosen = brush ? datesIn(row.periods, brush) : dates;
  return (
    <>
      <div className="time-words">
        <p className="time-chosen" aria-live="polite">
          {chosen ? datesWords(chosen) : 'All dates'}
        </p>
        <p>
          {brush
            ? `${inDigits(sumOf(row, brush))} of ${count(counts?.total ?? 0, 'cable')}`
            : count(counts?.total ?? 0, 'cable')}
        </p>
        {dates && (
          <Button className="link" onPress={() => brushing.choose(null)}>
            Choose all dates
          </Button>
        )}
        <p className="time-at">{at === null ? '' : periodCount(row, at)}</p>
      </div>
      {/* What scrolls must be reachable by key. */}
      {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex */}
      <div ref={frame} className="time-view" tabIndex={0} role="group" aria-label="Time line">
        {width > 0 && (
          // The picture stays, so that it can be saved while its numbers are read.
          <div className="time-all" hidden={asTable}>
            {bars}
            <BrushFrame row={row} width={width} brushing={brushing} onLook={setAt} />
          </div>
        )}
        {!asTable && layers.length > 0 && <Legend layers={layers} />}
        {asTable ? numbers : <div className="by-ear">{numbers}</div>}
      </div>
    </>
  );
}

function Legend({ layers }: { readonly layers: readonly Layer[] }) {
  return (
    <ul className="time-legend" aria-label="What the parts of the bars are">
      {layers.map(({ value, colour }) => (
        <li key={value ?? ''}>
          <svg width={16} height={11} aria-hidden="true">
            <Patterns colours={[colour]} />
            <rect width={16} height={11} fill={area(colour)} />
          </svg>
          {value ?? 'others, or none'}
        </li>
      ))}
    </ul>
  );
}

function labelOf({ row, counts, query }: TimeLine): string {
  const { periods, span } = row;
  const dates = datesWords(datesIn(periods, { from: 0, to: periods.length - 1 }));
  const found = query === '' ? '' : ` found by ${query}`;
  return `${count(counts?.total ?? 0, 'cable')}${found} by ${span}, ${dates}`;
}

function tableOf(row: TimeRow, layers: readonly Layer[], brush: Brush | null): Table {
  const { periods, counts } = row;
  return {
    head: [
      { key: 'period', words: 'Period' },
      { key: 'chosen', words: 'Chosen' },
      { key: 'cables', words: 'Cables' },
      ...layers.map(({ value }) => ({ key: `layer ${value}`, words: value ?? 'Others' })),
    ],
    rows: periods.map((period, at) => ({
      key: period,
      words: [period, !brush || (at >= brush.from && at <= brush.to) ? 'yes' : 'no'],
      counts: [counts[at] ?? 0, ...layers.map((layer) => layer.counts[at] ?? 0)],
    })),
  };
}

/** Why years are shown where months were asked for. */
function spanWords(asked: Span, { span }: TimeRow): string {
  return asked === span ? '' : 'These are too many months to be shown one by one.';
}

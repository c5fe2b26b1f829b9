import { type Ref, useMemo, useRef, useState } from 'react';
import { Button, Checkbox } from 'react-aria-components';
import {
  chosenAtFirst,
  type Counted,
  type Series,
  seriesOf,
} from '../../domain/statistics/series.ts';
import type { Unit } from '../../domain/statistics/periods.ts';
import { tableCsv } from '../../domain/statistics/table.ts';
import type { TagUse } from '../../domain/statistics/tag-use.ts';
import { request } from '../bridge.ts';
import { report } from '../desk/desk.ts';
import { Box } from '../places/Box.tsx';
import { CableCells } from './CableCells.tsx';
import { NumberTable } from './NumberTable.tsx';
import { savedPicture } from './savedPicture.ts';
import { TagBars } from './TagBars.tsx';
import { TagTicks } from './TagTicks.tsx';
import { TimeBars } from './TimeBars.tsx';
import { useWidth } from './useWidth.ts';
import { Choice } from './Choice.tsx';
import { type Shown, shownOf, unitOf, type View, VIEWS } from './views.ts';

interface StatisticsProps {
  readonly vocabulary: Counted;
  readonly uses: readonly TagUse[];
  /** The tags the reader has picked; null before that. */
  readonly picked: ReadonlySet<string> | null;
  readonly onPick: (picked: ReadonlySet<string>) => void;
}

/** The picture of the tags chosen, or its numbers, and what is shown in it. */
export function Statistics({ vocabulary, uses, picked, onPick }: StatisticsProps) {
  const [view, setView] = useState<View>('tag');
  const [below, setBelow] = useState(true);
  const [unit, setUnit] = useState<Unit | null>(null);
  const [asTable, setAsTable] = useState(false);
  const [outcome, setOutcome] = useState<{ readonly of: Shown; readonly words: string } | null>(
    null,
  );
  const picture = useRef<SVGSVGElement>(null);
  const chosen = useMemo(() => picked ?? chosenAtFirst(vocabulary), [picked, vocabulary]);
  const series = useMemo(() => seriesOf(vocabulary, chosen, below), [vocabulary, chosen, below]);
  const shown = useMemo(() => shownOf(view, series, uses, unit), [view, series, uses, unit]);
  const { title } = VIEWS[view];

  async function save(kind: 'svg' | 'csv') {
    if (kind === 'svg' && !picture.current) return;
    const content =
      kind === 'svg' && picture.current
        ? savedPicture(picture.current, shown.label)
        : tableCsv(shown.table);
    try {
      const saved = await request('file.save', { kind, name: title, content });
      if (saved) setOutcome({ of: shown, words: `Saved as ${saved.fileName}.` });
    } catch (error) {
      report(error);
    }
  }

  return (
    <div className="use">
      <TagTicks vocabulary={vocabulary} chosen={chosen} onChoose={onPick} />
      <div className="use-choices">
        <Choice
          label="View"
          value={view}
          options={Object.entries(VIEWS).map(([value, { name }]) => [value as View, name])}
          onChange={setView}
        />
        {view === 'time' && (
          <Choice label="By" value={unit ?? unitOf(series)} options={UNITS} onChange={setUnit} />
        )}
        <Checkbox className="tick" isSelected={below} onChange={setBelow}>
          {({ isSelected }) => (
            <>
              <Box checked={isSelected} />
              Count tags below with each
            </>
          )}
        </Checkbox>
      </div>
      <View
        view={view}
        series={series}
        below={below}
        shown={shown}
        asTable={asTable}
        picture={picture}
      />
      <footer className="sheet-foot">
        <p role="status">{outcome?.of === shown ? outcome.words : shown.note || COUNTED}</p>
        <Checkbox className="tick" isSelected={asTable} onChange={setAsTable}>
          {({ isSelected }) => (
            <>
              <Box checked={isSelected} />
              Show as table
            </>
          )}
        </Checkbox>
        <Button
          className="button"
          isDisabled={series.length === 0}
          onPress={() => void save('svg')}
        >
          Save picture (SVG)…
        </Button>
        <Button
          className="button"
          isDisabled={series.length === 0}
          onPress={() => void save('csv')}
        >
          Save numbers (CSV)…
        </Button>
      </footer>
    </div>
  );
}

const UNITS: readonly (readonly [Unit, string])[] = [
  ['year', 'Year'],
  ['month', 'Month'],
  ['day', 'Day'],
];

const COUNTED = 'A tag on an annotation is one use. What was rejected or merged does not count.';

interface ViewProps {
  readonly view: View;
  readonly series: readonly Series[];
  readonly below: boolean;
  readonly shown: Shown;
  readonly asTable: boolean;
  readonly picture: Ref<SVGSVGElement>;
}

function View({ view, series, below, shown, asTable, picture }: ViewProps) {
  const frame = useRef<HTMLDivElement>(null);
  const width = useWidth(frame);
  const { label, table, times, cables } = shown;
  return (
    // What scrolls must be reachable by key.
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex
    <div ref={frame} className="use-view" tabIndex={0} role="group" aria-label={VIEWS[view].title}>
      {series.length === 0 && <p className="use-none">Choose a tag at the left.</p>}
      {series.length > 0 && width > 0 && (
        // The picture stays, so that it can be saved while its numbers are read.
        <div hidden={asTable}>
          {view === 'tag' && (
            <TagBars ref={picture} series={series} below={below} width={width} label={label} />
          )}
          {view === 'time' && times && (
            <TimeBars ref={picture} times={times} width={width} label={label} />
          )}
          {view === 'cable' && (
            <CableCells ref={picture} series={series} rows={cables} width={width} label={label} />
          )}
        </div>
      )}
      {series.length > 0 && asTable && <NumberTable table={table} caption={label} />}
    </div>
  );
}

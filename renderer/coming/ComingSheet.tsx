import '../places/places.css';
import './coming.css';
import { useEffect, useRef } from 'react';
import { Button, Checkbox, Group, Input, NumberField } from 'react-aria-components';
import { useCommand } from '../commands/commands.ts';
import { report as tell } from '../desk/desk.ts';
import { useLibrary } from '../desk/queries.ts';
import { closeSheet, SheetFrame } from '../desk/SheetFrame.tsx';
import { count } from '../desk/words.ts';
import { OutcomeFilter } from '../design/OutcomeFilter.tsx';
import { VirtualList } from '../design/VirtualList.tsx';
import { ImportProgress } from '../library/ImportProgress.tsx';
import { chooseAnnotations, type Report, takeOver, type Taken, useComingDesk } from './coming.ts';
import { ComingLine } from './ComingLine.tsx';
import { LossList } from './LossList.tsx';
import { coming, forecastWords, outcomes, outcomeWords, sumWords, takenWords } from './words.ts';

/** What a file of annotations would bring, passage by passage, and the reader's word on it. */
export function ComingSheet() {
  const { data: library } = useLibrary();
  useCommand('coming.choose', chooseAnnotations, Boolean(library && library.cables > 0));
  const report = useComingDesk((desk) => desk.report);
  const taken = useComingDesk((desk) => desk.taken);
  return (
    <SheetFrame
      sheet="coming"
      title={report ? `Annotations of “${report.fileName}”` : 'Import annotations'}
      className="coming beside"
    >
      {report && (taken ? <Done taken={taken} /> : <Waiting report={report} />)}
    </SheetFrame>
  );
}

/** A file that waits for the reader's word. */
function Waiting({ report }: { readonly report: Report }) {
  const outcome = useComingDesk((desk) => desk.outcome);
  const lines = outcome === null ? report.annotations : report.outcomes[outcome];
  return (
    <>
      <p className="coming-sum">{sumWords(report)}</p>
      <OutcomeFilter
        label="Show annotations"
        outcomes={outcomes}
        counts={report.outcomes}
        all={report.annotations}
        words={outcomeWords}
        shown={outcome}
        onShow={(shown) => useComingDesk.setState({ outcome: shown })}
      />
      <LossList title="What of it does not come" losses={report.losses} />
      {lines > 0 && (
        <VirtualList
          key={`${report.id} ${outcome ?? 'all'}`}
          label="Annotations"
          className="coming-lines"
          count={lines}
          estimate={90}
        >
          {(index) => <ComingLine id={report.id} outcome={outcome} index={index} />}
        </VirtualList>
      )}
      <ImportProgress />
      <Foot report={report} />
    </>
  );
}

/** From where on clear places are taken unless the reader says otherwise, in per cent. */
const USUAL = 85;

function Foot({ report }: { readonly report: Report }) {
  const { least, chosen, running } = useComingDesk();
  const many = coming(report);
  const foot = useRef<HTMLElement>(null);
  // While it runs there is no button; Escape must still be heard by the sheet.
  useEffect(() => {
    if (document.activeElement !== document.body) return;
    foot.current?.closest<HTMLElement>('[role=dialog]')?.focus();
  });
  return (
    <footer className="coming-foot" ref={foot}>
      {report.outcomes.proposed > 0 && <Threshold least={least} />}
      <div className="coming-act">
        <p role="status">{running ? 'Importing …' : forecastWords(report, least, chosen.size)}</p>
        {!running &&
          (many > 0 || report.relations > 0 ? (
            <Button className="button primary" onPress={() => void takeOver().catch(tell)}>
              {many > 0 ? `Import ${count(many, 'annotation')}` : 'Import the links'}
            </Button>
          ) : (
            <Button className="button" onPress={closeSheet}>
              Close
            </Button>
          ))}
      </div>
    </footer>
  );
}

/** Whether places proposed are taken from a score on, and from which. */
function Threshold({ least }: { readonly least: number | null }) {
  const set = (next: number | null) => useComingDesk.setState({ least: next });
  return (
    <Group className="coming-least" aria-label="Places taken without a look">
      <Checkbox
        className="tick"
        isSelected={least !== null}
        onChange={(takes) => set(takes ? USUAL : null)}
      >
        <span className="box" data-checked={least !== null} />
        Take places that are clearly the best, from
      </Checkbox>
      <NumberField
        aria-label="Least score in per cent"
        minValue={0}
        maxValue={100}
        step={1}
        value={least ?? USUAL}
        isDisabled={least === null}
        onChange={(value) => set(Number.isFinite(value) ? Math.round(value) : USUAL)}
      >
        <Input className="field coming-percent" />
      </NumberField>
      <span>% on</span>
    </Group>
  );
}

/** What was taken over, and what of the file did not come. */
function Done({ taken }: { readonly taken: Taken }) {
  return (
    <>
      <p className="coming-sum" role="status">
        {takenWords(taken)}
      </p>
      <div className="coming-done">
        <LossList title="What of the file did not come" losses={taken.losses} />
        {taken.losses.length === 0 && <p className="coming-none">Nothing of the file was lost.</p>}
      </div>
      <footer className="coming-foot">
        <div className="coming-act">
          <p>
            {taken.unplaced > 0 &&
              'What has no place waits in the tray, at the top of the annotations of its cable.'}
          </p>
          <Button className="button" onPress={closeSheet} autoFocus>
            Close
          </Button>
        </div>
      </footer>
    </>
  );
}

import './ImportReportSheet.css';
import { useEffect, useState } from 'react';
import { Button } from 'react-aria-components';
import { inAll, type ImportReport } from '../../domain/import/import.ts';
import { listen, request } from '../bridge.ts';
import { useCommand } from '../commands/commands.ts';
import { report as tell } from '../desk/desk.ts';
import { useLibrary } from '../desk/queries.ts';
import { SheetFrame } from '../desk/SheetFrame.tsx';
import { OutcomeFilter } from '../design/OutcomeFilter.tsx';
import { VirtualList } from '../design/VirtualList.tsx';
import { momentOf } from '../metadata/dates.ts';
import { showReport, useReport, useShownReport } from './importing.ts';
import { outcomes, outcomeWords, reportWords } from './importWords.ts';
import { ReportLine } from './ReportLine.tsx';

/** What became of each file of an import. */
export function ImportReportSheet() {
  const { data: library } = useLibrary();
  useCommand('import.report', () => showReport(null), Boolean(library));
  useEffect(() => listen('import.ended', (ended) => showReport(ended.runId)), []);
  const runId = useShownReport((shown) => shown.runId);
  const report = useReport(runId);
  const stopped = report?.state === 'stopped' || report?.state === 'abandoned';
  return (
    <SheetFrame
      sheet="report"
      title={stopped ? 'Import stopped' : 'Import'}
      className="import-report"
    >
      {report === null && (
        <p className="report-none">Nothing has been imported into this library yet.</p>
      )}
      {report && <Report key={report.runId} report={report} />}
    </SheetFrame>
  );
}

function Report({ report }: { readonly report: ImportReport }) {
  const { runId, counts, startedAt } = report;
  const outcome = useShownReport((shown) => shown.outcome);
  const [saved, setSaved] = useState('');
  const lines = outcome === null ? inAll(counts) : counts[outcome];
  async function save() {
    const file = await request('import.saveReport', { runId });
    if (file) setSaved(`Saved as ${file.fileName}.`);
  }
  return (
    <>
      <p className="report-sum">{reportWords(report)}</p>
      <OutcomeFilter
        label="Show files"
        outcomes={outcomes}
        counts={counts}
        all={inAll(counts)}
        words={outcomeWords}
        shown={outcome}
        onShow={(shown) => useShownReport.setState({ outcome: shown })}
      />
      <VirtualList
        key={outcome ?? 'all'}
        label="Files"
        className="report"
        count={lines}
        estimate={58}
      >
        {(index) => <ReportLine runId={runId} outcome={outcome} index={index} />}
      </VirtualList>
      <footer className="report-foot">
        <p role="status">{saved || `Begun on ${momentOf(startedAt)}`}</p>
        <Button className="button" onPress={() => void save().catch(tell)}>
          Save report…
        </Button>
      </footer>
    </>
  );
}

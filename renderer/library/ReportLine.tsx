import { Button } from 'react-aria-components';
import type { ImportedFile, ImportOutcome, NamedCable } from '../../domain/import/import.ts';
import { openCable } from '../desk/desk.ts';
import { closeSheet } from '../desk/SheetFrame.tsx';
import { fileNameOf } from '../desk/words.ts';
import { useReportLine } from './importing.ts';
import { factsOf } from './importWords.ts';

interface ReportLineProps {
  readonly runId: string;
  readonly outcome: ImportOutcome | null;
  readonly index: number;
}

/** What became of one file: its name, how it was read, and the cable it is now or the reason why it is none. */
export function ReportLine({ runId, outcome, index }: ReportLineProps) {
  const file = useReportLine(runId, outcome, index);
  if (!file) return <div className="report-file report-reading" aria-busy="true" />;
  return (
    <div className={`report-file ${file.outcome}`}>
      <p className="report-name">
        <span className="report-path">{fileNameOf(file.path)}</span>
        <span>{factsOf(file)}</span>
      </p>
      <Outcome file={file} />
    </div>
  );
}

function Outcome({ file }: { readonly file: ImportedFile }) {
  if (file.outcome === 'failed') return <p className="report-failure">{file.failure.message}</p>;
  return (
    <>
      <p>
        <CableLink cable={file} />
      </p>
      {file.outcome === 'witness' && file.of && (
        <p className="report-before">
          Came before as <CableLink cable={file.of} />
        </p>
      )}
      {file.outcome !== 'duplicate' &&
        file.warnings.map((warning) => (
          <p key={warning} className="report-warning">
            {warning}
          </p>
        ))}
    </>
  );
}

function CableLink({ cable: { cableId, title } }: { readonly cable: NamedCable }) {
  return (
    <Button
      className="link"
      onPress={() => {
        closeSheet();
        openCable(cableId);
      }}
    >
      {title}
    </Button>
  );
}

import './ImportReportSheet.css';
import { Button } from 'react-aria-components';
import type { ImportedFile, ImportReport } from '../../domain/import/import.ts';
import { openCable } from '../desk/desk.ts';
import { closeSheet, SheetFrame } from '../desk/SheetFrame.tsx';
import { count, fileNameOf, inDigits } from '../desk/words.ts';
import { VirtualList } from '../design/VirtualList.tsx';
import { encodingNames } from '../metadata/encodings.ts';
import { useImportReport } from './importing.ts';

/** What became of each file of an import. */
export function ImportReportSheet() {
  const { report } = useImportReport();
  return (
    <SheetFrame sheet="report" title={report?.cancelled ? 'Import stopped' : 'Import'}>
      {report && (
        <>
          <p className="report-sum">{sumOf(report)}</p>
          <VirtualList label="Files" className="report" count={report.files.length} estimate={58}>
            {(index) => <FileLine file={report.files[index]} />}
          </VirtualList>
        </>
      )}
    </SheetFrame>
  );
}

/** "3 cables imported · 1 already in the library · 1 file failed." */
function sumOf({ files, total, cancelled }: ImportReport): string {
  const of = (outcome: ImportedFile['outcome']) =>
    files.filter((file) => file.outcome === outcome).length;
  const parts = [`${count(of('imported'), 'cable')} imported`];
  if (of('duplicate') > 0) parts.push(`${inDigits(of('duplicate'))} already in the library`);
  if (of('failed') > 0) parts.push(`${count(of('failed'), 'file')} failed`);
  const left = total - files.length;
  if (cancelled && left > 0) parts.push(`${count(left, 'file')} not looked at`);
  return `${parts.join(' · ')}.`;
}

function FileLine({ file }: { readonly file: ImportedFile | undefined }) {
  if (!file) return null;
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

/** "Windows-1252 · 2 proposals", or why there is no new cable. */
function factsOf(file: ImportedFile): string {
  if (file.outcome === 'failed') return 'not imported';
  if (file.outcome === 'duplicate') return 'already in the library';
  const name = encodingNames[file.encoding];
  return file.proposals > 0 ? `${name} · ${count(file.proposals, 'proposal')}` : name;
}

function Outcome({ file }: { readonly file: ImportedFile }) {
  if (file.outcome === 'failed') return <p className="report-failure">{file.failure.message}</p>;
  const { cableId, title } = file;
  return (
    <p>
      <Button
        className="link"
        onPress={() => {
          closeSheet();
          openCable(cableId);
        }}
      >
        {title}
      </Button>
    </p>
  );
}

import '../places/places.css';
import '../coming/coming.css';
import './export.css';
import { useEffect, useRef } from 'react';
import { Button } from 'react-aria-components';
import { request } from '../bridge.ts';
import { useCommand } from '../commands/commands.ts';
import { LossList } from '../coming/LossList.tsx';
import { openCable, report } from '../desk/desk.ts';
import { useLibrary } from '../desk/queries.ts';
import { closeSheet, SheetFrame } from '../desk/SheetFrame.tsx';
import { ImportProgress } from '../library/ImportProgress.tsx';
import { startGoing } from '../relations/going.ts';
import { openExport, type Question, useQuestion } from './choice.ts';
import { type Looking, useLosses, useWriting, type Written } from './exporting.ts';
import { FormatChoice } from './FormatChoice.tsx';
import { WhichCables } from './WhichCables.tsx';
import { buttonWords, lookedWords, writtenWords } from './words.ts';

/** Takes cables out of the library, in a format of one’s choice. What it cannot say is told before. */
export function ExportSheet() {
  const { data: library } = useLibrary();
  useCommand('export.open', () => openExport(), Boolean(library && library.cables > 0));
  return (
    <SheetFrame sheet="export" title="Export" className="export">
      <Export />
    </SheetFrame>
  );
}

function Export() {
  const question = useQuestion();
  const looking = useLosses(question);
  const { running, written, write } = useWriting(question.asked);
  const foot = useRef<HTMLElement>(null);
  // Where a button goes that has been pressed, the keys must still be heard by the sheet.
  useEffect(() => {
    if (document.activeElement !== document.body) return;
    foot.current?.closest<HTMLElement>('[role=dialog]')?.focus();
  });
  return (
    <>
      <div className="export-place">
        <div className="export-asked">
          <WhichCables question={question} busy={running} />
          <FormatChoice question={question} busy={running} />
        </div>
        <div className="export-told">
          {written ? <Done written={written} /> : <Told looking={looking} busy={running} />}
        </div>
      </div>
      <ImportProgress />
      <footer className="sheet-foot" ref={foot}>
        <p role="status">{stateWords(question, looking, { running, written })}</p>
        {written && (
          <Button className="button" onPress={() => void request('export.show', {}).catch(report)}>
            Open the folder
          </Button>
        )}
        {!written && (
          <Button
            className="button primary"
            isDisabled={running || looking.losses === null}
            onPress={write}
          >
            {buttonWords(question.cables)}
          </Button>
        )}
      </footer>
    </>
  );
}

interface State {
  readonly running: boolean;
  readonly written: Written | null;
}

function stateWords({ cables }: Question, looking: Looking, { running, written }: State): string {
  if (running) return 'Exporting …';
  if (written) return writtenWords(written);
  if (looking.running) return 'Looking what is lost …';
  if (looking.losses) return 'A new folder is made; nothing that is there is written over.';
  return cables === 0 ? 'There are no cables to export.' : 'First look what is lost.';
}

/** What the format cannot say, before anything is written. */
function Told({ looking, busy }: { readonly looking: Looking; readonly busy: boolean }) {
  const { losses, failure, look } = looking;
  if (losses)
    return (
      <>
        <p className="export-sum">{lookedWords(losses)}</p>
        {losses.losses.length === 0 ? (
          <p>Nothing is lost: this format says all that the library holds of them.</p>
        ) : (
          <LossList title="What this format cannot say" losses={losses.losses} onGo={go} />
        )}
      </>
    );
  if (looking.running) return null;
  return (
    <>
      <p className="export-sum">
        {failure ??
          'What this format cannot say of these cables is listed here before anything is written.'}
      </p>
      <Button className="button" isDisabled={busy} onPress={look}>
        Look what is lost
      </Button>
    </>
  );
}

/** What was lost in what was written. */
function Done({ written: { losses } }: { readonly written: Written }) {
  return losses.length === 0 ? (
    <p>Nothing was lost.</p>
  ) : (
    <LossList title="What it does not say" losses={losses} onGo={go} />
  );
}

/** Goes to what is named in the list of losses. */
function go({ cableId, annotationId }: { cableId: string | null; annotationId: string | null }) {
  closeSheet();
  if (annotationId !== null) startGoing(annotationId);
  else openCable(cableId);
}

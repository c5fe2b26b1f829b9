import { useEffect, useState } from 'react';
import { Button } from 'react-aria-components';
import { inAll } from '../../domain/import/import.ts';
import { listen } from '../bridge.ts';
import { useCommand } from '../commands/commands.ts';
import { report } from '../desk/desk.ts';
import { count, inDigits } from '../desk/words.ts';
import { abandonImport, resumeImport, useUnfinished } from './importing.ts';

/** Says that an import was stopped, or cut short with the program, and offers to go on with it. */
export function UnfinishedImport() {
  const unfinished = useUnfinished();
  const [busy, setBusy] = useState(false);
  useEffect(() => listen('import.progress', (progress) => setBusy(progress !== null)), []);
  const offered = unfinished !== null && !busy;
  useCommand('import.resume', resumeImport, offered);
  if (!offered) return null;
  const { runId, counts, total } = unfinished;
  const done = inDigits(inAll(counts));
  const far = total === null ? `${done} files` : `${done} of ${count(total, 'file')}`;
  return (
    <section className="importing unfinished" aria-label="Import that was stopped">
      <p>An import was stopped after {far}.</p>
      <div className="unfinished-choice">
        <Button className="button" onPress={() => void resumeImport().catch(report)}>
          Go on<span className="by-ear"> with the import</span>
        </Button>
        <Button className="quiet" onPress={() => void abandonImport(runId).catch(report)}>
          Let it be
        </Button>
      </div>
    </section>
  );
}

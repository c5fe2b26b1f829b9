import './ImportProgress.css';
import { useEffect, useState } from 'react';
import { Button, ProgressBar } from 'react-aria-components';
import type { ImportProgress as Progress } from '../../domain/import/import.ts';
import { listen, request } from '../bridge.ts';
import { report } from '../desk/desk.ts';
import { count, fileNameOf, inDigits } from '../desk/words.ts';
import { useWork } from './work.ts';

/**
 * How far the work under way has come, at the foot of the library or of the sheet that has begun it;
 * nothing while there is none.
 */
export function ImportProgress() {
  const [progress, setProgress] = useState<Progress | null>(null);
  useEffect(() => listen('import.progress', setProgress), []);
  const { name, thing } = useWork();
  if (!progress) return null;
  const { done, total, current } = progress;
  return (
    <section className="importing" aria-label={name}>
      <ProgressBar
        aria-label={name}
        value={done}
        maxValue={Math.max(total, 1)}
        valueLabel={`${inDigits(done)} of ${count(total, thing)}`}
      >
        {({ percentage = 0 }) => (
          <div className="importing-track">
            <div className="importing-done" style={{ width: `${percentage}%` }} />
          </div>
        )}
      </ProgressBar>
      <div className="importing-words">
        <span className="importing-file">
          {inDigits(done)} of {count(total, thing)} ·{' '}
          {thing === 'file' ? fileNameOf(current) : current}
        </span>
        <Button className="quiet" onPress={() => void request('import.cancel', {}).catch(report)}>
          Cancel<span className="by-ear">: {name}</span>
        </Button>
      </div>
    </section>
  );
}

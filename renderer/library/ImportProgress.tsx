import './ImportProgress.css';
import { useEffect, useState } from 'react';
import { Button, ProgressBar } from 'react-aria-components';
import type { ImportProgress as Progress } from '../../domain/import/import.ts';
import { listen, request } from '../bridge.ts';
import { report } from '../desk/desk.ts';
import { count, fileNameOf, inDigits } from '../desk/words.ts';
import { paceWords } from './importWords.ts';
import { useWork } from './work.ts';

/** How often a reader by ear hears how far it is, in milliseconds. */
const BY_EAR = 20_000;

/**
 * How far the work under way has come, at the foot of the library or of the sheet that has begun it;
 * nothing while there is none.
 */
export function ImportProgress() {
  const [progress, heard] = useProgress();
  const { name, thing } = useWork();
  if (!progress) return null;
  const { done, total, current, pace } = progress;
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
      <p className="importing-far">{progressWords(progress, thing)}</p>
      <div className="importing-words">
        <span className={pace ? 'importing-file' : 'importing-title'}>
          {thing === 'file' ? fileNameOf(current) : current}
        </span>
        <Button className="quiet" onPress={() => void request('import.cancel', {}).catch(report)}>
          Cancel<span className="by-ear">: {name}</span>
        </Button>
      </div>
      <p className="by-ear" aria-live="polite">
        {heard && progressWords(heard, thing)}
      </p>
    </section>
  );
}

/** "1,204 of 20,000 files · 410 a second · 46 s left". */
function progressWords({ done, total, pace }: Progress, thing: string): string {
  const far = `${inDigits(done)} of ${count(total, thing)}`;
  const speed = pace ? paceWords(pace) : '';
  return speed === '' ? far : `${far} · ${speed}`;
}

/** How far the work under way is, and how far it was when a reader by ear heard of it last. */
function useProgress(): readonly [Progress | null, Progress | null] {
  const [progress, setProgress] = useState<Progress | null>(null);
  const [heard, setHeard] = useState<Progress | null>(null);
  useEffect(() => {
    let last = -Infinity;
    return listen('import.progress', (next) => {
      setProgress(next);
      const now = performance.now();
      if (next && now - last < BY_EAR) return;
      last = next ? now : -Infinity;
      setHeard(next);
    });
  }, []);
  return [progress, heard];
}

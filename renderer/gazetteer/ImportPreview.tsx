import { useMemo, useState } from 'react';
import { Button } from 'react-aria-components';
import type { ListedEntry } from '../../domain/gazetteer/entry.ts';
import { taking } from '../../domain/gazetteer/take.ts';
import { request } from '../bridge.ts';
import { VirtualListBox } from '../design/VirtualListBox.tsx';
import { report } from '../desk/desk.ts';
import { count, inDigits } from '../desk/words.ts';
import { announce } from '../status/announce.ts';
import { type Brought, useEditing } from './editing.ts';
import { kindNames } from './kinds.ts';

interface ImportPreviewProps {
  readonly brought: Brought;
  readonly listed: readonly ListedEntry[];
}

/** What a file would bring into the gazetteer, before anything is taken over. */
export function ImportPreview({ brought, listed }: ImportPreviewProps) {
  const { fileName, entries, warnings } = brought;
  const { made, changed, same } = useMemo(
    () => taking(listed, entries, () => crypto.randomUUID()),
    [listed, entries],
  );
  const [active, setActive] = useState<number | null>(null);
  const all = [...made, ...changed];
  const leave = () => useEditing.setState({ brought: null });
  async function take() {
    const taken = await request('gazetteer.take', { entries });
    announce(`${inDigits(taken.made)} new, ${inDigits(taken.changed)} changed.`);
    leave();
  }
  return (
    <div className="gazetteer-import">
      <header className="gazetteer-import-head">
        <h3>{fileName}</h3>
        <p role="status">{sumWords(made.length, changed.length, same)}</p>
      </header>
      {warnings.length > 0 && (
        <ul className="gazetteer-warnings" aria-label="Passed over">
          {warnings.map((warning) => (
            <li key={warning}>{warning}</li>
          ))}
        </ul>
      )}
      {all.length > 0 && (
        <VirtualListBox
          label="What it brings"
          count={all.length}
          active={active}
          estimate={47}
          onMove={setActive}
        >
          {(index) => {
            const entry = all[index];
            if (!entry) return null;
            const { name, kind, forms, description } = entry;
            return (
              <div className="gazetteer-line">
                <p className="gazetteer-name">
                  <span>{name}</span>{' '}
                  <span className="gazetteer-kind">
                    {kindNames[kind]}{' '}
                    <span className="chip">{index < made.length ? 'new' : 'more'}</span>
                  </span>
                </p>
                <p className="gazetteer-said">
                  {[forms.join(', '), description].filter(Boolean).join(' · ')}
                </p>
              </div>
            );
          }}
        </VirtualListBox>
      )}
      <footer className="gazetteer-foot">
        <span className="gazetteer-count">Nothing is taken over before you say so.</span>
        <Button className="button" onPress={leave}>
          {all.length > 0 ? 'Leave it' : 'Back'}
        </Button>
        {all.length > 0 && (
          <Button className="button primary" onPress={() => void take().catch(report)}>
            Take {count(all.length, 'entry', 'entries')}
          </Button>
        )}
      </footer>
    </div>
  );
}

/** "17 new, 3 get other forms or a description, 2 say nothing new." */
function sumWords(made: number, changed: number, same: number): string {
  const parts = [
    made > 0 && `${inDigits(made)} new`,
    changed > 0 &&
      `${inDigits(changed)} ${changed === 1 ? 'gets' : 'get'} other forms or a description`,
    same > 0 && `${inDigits(same)} ${same === 1 ? 'says' : 'say'} nothing new`,
  ].filter((part) => part !== false);
  return parts.length === 0 ? 'There are no names in it.' : `${parts.join(', ')}.`;
}

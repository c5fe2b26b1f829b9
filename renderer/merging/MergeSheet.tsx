import '../places/places.css';
import './merging.css';
import { useEffect } from 'react';
import { Button } from 'react-aria-components';
import { useCommand } from '../commands/commands.ts';
import { report, useDesk } from '../desk/desk.ts';
import { useLibrary } from '../desk/queries.ts';
import { closeSheet, SheetFrame } from '../desk/SheetFrame.tsx';
import { ImportProgress } from '../library/ImportProgress.tsx';
import { Foot } from '../places/Foot.tsx';
import { chooseMerge, leaveMerge, runMerge, useMerging } from './merging.ts';
import { conflictWords, mergedWords, reportLines } from './words.ts';

/** What merging a package or another library would bring, and the way to do it. */
export function MergeSheet() {
  const { data: library } = useLibrary();
  useCommand('merge.choose', chooseMerge, Boolean(library));
  const open = useDesk((desk) => desk.sheet === 'merge');
  useEffect(() => {
    if (!open) void leaveMerge().catch(report);
  }, [open]);
  return (
    <SheetFrame sheet="merge" title="Merge" className="merging">
      <Merge />
    </SheetFrame>
  );
}

function Merge() {
  const { read, running, done } = useMerging();
  if (!read) return null;
  const shown = done ?? read;
  const lines = reportLines(shown);
  const nothing = lines.length === 0 && shown.conflicts === 0;
  return (
    <>
      <div className="sheet-body merging-body">
        <p className="merging-name">{shown.fileName}</p>
        {!nothing && (
          <>
            <h3>{done ? 'What has come' : 'What would come'}</h3>
            <ul className="merging-lines">
              {lines.map((line) => (
                <li key={line}>{line}</li>
              ))}
            </ul>
            <p className={shown.conflicts > 0 ? 'merging-warn' : 'merging-soft'}>
              {conflictWords(shown.conflicts)}
            </p>
          </>
        )}
        {!done && !nothing && (
          <p className="merging-soft">
            The file stays as it is. Your library is backed up before. Merging is one action, and
            can be undone; cables that come stay, as after an import.
          </p>
        )}
      </div>
      <ImportProgress />
      <Foot words={statusWords(nothing)} again={false} onAgain={() => undefined}>
        {done && done.conflicts > 0 && (
          <Button
            className="button primary"
            onPress={() => useDesk.setState({ sheet: 'conflicts' })}
          >
            Decide them
          </Button>
        )}
        {!done && !nothing && (
          <Button
            className="button primary"
            isDisabled={running}
            onPress={() => void runMerge(read).catch(report)}
          >
            Merge
          </Button>
        )}
        {(done || nothing) && (
          <Button className="button" onPress={closeSheet}>
            Done
          </Button>
        )}
      </Foot>
    </>
  );

  function statusWords(empty: boolean): string {
    if (running) return 'Merging …';
    if (done) return mergedWords(done);
    return empty ? mergedWords(shown) : 'Nothing has changed yet.';
  }
}

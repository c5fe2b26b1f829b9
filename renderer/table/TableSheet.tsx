import './TableSheet.css';
import { useEffect, useRef, useState } from 'react';
import type { CableChoice } from '../../domain/library/choice.ts';
import { request } from '../bridge.ts';
import { useCommand } from '../commands/commands.ts';
import { report, useDesk } from '../desk/desk.ts';
import { queryClient, useLibrary } from '../desk/queries.ts';
import { SheetFrame } from '../desk/SheetFrame.tsx';
import { count } from '../desk/words.ts';
import { ImportProgress } from '../library/ImportProgress.tsx';
import { announce } from '../status/announce.ts';
import { type Act, ActionBar, type Told } from './ActionBar.tsx';
import { discardCables, type Done } from './actions.ts';
import { CableGrid } from './CableGrid.tsx';
import { useColumns } from './columns.ts';
import { ColumnsButton } from './ColumnsButton.tsx';
import { choiceOf, countMarks, type Marks, noMarks } from './marking.ts';
import { QueryField } from './QueryField.tsx';
import { useTotal } from './rows.ts';

/** The cables that the search in force finds, as a table as large as the window. */
export function TableSheet() {
  const { data: library } = useLibrary();
  useCommand(
    'library.table',
    () => useDesk.setState({ sheet: 'table' }),
    Boolean(library && library.cables > 0),
  );
  return (
    <SheetFrame sheet="table" title="Cables" className="cable-table">
      <Table />
    </SheetFrame>
  );
}

function Table() {
  const query = useDesk((desk) => desk.query);
  const order = useDesk((desk) => desk.order);
  const { total, error } = useTotal({ query, order });
  const columns = useColumns();
  const [kept, setKept] = useState({ query, marks: noMarks });
  const [told, setTold] = useState<Told | null>(null);
  const [tagging, setTagging] = useState(false);
  const grid = useRef<HTMLDivElement>(null);
  useEffect(() => grid.current?.focus(), []);
  // What another search has found is out of sight, and nothing out of sight is acted on.
  const marks = kept.query === query ? kept.marks : noMarks;
  const mark = (next: Marks) => {
    setKept({ query, marks: next });
    setTold(null);
  };

  /** Does something with cables, and tells what came of it. */
  async function act(work: (choice: CableChoice) => Promise<Done | null>, these: Marks) {
    setTold(null);
    const done = await work(choiceOf(these));
    if (!done) return;
    const state = done.undoable ? await request('library.state', {}) : null;
    if (state) queryClient.setQueryData(['library'], state);
    setTold({ words: done.words, undo: state?.undo.undo ?? null });
    announce(done.words);
    grid.current?.focus();
  }

  async function discard(choice: CableChoice) {
    const done = await discardCables(choice);
    mark(noMarks);
    return done;
  }

  const start: Act = (work, these = marks) => void act(work, these).catch(report);
  return (
    <>
      <div className="table-top">
        <QueryField />
        <p className="table-count">{error ? error.message : count(total, 'cable')}</p>
        <ColumnsButton columns={columns} />
      </div>
      <CableGrid
        ref={grid}
        listing={{ query, order }}
        total={total}
        columns={columns}
        marks={marks}
        onMark={mark}
        onAct={start}
        onTag={(these) => {
          mark(these);
          setTagging(true);
        }}
        onDiscard={(these) => start(discard, these)}
      />
      <ImportProgress />
      <ActionBar
        marked={countMarks(marks, total)}
        told={told}
        tagging={tagging}
        onTagging={setTagging}
        onAct={start}
        onClear={() => {
          mark(noMarks);
          grid.current?.focus();
        }}
        onDiscard={() => start(discard)}
      />
    </>
  );
}

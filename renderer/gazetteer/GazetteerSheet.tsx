import '../design/menu.css';
import './GazetteerSheet.css';
import { useMemo, useRef } from 'react';
import { Button, Input, TextField } from 'react-aria-components';
import { broughtAlong } from '../../domain/gazetteer/brought.ts';
import type { ListedEntry } from '../../domain/gazetteer/entry.ts';
import { request } from '../bridge.ts';
import { useCommand } from '../commands/commands.ts';
import { VirtualListBox } from '../design/VirtualListBox.tsx';
import { report } from '../desk/desk.ts';
import { useGazetteer, useLibrary } from '../desk/queries.ts';
import { SheetFrame } from '../desk/SheetFrame.tsx';
import { count, inDigits } from '../desk/words.ts';
import { begin, choose, listedFor, openGazetteer, useEditing } from './editing.ts';
import { EntryForm, NewEntry } from './EntryForm.tsx';
import { ImportPreview } from './ImportPreview.tsx';
import { KindChoice } from './KindChoice.tsx';
import { kindNames } from './kinds.ts';

/** The gazetteer and the glossary of the library: names, what they mean, and how texts have them. */
export function GazetteerSheet() {
  const { data: library } = useLibrary();
  useCommand('gazetteer.edit', openGazetteer, Boolean(library));
  return (
    <SheetFrame sheet="gazetteer" title="Gazetteer and glossary" className="gazetteer">
      <Gazetteer />
    </SheetFrame>
  );
}

const NOTHING: readonly ListedEntry[] = [];

function Gazetteer() {
  const { data: listed = NOTHING } = useGazetteer();
  const { words, kind, chosenId, fresh, brought } = useEditing();
  const list = useRef<HTMLDivElement>(null);
  const shown = useMemo(() => listedFor(listed, { words, kind }), [listed, words, kind]);
  const chosen = listed.find(({ entry }) => entry.id === chosenId);
  const active = shown.findIndex(({ entry }) => entry.id === chosenId);
  if (brought) return <ImportPreview brought={brought} listed={listed} />;
  return (
    <div className="gazetteer-all">
      <div className="gazetteer-left">
        <div className="gazetteer-find">
          <TextField
            aria-label="Find an entry"
            value={words}
            onChange={(typed) => useEditing.setState({ words: typed })}
            autoFocus
          >
            <Input className="field" placeholder="Find" spellCheck="false" />
          </TextField>
          <KindChoice
            label="Kind listed"
            kind={kind}
            all="All kinds"
            onChange={(next) => useEditing.setState({ kind: next })}
          />
        </div>
        {shown.length > 0 ? (
          <VirtualListBox
            ref={list}
            label="Entries"
            count={shown.length}
            active={active === -1 ? null : active}
            estimate={47}
            onMove={(index) => choose(shown[index]?.entry.id ?? null)}
          >
            {(index) => <Line listed={shown[index]} />}
          </VirtualListBox>
        ) : (
          <p className="gazetteer-none">No entry has these words.</p>
        )}
        <footer className="gazetteer-foot">
          <Button className="button" onPress={() => begin(words.trim())}>
            New entry
          </Button>
          <Button className="button" onPress={() => void read().catch(report)}>
            Import…
          </Button>
          <span className="gazetteer-count" aria-live="polite">
            {shown.length === listed.length
              ? count(listed.length, 'entry', 'entries')
              : `${inDigits(shown.length)} of ${inDigits(listed.length)}`}
          </span>
        </footer>
      </div>
      {fresh && <NewEntry key={fresh.id} entry={fresh} />}
      {!fresh && chosen && (
        <EntryForm key={chosen.entry.id} listed={chosen} onDeleted={() => list.current?.focus()} />
      )}
      {!fresh && !chosen && <NoneChosen listed={listed} />}
    </div>
  );
}

async function read() {
  const brought = await request('gazetteer.read', {});
  if (brought) useEditing.setState({ brought });
}

function Line({ listed }: { readonly listed: ListedEntry | undefined }) {
  if (!listed) return null;
  const { name, kind, description } = listed.entry;
  return (
    <div className="gazetteer-line">
      <p className="gazetteer-name">
        <span>{name}</span> <span className="gazetteer-kind">{kindNames[kind]}</span>
      </p>
      <p className="gazetteer-said">{description}</p>
    </div>
  );
}

/** What the gazetteer is for, and what of the program's entries was deleted. */
function NoneChosen({ listed }: { readonly listed: readonly ListedEntry[] }) {
  const there = new Set(listed.map(({ entry }) => entry.id));
  const gone = broughtAlong.filter(({ id }) => !there.has(id));
  return (
    <div className="entry-form">
      <p className="gazetteer-about">
        Names and words of the trade. What stands in a cable is suggested for tagging, and explained
        when the pointer rests on it. Choose an entry to change it.
      </p>
      {gone.length > 0 && (
        <p className="gazetteer-gone">
          {count(gone.length, 'entry', 'entries')} that came with the program{' '}
          {gone.length === 1 ? 'has' : 'have'} been deleted here.{' '}
          <Button
            className="link"
            onPress={() => void request('gazetteer.take', { entries: gone }).catch(report)}
          >
            Bring back
          </Button>
        </p>
      )}
    </div>
  );
}

import '../design/menu.css';
import '../design/sheet-form.css';
import './kept.css';
import { useRef, useState } from 'react';
import { Button, ListBox, ListBoxItem } from 'react-aria-components';
import { commands } from '../../domain/command.ts';
import { SavedSearch } from '../../domain/search/result.ts';
import { request } from '../bridge.ts';
import { CommandButton } from '../commands/CommandButton.tsx';
import { useCommand } from '../commands/commands.ts';
import { keyLabel } from '../commands/keys.ts';
import { NameField } from '../design/NameField.tsx';
import { report, useDesk } from '../desk/desk.ts';
import { useLibrary } from '../desk/queries.ts';
import { closeSheet, SheetFrame } from '../desk/SheetFrame.tsx';
import { inWords, runSearch, useKeptSearches } from './kept.ts';

/** The searches kept in the library: to be searched for again, renamed and deleted. */
export function SavedSearches() {
  const { data: library } = useLibrary();
  useCommand('search.saved', () => useDesk.setState({ sheet: 'savedSearches' }), Boolean(library));
  return (
    <SheetFrame sheet="savedSearches" title="Kept searches" className="kept">
      <Kept />
    </SheetFrame>
  );
}

function Kept() {
  const { data: searches } = useKeptSearches();
  const list = useRef<HTMLDivElement>(null);
  const [chosenId, setChosenId] = useState<string | null>(null);
  if (!searches) return null;
  const chosen = searches.find(({ id }) => id === chosenId) ?? searches[0];
  if (!chosen) return <NoneKept />;
  return (
    <div className="kept-parts">
      <div className="sheet-list">
        <ListBox
          ref={list}
          className="menu kept-list"
          aria-label="Kept searches"
          // oxlint-disable-next-line jsx-a11y/no-autofocus -- The reader has just asked for this list.
          autoFocus
          selectionMode="single"
          selectionBehavior="replace"
          disallowEmptySelection
          escapeKeyBehavior="none"
          selectedKeys={[chosen.id]}
          onSelectionChange={(keys) => {
            if (keys !== 'all') for (const key of keys) setChosenId(String(key));
          }}
          onAction={(key) => run(searches.find(({ id }) => id === key))}
        >
          {searches.map(({ id, name, query }) => (
            <ListBoxItem key={id} id={id} textValue={name}>
              <span className="kept-name">
                {name}
                <span className="kept-asks">{inWords(query)}</span>
              </span>
            </ListBoxItem>
          ))}
        </ListBox>
      </div>
      {/* A search that is being worked on stays chosen, wherever its new name puts it in the list. */}
      <div className="sheet-place" onFocus={() => setChosenId(chosen.id)}>
        <KeptForm key={chosen.id} search={chosen} onDeleted={() => list.current?.focus()} />
      </div>
    </div>
  );
}

/** Says how a search comes here; where something is looked for, offers to keep it. */
function NoneKept() {
  const query = useDesk((desk) => desk.query);
  return (
    <div className="sheet-form">
      <p className="kept-none">
        No searches are kept in this library yet. Search for something, then choose “
        {commands['search.save'].title.replace('…', '')}” in the menu Search.
      </p>
      {query.trim() !== '' && (
        <div className="kept-deeds">
          <CommandButton name="search.save" className="button">
            Keep the search in force
          </CommandButton>
        </div>
      )}
    </div>
  );
}

interface KeptFormProps {
  readonly search: SavedSearch;
  readonly onDeleted: () => void;
}

/** A kept search, and what can be done with it. */
function KeptForm({ search, onDeleted }: KeptFormProps) {
  const { id, name, query } = search;
  const remove = () => request('search.forget', { id }).then(onDeleted).catch(report);
  return (
    <div className="sheet-form">
      <NameField
        label="Name"
        stored={name}
        save={(typed) => {
          const wanted = SavedSearch.shape.name.safeParse(typed);
          if (!wanted.success || wanted.data === name) return null;
          return request('search.rename', { id, name: wanted.data });
        }}
      />
      <div>
        <p className="label">Asks for</p>
        <p className="kept-query">{query}</p>
      </div>
      <div className="kept-deeds">
        <Button className="button primary" onPress={() => run(search)}>
          Search
        </Button>
      </div>
      <div className="sheet-delete">
        <p>Undo ({keyLabel(commands['journal.undo'].key)}) brings a deleted search back.</p>
        <Button className="button" onPress={() => void remove()}>
          Delete
        </Button>
      </div>
    </div>
  );
}

function run(search: SavedSearch | undefined) {
  if (!search) return;
  runSearch(search);
  closeSheet();
}

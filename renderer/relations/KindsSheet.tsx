import '../design/menu.css';
import '../design/sheet-form.css';
import './relations.css';
import './KindsSheet.css';
import { useRef, useState } from 'react';
import { ListBox, ListBoxItem } from 'react-aria-components';
import { useCommand } from '../commands/commands.ts';
import { useDesk } from '../desk/desk.ts';
import { useLibrary, useRelationTypes } from '../desk/queries.ts';
import { SheetFrame } from '../desk/SheetFrame.tsx';
import { KindForm } from './KindForm.tsx';
import { NewKind } from './NewKind.tsx';

/** The kinds of links of the library, and what can be changed about each. */
export function KindsSheet() {
  const { data: library } = useLibrary();
  useCommand(
    'relation.types',
    () => useDesk.setState({ sheet: 'relationTypes' }),
    Boolean(library),
  );
  return (
    <SheetFrame sheet="relationTypes" title="Kinds of links" className="kinds">
      <Kinds />
    </SheetFrame>
  );
}

function Kinds() {
  const { data: types = [] } = useRelationTypes();
  const list = useRef<HTMLDivElement>(null);
  const [chosenId, setChosenId] = useState<string | null>(null);
  const chosen = types.find(({ type }) => type.id === chosenId) ?? types[0];
  return (
    <div className="kinds-parts">
      <div className="sheet-list">
        <ListBox
          ref={list}
          className="menu kinds-list"
          aria-label="Kinds of links"
          selectionMode="single"
          disallowEmptySelection
          escapeKeyBehavior="none"
          selectedKeys={chosen ? [chosen.type.id] : []}
          onSelectionChange={(keys) => {
            if (keys !== 'all') for (const key of keys) setChosenId(String(key));
          }}
          renderEmptyState={() => <p className="sheet-none">No kinds of links yet.</p>}
        >
          {types.map(({ type, uses }) => (
            <ListBoxItem key={type.id} id={type.id} textValue={type.name}>
              <span className="kinds-name">
                {type.name}
                {type.reverse !== null && <span className="kinds-reverse">{type.reverse}</span>}
              </span>
              <span className="kinds-uses">
                {uses}
                <span className="by-ear"> links</span>
              </span>
            </ListBoxItem>
          ))}
        </ListBox>
        <NewKind onMade={({ id }) => setChosenId(id)} />
      </div>
      {chosen && (
        // A kind that is being worked on stays chosen, wherever its new name puts it in the list.
        <div className="sheet-place" onFocus={() => setChosenId(chosen.type.id)}>
          <KindForm
            key={chosen.type.id}
            type={chosen.type}
            uses={chosen.uses}
            onDeleted={() => list.current?.focus()}
          />
        </div>
      )}
    </div>
  );
}

import '../design/menu.css';
import './TagSheet.css';
import { useRef, useState } from 'react';
import { ListBox, ListBoxItem } from 'react-aria-components';
import { useCommand } from '../commands/commands.ts';
import { useDesk } from '../desk/desk.ts';
import { useLibrary, useTags } from '../desk/queries.ts';
import { SheetFrame } from '../desk/SheetFrame.tsx';
import { NewTag } from './NewTag.tsx';
import { TagChip } from './TagChip.tsx';
import { TagForm } from './TagForm.tsx';

/** The vocabulary of the library: its tags, and what can be changed about each. */
export function TagSheet() {
  const { data: library } = useLibrary();
  useCommand('tag.edit', () => useDesk.setState({ sheet: 'tags' }), Boolean(library));
  return (
    <SheetFrame sheet="tags" title="Tags" className="tags">
      <Vocabulary />
    </SheetFrame>
  );
}

function Vocabulary() {
  const { data: tags = [] } = useTags();
  const list = useRef<HTMLDivElement>(null);
  const [chosenId, setChosenId] = useState<string | null>(null);
  const chosen = tags.find(({ tag }) => tag.id === chosenId) ?? tags[0];
  return (
    <div className="vocabulary">
      <div className="vocabulary-all">
        <ListBox
          ref={list}
          className="menu vocabulary-list"
          aria-label="Tags"
          selectionMode="single"
          disallowEmptySelection
          selectedKeys={chosen ? [chosen.tag.id] : []}
          onSelectionChange={(keys) => {
            if (keys !== 'all') for (const key of keys) setChosenId(String(key));
          }}
          renderEmptyState={() => <p className="vocabulary-none">No tags yet.</p>}
        >
          {tags.map(({ tag, uses }) => (
            <ListBoxItem key={tag.id} id={tag.id} textValue={tag.name}>
              <TagChip tag={tag} />
              <span className="vocabulary-uses">
                {uses}
                <span className="by-ear"> uses</span>
              </span>
            </ListBoxItem>
          ))}
        </ListBox>
        <NewTag onMade={({ id }) => setChosenId(id)} />
      </div>
      {chosen && (
        // A tag that is being worked on stays chosen, wherever its new name puts it in the list.
        <div className="tag-place" onFocus={() => setChosenId(chosen.tag.id)}>
          <TagForm
            key={chosen.tag.id}
            tag={chosen.tag}
            uses={chosen.uses}
            onDeleted={() => list.current?.focus()}
          />
        </div>
      )}
    </div>
  );
}

import '../design/menu.css';
import './TagPicker.css';
import { useState } from 'react';
import {
  Autocomplete,
  Button,
  Form,
  Input,
  Label,
  ListBox,
  ListBoxItem,
  type Selection,
  TextField,
} from 'react-aria-components';
import { nextColour, sameName, type Tag, type TagColour } from '../../domain/tag/tag.ts';
import { useTags } from '../desk/queries.ts';
import { ColourChoice } from './ColourChoice.tsx';
import { matchingTags } from './matching.ts';
import { TagChip } from './TagChip.tsx';

interface TagPickerProps {
  /** The ids of the tags that are on now. */
  readonly chosen: readonly string[];
  readonly onToggle: (tagId: string) => void;
  readonly onCreate: (name: string, colour: TagColour) => void;
  readonly onClose: () => void;
}

/** The entry that makes a new tag; no tag has this id. */
const CREATE = 'create';

/**
 * Chooses tags for something, or makes one. What is typed narrows the list; Enter puts the tag at
 * hand on or takes it off. A name that no tag has can be made a tag in the same way.
 */
export function TagPicker({ chosen, onToggle, onCreate, onClose }: TagPickerProps) {
  const { data = [] } = useTags();
  const tags = data.map(({ tag }) => tag);
  const [typed, setTyped] = useState('');
  const [picked, setPicked] = useState<TagColour | null>(null);
  // Counts the choices. After each the list is a new one, in which Enter does nothing yet.
  const [choices, setChoices] = useState(0);
  const name = typed.trim().replace(/\s+/gu, ' ');
  const isNew = name !== '' && !tags.some((tag) => sameName(tag.name, name));
  const colour = picked ?? nextColour(tags.map((tag) => tag.colour));

  function startAgain() {
    setTyped('');
    setPicked(null);
    setChoices(choices + 1);
  }

  function create() {
    onCreate(name, colour);
    startAgain();
  }

  function choose(keys: Selection) {
    if (keys === 'all') return;
    if (keys.has(CREATE)) return create();
    const shown = matchingTags(tags, name).map(({ id }) => id);
    const toggled = shown.find((id) => keys.has(id) !== chosen.includes(id));
    if (toggled === undefined) return;
    onToggle(toggled);
    if (typed !== '') startAgain();
  }

  return (
    <div className="tag-picker">
      <div className="tag-picker-find">
        <Autocomplete key={choices} inputValue={typed} onInputChange={setTyped}>
          <TextField autoFocus className="tag-picker-field">
            <Label className="by-ear">Tag</Label>
            <Input className="field" placeholder="Find or create a tag" maxLength={80} />
          </TextField>
          <ListBox
            className="menu tag-picker-list"
            aria-label="Tags"
            selectionMode="multiple"
            // Escape puts the picker away; it must not take all tags off.
            escapeKeyBehavior="none"
            selectedKeys={chosen}
            onSelectionChange={choose}
            renderEmptyState={() => <p className="tag-picker-none">No tags yet. Type a name.</p>}
          >
            {entries(matchingTags(tags, name), isNew ? name : null)}
          </ListBox>
        </Autocomplete>
      </div>
      <Form
        className="tag-picker-foot"
        onSubmit={(event) => {
          event.preventDefault();
          if (isNew) create();
        }}
      >
        {isNew && <ColourChoice value={colour} onChange={setPicked} />}
        <div className="tag-picker-buttons">
          {isNew && (
            <Button type="submit" className="button">
              Create
            </Button>
          )}
          <Button className="quiet" onPress={onClose}>
            Done
          </Button>
        </div>
      </Form>
    </div>
  );
}

function entries(tags: readonly Tag[], newName: string | null) {
  const all = tags.map((tag) => (
    <ListBoxItem key={tag.id} id={tag.id} textValue={tag.name}>
      {({ isSelected }) => (
        <>
          <TagChip tag={tag} />
          {isSelected && <span className="tag-picker-on">on</span>}
        </>
      )}
    </ListBoxItem>
  ));
  if (newName === null) return all;
  return [
    ...all,
    <ListBoxItem key={CREATE} id={CREATE} textValue={`Create tag ${newName}`}>
      <span>Create tag ‘{newName}’</span>
    </ListBoxItem>,
  ];
}

import '../design/menu.css';
import './TagChoice.css';
import { type KeyboardEvent, useState } from 'react';
import {
  Autocomplete,
  Button,
  Dialog,
  DialogTrigger,
  Input,
  Label,
  ListBox,
  ListBoxItem,
  Popover,
  TextField,
} from 'react-aria-components';
import { isEnterWithoutEntry } from './entries.ts';
import { matchingTags } from './matching.ts';
import { TagLine } from './TagLine.tsx';
import { useVocabulary } from './vocabulary.ts';

interface TagChoiceProps {
  readonly label: string;
  /** The id of the tag chosen; null where none is. */
  readonly value: string | null;
  /** What choosing none means, as “At the top”; null where a tag has to be chosen. */
  readonly none: string | null;
  /** The ids of the tags that cannot be chosen. */
  readonly without: ReadonlySet<string>;
  readonly onChange: (id: string | null) => void;
}

/** The entry that chooses none; no tag has this id. */
const NONE = 'none';

/** How many tags are drawn. Whoever has more types a letter or two. */
const DRAWN = 60;

/** Chooses one tag of the vocabulary, by a few letters of its name or path. */
export function TagChoice({ label, value, none, without, onChange }: TagChoiceProps) {
  const { listed, listedById } = useVocabulary();
  const [open, setOpen] = useState(false);
  const chosen = value === null ? undefined : listedById.get(value);
  return (
    <div className="tag-choice">
      <span className="label" aria-hidden="true">
        {label}
      </span>
      <DialogTrigger isOpen={open} onOpenChange={setOpen}>
        <Button className="field tag-choice-button">
          <span className="by-ear">{label}: </span>
          {chosen ? <TagLine listed={chosen} /> : <span>{none ?? 'Choose a tag …'}</span>}
          <span aria-hidden="true">▾</span>
        </Button>
        <Popover className="popover tag-choice-popover" placement="bottom start">
          <Dialog aria-label={label}>
            <Finding
              label={label}
              none={none}
              listed={listed.filter(({ tag }) => !without.has(tag.id))}
              onChoose={(id) => {
                setOpen(false);
                if (id !== value) onChange(id);
              }}
            />
          </Dialog>
        </Popover>
      </DialogTrigger>
    </div>
  );
}

interface FindingProps extends Pick<TagChoiceProps, 'label' | 'none'> {
  readonly listed: ReturnType<typeof useVocabulary>['listed'];
  readonly onChoose: (id: string | null) => void;
}

function Finding({ label, none, listed, onChoose }: FindingProps) {
  const [typed, setTyped] = useState('');
  const found = matchingTags(listed, typed);
  const shown = found.slice(0, DRAWN);
  /** Enter where no entry is at hand takes the first. */
  function enterWithoutEntry(event: KeyboardEvent<HTMLElement>) {
    const [first] = shown;
    if (typed === '' || !first || !isEnterWithoutEntry(event)) return;
    event.preventDefault();
    event.stopPropagation();
    onChoose(first.tag.id);
  }
  return (
    // The keys are those of the field in it, which hands them to the list.
    // oxlint-disable-next-line jsx-a11y/no-static-element-interactions
    <div onKeyDownCapture={enterWithoutEntry}>
      <Autocomplete inputValue={typed} onInputChange={setTyped}>
        <TextField autoFocus className="tag-choice-field">
          <Label className="by-ear">{label}</Label>
          <Input className="field" placeholder="Find a tag" maxLength={200} />
        </TextField>
        <ListBox
          className="menu tag-choice-list"
          aria-label="Tags"
          onAction={(key) => onChoose(key === NONE ? null : String(key))}
          renderEmptyState={() => <p className="tag-choice-more">No tag has these letters.</p>}
        >
          {none !== null && typed === '' && (
            <ListBoxItem id={NONE} textValue={none}>
              {none}
            </ListBoxItem>
          )}
          {shown.map((each) => (
            <ListBoxItem key={each.tag.id} id={each.tag.id} textValue={each.tag.name}>
              <TagLine listed={each} />
            </ListBoxItem>
          ))}
        </ListBox>
        {found.length > shown.length && (
          <p className="tag-choice-more">{found.length - shown.length} more: type on</p>
        )}
      </Autocomplete>
    </div>
  );
}

import '../design/menu.css';
import './TagPicker.css';
import { type KeyboardEvent, useEffect, useRef, useState } from 'react';
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
import { nextColour, type TagColour, TagName } from '../../domain/tag/tag.ts';
import { give } from '../commands/commands.ts';
import { takeHeldKeys } from '../commands/heldKeys.ts';
import { ColourChoice } from './ColourChoice.tsx';
import { isEnterWithoutEntry } from './entries.ts';
import { matchingTags } from './matching.ts';
import { TagLine } from './TagLine.tsx';
import { readTyped, type Typed } from './typed.ts';
import { type ListedTag, pathWords, useVocabulary, type Vocabulary } from './vocabulary.ts';

interface TagPickerProps {
  /** The ids of the tags that are on now. */
  readonly chosen: readonly string[];
  readonly onToggle: (tagId: string) => void;
  readonly onCreate: (name: string, colour: TagColour, parentId: string | null) => void;
  readonly onClose: () => void;
}

/** The entry that makes a new tag; no tag has this id. */
const CREATE = 'create';

/** How many tags are drawn. Whoever has more types a letter or two. */
const DRAWN = 60;

/**
 * Chooses tags for something, or makes one. What is typed narrows the list; Enter puts the tag at
 * hand on or takes it off, and once that is done, with nothing typed, puts the picker away. A name
 * that no tag has can be made a tag in the same way, below another one as a path:
 * `Persons/Khrushchev`.
 */
export function TagPicker({ chosen, onToggle, onCreate, onClose }: TagPickerProps) {
  const vocabulary = useVocabulary();
  const [typed, setTyped] = useState('');
  const [picked, setPicked] = useState<TagColour | null>(null);
  // Counts the choices. After each the list is a new one, in which Enter does nothing yet.
  const [choices, setChoices] = useState(0);
  const field = useRef<HTMLInputElement>(null);
  useEffect(() => {
    // Whoever types fast has begun before the picker was there.
    const words = takeHeldKeys().trim();
    if (words === '') return;
    field.current?.focus();
    document.execCommand('insertText', false, words);
  }, []);
  const meant = readTyped(typed, vocabulary);
  const isNew = !meant.known && TagName.safeParse(meant.name).success;
  const colour = picked ?? meant.parent?.colour ?? leastUsed(vocabulary);
  const found = matchingTags(vocabulary.listed, typed);
  const shown = found.filter(({ tag }, at) => at < DRAWN || chosen.includes(tag.id));

  function startAgain() {
    setTyped('');
    setPicked(null);
    setChoices(choices + 1);
  }

  function create() {
    onCreate(meant.name, colour, meant.parent?.id ?? null);
    startAgain();
  }

  function choose(keys: Selection) {
    if (keys === 'all') return;
    if (keys.has(CREATE)) return create();
    const toggled = shown.find(({ tag }) => keys.has(tag.id) !== chosen.includes(tag.id));
    if (toggled === undefined) return;
    onToggle(toggled.tag.id);
    if (typed !== '') startAgain();
  }

  /** Takes the first tag found, or makes the one typed. */
  function takeFirst() {
    const [first] = shown;
    if (!first) return isNew ? create() : undefined;
    onToggle(first.tag.id);
    return startAgain();
  }

  /**
   * Enter where no entry is at hand: whoever has chosen and types nothing more is done, and what was
   * typed takes the first.
   */
  function enterWithoutEntry(event: KeyboardEvent<HTMLElement>) {
    if (!isEnterWithoutEntry(event) || (typed === '' && choices === 0)) return;
    event.preventDefault();
    event.stopPropagation();
    if (typed === '') onClose();
    else takeFirst();
  }

  return (
    <div className="tag-picker">
      {/* The keys are those of the field in it, which hands them to the list. */}
      {/* oxlint-disable-next-line jsx-a11y/no-static-element-interactions */}
      <div className="tag-picker-find" onKeyDownCapture={enterWithoutEntry}>
        <Autocomplete key={choices} inputValue={typed} onInputChange={setTyped}>
          <TextField autoFocus className="tag-picker-field">
            <Label className="by-ear">Tag</Label>
            <Input
              ref={field}
              className="field"
              placeholder="Find or create a tag"
              maxLength={200}
            />
          </TextField>
          <ListBox
            className="menu tag-picker-list"
            aria-label="Tags"
            selectionMode="multiple"
            // Escape puts the picker away; it must not take all tags off.
            escapeKeyBehavior="none"
            selectedKeys={chosen}
            onSelectionChange={choose}
            renderEmptyState={() => (
              <p className="tag-picker-none">
                No tags yet. Type a name. With a slash, as in Persons/Khrushchev, a tag is made
                below another.
              </p>
            )}
          >
            {entries(shown, isNew ? newWords(meant, vocabulary) : null)}
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
          {vocabulary.tags.length === 0 && (
            <Button
              className="quiet"
              onPress={() => {
                onClose();
                give('vocabulary.starter');
              }}
            >
              Take tags for diplomatic cables…
            </Button>
          )}
          <p className="tag-picker-more">{moreWords(found.length - shown.length, meant, isNew)}</p>
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

function leastUsed({ tags }: Vocabulary): TagColour {
  return nextColour(tags.map(({ colour }) => colour));
}

function newWords({ name, parent }: Typed, { listedById }: Vocabulary): string {
  const above = parent && listedById.get(parent.id);
  return `Create tag ‘${name}’${above ? ` below ${pathWords(above)}` : ''}`;
}

/** What is not to be seen of the list, or how to make a tag below another. */
function moreWords(hidden: number, { missing }: Typed, isNew: boolean): string {
  if (hidden > 0) return `${hidden} more: type on`;
  if (missing !== null) return `There is not one tag ${missing} to make it below.`;
  return isNew ? 'Persons/Khrushchev makes it below Persons.' : '';
}

function entries(shown: readonly ListedTag[], create: string | null) {
  const all = shown.map((listed) => (
    <ListBoxItem key={listed.tag.id} id={listed.tag.id} textValue={listed.tag.name}>
      {({ isSelected }) => (
        <>
          <TagLine listed={listed} />
          {isSelected && <span className="tag-picker-on">on</span>}
        </>
      )}
    </ListBoxItem>
  ));
  if (create === null) return all;
  return [
    ...all,
    <ListBoxItem key={CREATE} id={CREATE} textValue={create}>
      <span>{create}</span>
    </ListBoxItem>,
  ];
}

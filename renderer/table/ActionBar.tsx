import '../design/menu.css';
import { useRef } from 'react';
import {
  Button,
  Dialog,
  Menu,
  MenuItem,
  MenuTrigger,
  Popover,
  Toolbar,
} from 'react-aria-components';
import { commands } from '../../domain/command.ts';
import type { CableChoice } from '../../domain/library/choice.ts';
import { createTag } from '../annotations/actions.ts';
import { give } from '../commands/commands.ts';
import { keyLabel } from '../commands/keys.ts';
import { report, useDesk } from '../desk/desk.ts';
import { useLibrary } from '../desk/queries.ts';
import { inDigits } from '../desk/words.ts';
import { openExport } from '../export/choice.ts';
import { openPackage } from '../merging/merging.ts';
import { TagPicker } from '../tags/TagPicker.tsx';
import { useVocabulary } from '../tags/vocabulary.ts';
import {
  type Done,
  saveCables,
  type SavedForm,
  savedForms,
  stateCables,
  tagCables,
} from './actions.ts';
import type { Marks } from './marking.ts';
import { sayings } from './sayings.ts';

/** Does something with cables: with those marked, where no others are told. */
export type Act = (work: (choice: CableChoice) => Promise<Done | null>, of?: Marks) => void;

/** What was done last, and what undo is called while it takes that back; null where nothing is to be taken back. */
export interface Told {
  readonly words: string;
  readonly undo: string | null;
}

interface ActionBarProps {
  readonly marked: number;
  readonly told: Told | null;
  /** Whether the tags are being chosen. */
  readonly tagging: boolean;
  readonly onTagging: (open: boolean) => void;
  readonly onAct: Act;
  readonly onClear: () => void;
  readonly onDiscard: () => void;
}

/** Acts on the cables marked, at the foot of the table; and says what has come of it, with a way back. */
export function ActionBar(props: ActionBarProps) {
  const undo = useLibrary().data?.undo.undo ?? null;
  const { marked, tagging, onTagging, onAct, onClear, onDiscard } = props;
  // What has been taken back meanwhile is not told any more.
  const told = props.told?.undo === null || props.told?.undo === undo ? props.told : null;
  return (
    <footer className="table-foot">
      <p className="table-told">{told ? <ToldWords told={told} /> : marked === 0 && hint}</p>
      {marked > 0 && (
        <Toolbar className="table-bar" aria-label="With the cables marked">
          <span className="table-marked">{inDigits(marked)} marked</span>
          <StateMenu onAct={onAct} />
          <TagButton open={tagging} onOpen={onTagging} onAct={onAct} />
          <SaveMenu marked={marked} onAct={onAct} />
          <Button
            className="button"
            onPress={() =>
              onAct((choice) => {
                openExport({ choice, cables: marked });
                return Promise.resolve(null);
              })
            }
          >
            Export…
          </Button>
          <Button className="button" onPress={onDiscard}>
            Delete
          </Button>
          <Button className="quiet" onPress={onClear}>
            Mark none
          </Button>
        </Toolbar>
      )}
    </footer>
  );
}

const hint = 'Space marks a cable, Shift with an arrow several, Ctrl A all. Enter opens the cable.';

function ToldWords({ told }: { readonly told: Told }) {
  const { title, key } = commands['journal.undo'];
  if (told.undo === null) return told.words;
  return (
    <>
      {told.words} ·{' '}
      <Button className="link" onPress={() => give('journal.undo')}>
        {title}
      </Button>{' '}
      <kbd>{keyLabel(key)}</kbd>
    </>
  );
}

function StateMenu({ onAct }: { readonly onAct: Act }) {
  return (
    <MenuTrigger>
      <Button className="button">State…</Button>
      <Popover className="popover" placement="top end">
        <Menu className="menu" aria-label="State">
          {sayings.map(({ state, title }) => (
            <MenuItem key={title} onAction={() => onAct((choice) => stateCables(choice, state))}>
              {title}
            </MenuItem>
          ))}
        </Menu>
      </Popover>
    </MenuTrigger>
  );
}

function SaveMenu({ marked, onAct }: { readonly marked: number; readonly onAct: Act }) {
  const order = useDesk((desk) => desk.order);
  const save = (form: SavedForm | 'package') =>
    onAct((choice) => {
      if (form !== 'package') return saveCables(choice, order, form);
      openPackage({ choice, cables: marked });
      return Promise.resolve(null);
    });
  return (
    <MenuTrigger>
      <Button className="button">Save…</Button>
      <Popover className="popover" placement="top end">
        <Menu
          className="menu"
          aria-label="Save"
          onAction={(key) => save(key as SavedForm | 'package')}
          items={Object.entries({ ...savedForms, package: 'A package…' }).map(([id, title]) => ({
            id,
            title,
          }))}
        >
          {({ title }) => <MenuItem>{title}</MenuItem>}
        </Menu>
      </Popover>
    </MenuTrigger>
  );
}

interface TagButtonProps {
  readonly open: boolean;
  readonly onOpen: (open: boolean) => void;
  readonly onAct: Act;
}

/** Tags the cables marked with one tag after the other, each an action of its own. */
function TagButton({ open, onOpen, onAct }: TagButtonProps) {
  const button = useRef<HTMLButtonElement>(null);
  const { byId } = useVocabulary();
  const tag = (id: string, name: string) => {
    onOpen(false);
    onAct((choice) => tagCables(choice, id, name));
  };
  return (
    <>
      <Button ref={button} className="button" onPress={() => onOpen(true)}>
        Tag…
      </Button>
      <Popover
        className="popover"
        placement="top end"
        triggerRef={button}
        isOpen={open}
        onOpenChange={onOpen}
      >
        <Dialog aria-label="Tag the cables marked">
          <TagPicker
            chosen={[]}
            onToggle={(id) => tag(id, byId.get(id)?.name ?? '')}
            onCreate={(name, colour, parentId) =>
              void createTag(name, colour, parentId)
                .then((made) => tag(made.id, made.name))
                .catch(report)
            }
            onClose={() => onOpen(false)}
          />
        </Dialog>
      </Popover>
    </>
  );
}

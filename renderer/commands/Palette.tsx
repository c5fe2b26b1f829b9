import '../design/menu.css';
import './Palette.css';
import {
  Autocomplete,
  Dialog,
  Input,
  ListBox,
  ListBoxItem,
  Modal,
  ModalOverlay,
  SearchField,
  useFilter,
} from 'react-aria-components';
import { type CommandName, commands } from '../../domain/command.ts';
import { useDesk } from '../desk/desk.ts';
import { closeSheet } from '../desk/SheetFrame.tsx';
import { give, useAvailableCommands, useCommand } from './commands.ts';
import { keyLabel } from './keys.ts';

/** All commands that can be given now, found by any of their words. */
export function Palette() {
  const sheet = useDesk((desk) => desk.sheet);
  useCommand('palette.open', () =>
    useDesk.setState({ sheet: sheet === 'palette' ? null : 'palette' }),
  );
  return (
    <ModalOverlay
      className="veil"
      isOpen={sheet === 'palette'}
      isDismissable
      onOpenChange={(stays) => stays || closeSheet()}
    >
      <Modal>
        <Dialog className="popover sheet palette" aria-label="All commands">
          <Finder />
        </Dialog>
      </Modal>
    </ModalOverlay>
  );
}

function Finder() {
  const available = useAvailableCommands().filter((name) => name !== 'palette.open');
  const { contains } = useFilter({ sensitivity: 'base' });
  const words = (input: string) => input.split(/\s+/u).filter((word) => word !== '');
  return (
    <Autocomplete filter={(text, input) => words(input).every((word) => contains(text, word))}>
      <SearchField aria-label="Find a command" className="palette-field" autoFocus>
        <Input placeholder="What do you want to do?" />
      </SearchField>
      <ListBox
        className="menu palette-list"
        aria-label="Commands"
        onAction={(key) => giveLater(key as CommandName)}
        renderEmptyState={() => <p className="palette-none">No command has these words.</p>}
      >
        {available.map((name) => {
          const { title, menu, key } = commands[name];
          return (
            <ListBoxItem key={name} id={name} textValue={`${title} ${menu}`}>
              <span>{title}</span>
              <span className="palette-menu">{menu}</span>
              {key && <kbd>{keyLabel(key)}</kbd>}
            </ListBoxItem>
          );
        })}
      </ListBox>
    </Autocomplete>
  );
}

/** The command comes after the palette has gone and the focus is back where it was, or it would lose it. */
function giveLater(name: CommandName) {
  closeSheet();
  requestAnimationFrame(() => requestAnimationFrame(() => give(name)));
}

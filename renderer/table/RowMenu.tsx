import '../design/menu.css';
import { useRef } from 'react';
import { Menu, MenuItem, Popover, Separator } from 'react-aria-components';
import { useDesk } from '../desk/desk.ts';
import type { Act } from './ActionBar.tsx';
import { saveCables, type SavedForm, savedForms, stateCables } from './actions.ts';
import { sayings } from './sayings.ts';

interface RowMenuProps {
  /** Where it opens, in pixels of the window. */
  readonly at: { readonly x: number; readonly y: number };
  readonly onClose: () => void;
  readonly onOpen: () => void;
  readonly onAct: (work: Parameters<Act>[0]) => void;
  readonly onTag: () => void;
  readonly onDiscard: () => void;
}

/** What can be done with the cables marked, or with the one at hand where none is, beside the pointer. */
export function RowMenu({ at, onClose, onOpen, onAct, onTag, onDiscard }: RowMenuProps) {
  const place = useRef<HTMLSpanElement>(null);
  const order = useDesk((desk) => desk.order);
  return (
    <>
      <span ref={place} className="table-menu-place" style={{ left: at.x, top: at.y }} />
      <Popover
        className="popover"
        triggerRef={place}
        placement="bottom start"
        isOpen
        onOpenChange={(stays) => stays || onClose()}
      >
        <Menu className="menu" aria-label="With these cables" autoFocus="first" onClose={onClose}>
          <MenuItem onAction={onOpen}>Open</MenuItem>
          <Separator />
          {sayings.map(({ state, title }) => (
            <MenuItem key={title} onAction={() => onAct((choice) => stateCables(choice, state))}>
              {state === null ? 'Leave the state to the cleaning' : `Mark as ${state}`}
            </MenuItem>
          ))}
          <Separator />
          <MenuItem onAction={onTag}>Tag…</MenuItem>
          <Separator />
          {Object.entries(savedForms).map(([form, title]) => (
            <MenuItem
              key={form}
              onAction={() => onAct((choice) => saveCables(choice, order, form as SavedForm))}
            >
              Save {title.charAt(0).toLowerCase() + title.slice(1)}
            </MenuItem>
          ))}
          <Separator />
          <MenuItem onAction={onDiscard}>
            <span>Delete</span>
            <kbd>Del</kbd>
          </MenuItem>
        </Menu>
      </Popover>
    </>
  );
}

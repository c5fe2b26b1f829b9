import {
  Button,
  Menu,
  MenuItem,
  MenuTrigger,
  Popover,
  Separator,
  SubmenuTrigger,
} from 'react-aria-components';
import type { FieldName } from '../../domain/search/fields.ts';
import { ValueMenu } from './ChipMenu.tsx';
import { askToType, type } from './searching.ts';

interface AddConditionProps {
  readonly typed: string;
  readonly onChange: (query: string) => void;
  /** Whether it stands as a sign in the field, where there are no conditions yet. */
  readonly inField?: boolean;
}

/** The conditions that can be chosen from values, and those that are written on in the field. */
const chosen: readonly (readonly [FieldName, string])[] = [
  ['class', 'Classification'],
  ['kind', 'Kind'],
  ['date', 'Year'],
  ['from', 'From'],
  ['to', 'To'],
  ['signatory', 'Signed by'],
  ['tag', 'Tag'],
  ['state', 'State'],
  ['has', 'Has'],
];
const written: readonly (readonly [string, string])[] = [
  ['date:', 'Dates from … to'],
  ['number:', 'Number'],
  ['title:', 'Words of the title'],
  ['note:', 'Words of notes'],
  ['original:', 'Words of the original'],
  ['transcription:', 'Words of the transcription'],
];

/** Adds a condition to the query without knowing how it is written. */
export function AddCondition({ typed, onChange, inField = false }: AddConditionProps) {
  return (
    <MenuTrigger>
      {inField ? (
        <Button className="quiet search-sign" aria-label="Add condition">
          +
        </Button>
      ) : (
        <Button className="quiet condition-add">Add condition</Button>
      )}
      <Popover className="popover" placement="bottom start" offset={4}>
        <Menu className="menu" aria-label="Add condition">
          {chosen.map(([field, title]) => (
            <SubmenuTrigger key={field}>
              <MenuItem id={field} textValue={title}>
                <span>{title}</span>
                <span className="menu-onward" aria-hidden="true" />
              </MenuItem>
              <Popover className="popover" offset={-2}>
                <ValueMenu field={field} typed={typed} onChange={onChange} />
              </Popover>
            </SubmenuTrigger>
          ))}
          <Separator />
          {written.map(([begin, title]) => (
            <MenuItem
              key={begin}
              id={begin}
              textValue={title}
              onAction={() => writeOn(typed, begin)}
            >
              <span>{title}…</span>
            </MenuItem>
          ))}
        </Menu>
      </Popover>
    </MenuTrigger>
  );
}

/** Begins a condition at the end of the field, for somebody to write on. */
function writeOn(typed: string, begin: string) {
  type(`${typed.trimEnd()} ${begin}`.trimStart());
  // Once the menu has gone and has given the focus back.
  requestAnimationFrame(() => askToType('end'));
}

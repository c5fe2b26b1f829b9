import '../design/menu.css';
import type { Ref } from 'react';
import { Button, Menu, MenuItem, MenuTrigger, Popover } from 'react-aria-components';
import type { MetadataField } from '../../domain/metadata/metadata.ts';
import { fieldNames } from './fields.ts';

interface AddFieldProps {
  readonly missing: readonly MetadataField[];
  readonly onAdd: (field: MetadataField) => void;
  readonly ref: Ref<HTMLButtonElement>;
}

/** The fields nobody has read anything in yet; choosing one opens it for writing. */
export function AddField({ missing, onAdd, ref }: AddFieldProps) {
  return (
    <MenuTrigger>
      <Button ref={ref} className="quiet add-field" isDisabled={missing.length === 0}>
        Add a field…
      </Button>
      <Popover className="popover" placement="bottom start" offset={4}>
        <Menu className="menu" aria-label="Add a field">
          {missing.map((field) => (
            <MenuItem key={field} id={field} onAction={() => onAdd(field)}>
              {fieldNames[field]}
            </MenuItem>
          ))}
        </Menu>
      </Popover>
    </MenuTrigger>
  );
}

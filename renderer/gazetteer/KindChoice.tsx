import { Button, ListBox, ListBoxItem, Popover, Select, SelectValue } from 'react-aria-components';
import { EntryKind } from '../../domain/gazetteer/entry.ts';
import { kindNames, kinds } from './kinds.ts';

interface KindChoiceProps {
  /** What is chosen, for readers by ear. */
  readonly label: string;
  readonly kind: EntryKind | null;
  /** What stands for all kinds; without it one must be chosen. */
  readonly all?: string;
  readonly onChange: (kind: EntryKind | null) => void;
}

/** Chooses a kind of entries, or all of them. */
export function KindChoice({ label, kind, all, onChange }: KindChoiceProps) {
  return (
    <Select
      className="kind-choice"
      aria-label={label}
      value={kind ?? '*'}
      onChange={(key) => onChange(EntryKind.safeParse(key).data ?? null)}
    >
      <Button className="field">
        <SelectValue />
      </Button>
      <Popover className="popover" placement="bottom start" offset={4}>
        <ListBox className="menu">
          {all !== undefined && <ListBoxItem id="*">{all}</ListBoxItem>}
          {kinds.map((one) => (
            <ListBoxItem key={one} id={one}>
              {kindNames[one]}
            </ListBoxItem>
          ))}
        </ListBox>
      </Popover>
    </Select>
  );
}

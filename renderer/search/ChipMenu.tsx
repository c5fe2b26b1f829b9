import { type ReactNode, useRef, useState } from 'react';
import {
  Button,
  Dialog,
  Form,
  Input,
  Label,
  Menu,
  MenuItem,
  MenuTrigger,
  Popover,
  Separator,
  TextField,
} from 'react-aria-components';
import { type Chip, turnedChip, withChip, withoutChip } from '../../domain/search/chips.ts';
import { conditionsOf } from '../../domain/search/edit.ts';
import type { FieldName } from '../../domain/search/fields.ts';
import { inDigits } from '../desk/words.ts';
import { toggled, useValues } from './values.ts';
import { facetOf } from './words.ts';

interface ChipMenuProps {
  readonly chip: Chip;
  readonly typed: string;
  readonly onChange: (query: string) => void;
}

/** How many values a menu offers; the others are typed. */
const MOST = 12;

/** A chip; behind it the ways to change it. */
export function ChipMenu({ chip, typed, onChange }: ChipMenuProps) {
  const [writing, setWriting] = useState(false);
  const button = useRef<HTMLButtonElement>(null);
  const isOfValues = !chip.negated && conditionsOf(chip.typed).length > 0;
  const field = isOfValues && chip.field !== null && hasValues(chip.field) ? chip.field : null;
  return (
    <>
      <MenuTrigger>
        <Button ref={button} className="quiet condition-words">
          {chip.negated && <em>not </em>}
          {chip.label}
        </Button>
        <Popover className="popover" placement="bottom start" offset={4}>
          {field === null ? (
            <Menu className="menu" aria-label="Change the condition">
              {waysOf(chip, typed, onChange, () => setWriting(true))}
            </Menu>
          ) : (
            <ValueMenu field={field} typed={typed} onChange={onChange}>
              <Separator />
              {waysOf(chip, typed, onChange, () => setWriting(true))}
            </ValueMenu>
          )}
        </Popover>
      </MenuTrigger>
      <Popover
        className="popover"
        triggerRef={button}
        placement="bottom start"
        offset={4}
        isOpen={writing}
        onOpenChange={setWriting}
      >
        <Dialog className="condition-write" aria-label="Write the condition otherwise">
          <WriteCondition
            typed={chip.typed}
            onDone={(condition) => {
              setWriting(false);
              onChange(withChip(typed, chip, condition));
            }}
          />
        </Dialog>
      </Popover>
    </>
  );
}

/** Whether there is a list of what a field can be. */
export function hasValues(field: FieldName): boolean {
  return field === 'has' || facetOf(field) !== undefined;
}

function waysOf(chip: Chip, typed: string, onChange: (query: string) => void, onWrite: () => void) {
  return (
    <>
      <MenuItem id="write" textValue="Write it otherwise" onAction={onWrite}>
        <span>Write it otherwise…</span>
      </MenuItem>
      <MenuItem
        id="turn"
        textValue={chip.negated ? 'Ask for it' : 'Rule it out'}
        onAction={() => onChange(turnedChip(typed, chip))}
      >
        <span>{chip.negated ? 'Ask for it' : 'Rule it out'}</span>
      </MenuItem>
      <MenuItem
        id="out"
        textValue="Take it out"
        onAction={() => onChange(withoutChip(typed, chip))}
      >
        <span>Take it out</span>
      </MenuItem>
    </>
  );
}

interface ValueMenuProps {
  readonly field: FieldName;
  readonly typed: string;
  readonly onChange: (query: string) => void;
  readonly children?: ReactNode;
}

/** The values of a field with their counts, to be asked for or not. */
export function ValueMenu({ field, typed, onChange, children }: ValueMenuProps) {
  const { values } = useValues(field, typed);
  const shown = values.slice(0, MOST);
  return (
    <Menu className="menu" aria-label={`Values of ${field}`}>
      {shown.map((one) => (
        <MenuItem
          key={`= ${one.value}`}
          id={`= ${one.value}`}
          textValue={one.value}
          onAction={() => onChange(toggled(typed, field, one))}
        >
          <span>
            {one.value}
            {one.chosen && ' ✓'}
            {one.chosen && <span className="by-ear"> chosen</span>}
          </span>
          <span className="facet-count">{one.cables !== null && inDigits(one.cables)}</span>
        </MenuItem>
      ))}
      {children}
    </Menu>
  );
}

interface WriteProps {
  readonly typed: string;
  readonly onDone: (condition: string) => void;
}

function WriteCondition({ typed, onDone }: WriteProps) {
  const [text, setText] = useState(typed);
  return (
    <Form
      onSubmit={(event) => {
        event.preventDefault();
        onDone(text);
      }}
    >
      {/* oxlint-disable-next-line jsx-a11y/no-autofocus -- The reader has just opened this field. */}
      <TextField autoFocus value={text} onChange={setText} maxLength={1000}>
        <Label className="by-ear">Condition</Label>
        <Input className="field" spellCheck="false" />
      </TextField>
    </Form>
  );
}

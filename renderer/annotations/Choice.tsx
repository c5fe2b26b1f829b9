import '../design/menu.css';
import type { ReactNode } from 'react';
import {
  Autocomplete,
  Button,
  Input,
  Label,
  ListBox,
  ListBoxItem,
  Popover,
  SearchField,
  Select,
  SelectValue,
  useFilter,
} from 'react-aria-components';

/** One thing that can be chosen. */
export interface Option {
  readonly id: string;
  /** Its name among those chosen. */
  readonly name: string;
  /** What it is found by. */
  readonly text: string;
  readonly shown: ReactNode;
  /** How far it is set in, 0 for not at all. */
  readonly depth: number;
  /** How often it is there; empty where that is not said. */
  readonly count: string;
}

interface ChoiceProps {
  readonly label: string;
  /** What is said where nothing is chosen. */
  readonly none: string;
  /** The name of a field that narrows the list; without one there is none. */
  readonly find?: string;
  readonly options: readonly Option[];
  /** The ids of what is chosen. */
  readonly chosen: readonly string[];
  readonly onChange: (ids: string[]) => void;
}

/** A line of the filter from whose list any number of things can be chosen. */
export function Choice({ label, none, find, options, chosen, onChange }: ChoiceProps) {
  const names = options.filter(({ id }) => chosen.includes(id)).map(({ name }) => name);
  return (
    <Select
      className="filter-field"
      selectionMode="multiple"
      value={[...chosen]}
      onChange={(keys) => onChange(keys.map(String))}
    >
      <Label>{label}</Label>
      <Button className="filter-choice">
        <SelectValue className={names.length === 0 ? 'filter-none' : ''}>
          {names.length === 0 ? none : names.join(', ')}
        </SelectValue>
      </Button>
      <Popover className="popover" placement="bottom start" offset={4}>
        {find === undefined ? (
          <Options label={label} options={options} />
        ) : (
          <Found find={find}>
            <Options label={label} options={options} />
          </Found>
        )}
      </Popover>
    </Select>
  );
}

/** A list that is narrowed by what is typed. */
function Found({ find, children }: { readonly find: string; readonly children: ReactNode }) {
  const { contains } = useFilter({ sensitivity: 'base' });
  return (
    <Autocomplete filter={contains}>
      {/* oxlint-disable-next-line jsx-a11y/no-autofocus -- The reader has just opened this list. */}
      <SearchField aria-label={find} className="filter-find" autoFocus>
        <Input className="field" placeholder={find} />
      </SearchField>
      {children}
    </Autocomplete>
  );
}

function Options({
  label,
  options,
}: {
  readonly label: string;
  readonly options: readonly Option[];
}) {
  return (
    <ListBox
      className="menu filter-menu"
      aria-label={label}
      renderEmptyState={() => <p className="filter-empty">Nothing has these words.</p>}
    >
      {options.map(({ id, text, shown, depth, count }) => (
        <ListBoxItem
          key={id}
          id={id}
          textValue={text}
          style={{ paddingLeft: `${INDENT + depth * STEP}px` }}
        >
          {({ isSelected }) => (
            <>
              <span className="filter-option">
                <span className="filter-tick" aria-hidden="true">
                  {isSelected ? '✓' : ''}
                </span>
                {shown}
              </span>
              <span className="filter-count">{count}</span>
            </>
          )}
        </ListBoxItem>
      ))}
    </ListBox>
  );
}

/** How far the options are set in, and how much further each level, in pixels. */
const INDENT = 8;
const STEP = 16;

import '../design/menu.css';
import { Button, ListBox, ListBoxItem, Popover, Select, SelectValue } from 'react-aria-components';
import { type ApparatusEntry, countsByRule } from '../../domain/apparatus/apparatus.ts';
import { ruleTitle } from './ruleWords.ts';

/** Which entries are shown: all, those that wait for a person, or those of one rule. */
export type EntryChoice = '*' | '?' | `rule ${string}`;

interface EntryFilterProps {
  readonly entries: readonly ApparatusEntry[];
  readonly chosen: EntryChoice;
  readonly onChoose: (choice: EntryChoice) => void;
}

/** Whether an entry belongs to what was chosen. */
export function isChosen(choice: EntryChoice, { rule, status }: ApparatusEntry): boolean {
  if (choice === '*') return true;
  return choice === '?' ? status === 'proposed' : choice === `rule ${rule}`;
}

/** The rules that had something to say of the cable, with how often; choosing one shows only its entries. */
export function EntryFilter({ entries, chosen, onChoose }: EntryFilterProps) {
  return (
    <Select
      className="entry-filter"
      aria-label="Show entries"
      value={chosen}
      onChange={(key) => key !== null && onChoose(key as EntryChoice)}
    >
      <Button className="quiet">
        <SelectValue className="entry-choice" />
      </Button>
      <Popover className="popover" placement="bottom start" offset={4}>
        <ListBox className="menu">
          {choicesOf(entries).map(([choice, words, count]) => (
            <ListBoxItem key={choice} id={choice} textValue={words} className="entry-choice">
              <span>{words}</span> <span className="entry-count">{count}</span>
            </ListBoxItem>
          ))}
        </ListBox>
      </Popover>
    </Select>
  );
}

function choicesOf(entries: readonly ApparatusEntry[]) {
  const choices: [EntryChoice, words: string, count: number][] = [];
  const waiting = entries.filter(({ status }) => status === 'proposed').length;
  if (waiting > 0) choices.push(['?', 'Proposed', waiting]);
  choices.push(['*', 'All entries', entries.length]);
  for (const [rule, count] of countsByRule(entries))
    choices.push([`rule ${rule}`, ruleTitle(rule), count]);
  return choices;
}

import '../design/menu.css';
import { Button, ListBox, ListBoxItem, Popover, Select, SelectValue } from 'react-aria-components';
import { type ApparatusEntry, countsByRule } from '../../domain/apparatus/apparatus.ts';
import { TEI_MARKUP } from '../../domain/tei/rules.ts';
import { inDigits } from '../desk/words.ts';
import { ruleTitle } from './ruleWords.ts';

/**
 * Which entries are shown: all but the reading of an edition's markup, those that wait for a person, those a person has emended, emendations
 * without a place, or those of one rule.
 */
export type EntryChoice = '*' | '?' | 'emended' | 'lost' | `rule ${string}`;

interface EntryFilterProps {
  readonly entries: readonly ApparatusEntry[];
  readonly chosen: EntryChoice;
  readonly onChoose: (choice: EntryChoice) => void;
}

/** Whether an entry belongs to what was chosen. */
export function isChosen(choice: EntryChoice, entry: ApparatusEntry): boolean {
  if (choice === '*') return !isQuiet(entry);
  if (entry.kind === 'emendation')
    return choice === 'emended' || (choice === 'lost' && entry.emendation.lost !== null);
  return choice === '?' ? waits(entry) : choice === `rule ${entry.rule}`;
}

/**
 * Whether an entry only says how the markup of an edition was read, and nobody has decided on it. There
 * are hundreds in a cable; they are shown when they are asked for by their rule.
 */
function isQuiet(entry: ApparatusEntry): boolean {
  return (
    entry.kind === 'change' && entry.rule === TEI_MARKUP && entry.changes[0].decidedBy === null
  );
}

function waits(entry: ApparatusEntry): boolean {
  return entry.kind === 'change' && entry.status === 'proposed';
}

/** Who had something to say of the cable, persons and rules, with how often; choosing one shows only its entries. */
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
  const choices: [EntryChoice, words: string, count: string][] = [];
  const add = (choice: EntryChoice, words: string) => {
    const among = entries.filter((entry) => isChosen(choice, entry));
    const waiting = among.filter(waits).length;
    const some = waiting > 0 && choice !== '?' ? `${inDigits(waiting)} proposed · ` : '';
    if (among.length > 0) choices.push([choice, words, some + inDigits(among.length)]);
  };
  add('?', 'Proposed');
  const loud = entries.filter((entry) => isChosen('*', entry));
  choices.push(['*', 'All entries', inDigits(loud.length)]);
  add('emended', 'Emended by a person');
  add('lost', 'Without a place');
  for (const [rule] of countsByRule(entries)) add(`rule ${rule}`, ruleTitle(rule));
  return choices;
}

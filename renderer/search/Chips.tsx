import '../design/menu.css';
import { useRef } from 'react';
import { Button } from 'react-aria-components';
import { type Chip, chipsOf, withoutChip } from '../../domain/search/chips.ts';
import { AddCondition } from './AddCondition.tsx';
import { ChipMenu } from './ChipMenu.tsx';
import { type, useSearching } from './searching.ts';

/** What the query asks for, a chip for each condition, and a way to ask for more. Field and chips are one query. */
export function Chips() {
  const typed = useSearching((searching) => searching.typed);
  const chips = chipsOf(typed);
  const row = useRef<HTMLUListElement>(null);
  function change(next: string) {
    type(next);
    // What was pressed may be gone with its chip.
    requestAnimationFrame(() => {
      if (document.activeElement === document.body) row.current?.querySelector('button')?.focus();
    });
  }
  return (
    <ul ref={row} className="conditions" aria-label="Conditions">
      {chips.map((chip) => (
        <li key={`${chip.index} ${chip.typed}`} className="condition">
          <ChipMenu chip={chip} typed={typed} onChange={change} />
          <Button
            className="quiet condition-out"
            aria-label={`Take out: ${saidOf(chip)}`}
            onPress={() => change(withoutChip(typed, chip))}
          >
            ×
          </Button>
        </li>
      ))}
      <li>
        <AddCondition typed={typed} onChange={change} />
      </li>
    </ul>
  );
}

function saidOf({ label, negated }: Chip): string {
  return negated ? `not ${label}` : label;
}

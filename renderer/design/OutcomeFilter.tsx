import './OutcomeFilter.css';
import { ToggleButton, ToggleButtonGroup } from 'react-aria-components';
import { inDigits } from '../desk/words.ts';

interface OutcomeFilterProps<Outcome extends string> {
  /** What is filtered, for the ear: `Show files`. */
  readonly label: string;
  readonly outcomes: readonly Outcome[];
  readonly counts: Readonly<Record<Outcome, number>>;
  /** How many there are in all. */
  readonly all: number;
  readonly words: (outcome: Outcome, count: number) => string;
  /** The outcome that is shown alone, or null where all are shown. */
  readonly shown: Outcome | null;
  readonly onShow: (outcome: Outcome | null) => void;
}

/** How many had which fate, each sum a way to see only those; nothing where all had one fate. */
export function OutcomeFilter<Outcome extends string>(props: OutcomeFilterProps<Outcome>) {
  const { label, outcomes, counts, all, words, shown, onShow } = props;
  const there = outcomes.filter((one) => counts[one] > 0);
  if (there.length < 2) return null;
  return (
    <ToggleButtonGroup
      className="outcome-filter"
      aria-label={label}
      selectionMode="single"
      disallowEmptySelection
      selectedKeys={[shown ?? 'all']}
      onSelectionChange={([key]) => onShow(outcomes.find((one) => one === key) ?? null)}
    >
      <ToggleButton id="all" className="quiet">
        All {inDigits(all)}
      </ToggleButton>
      {there.map((one) => (
        <ToggleButton key={one} id={one} className="quiet">
          {words(one, counts[one])}
        </ToggleButton>
      ))}
    </ToggleButtonGroup>
  );
}

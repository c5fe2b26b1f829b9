import { Checkbox } from 'react-aria-components';
import { inDigits } from '../desk/words.ts';
import { Box } from './Box.tsx';
import {
  allKeys,
  checkedOf,
  type Found,
  type Left,
  leftOut,
  type Place,
  toggled,
} from './choice.ts';
import { cutWords, type Scope, sumWords } from './words.ts';

interface SumProps {
  readonly found: Found<Place>;
  readonly left: Left;
  readonly scope: Scope;
  /** Whether nothing can be chosen now. */
  readonly old: boolean;
  readonly onChange: (left: Left) => void;
}

/** How many places there are, and a tick for all of them. */
export function Sum({ found, left, scope, old, onChange }: SumProps) {
  const keys = allKeys(found);
  const checked = checkedOf(keys, left);
  const cut = cutWords(found);
  const out = leftOut(found, left);
  return (
    <div className="places-sum">
      <Checkbox
        className="tick"
        isSelected={checked === true}
        isIndeterminate={checked === 'mixed'}
        isReadOnly={old}
        onChange={() => onChange(toggled(keys, left))}
      >
        <Box checked={checked} />
        <span aria-live="polite">
          {sumWords(found, scope)}
          {out > 0 && `, ${inDigits(out)} left out`}
        </span>
      </Checkbox>
      {cut !== null && <p className="places-cut">{cut}</p>}
    </div>
  );
}

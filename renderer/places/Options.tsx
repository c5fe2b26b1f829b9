import { Checkbox, Radio, RadioGroup } from 'react-aria-components';
import { Box } from './Box.tsx';
import type { Scope } from './words.ts';

interface Asked {
  readonly folded: boolean;
  readonly wholeWords: boolean;
  readonly scope: Scope;
}

interface OptionsProps extends Asked {
  /** Whether a cable is open to be searched alone. */
  readonly canBeCable: boolean;
  readonly onChange: (asked: Partial<Asked>) => void;
}

/** How words are looked for, and where. */
export function Options({ folded, wholeWords, scope, canBeCable, onChange }: OptionsProps) {
  return (
    <div className="places-options">
      <Tick
        words="Look-alikes and capitals"
        on={folded}
        onChange={(on) => onChange({ folded: on })}
      />
      <Tick words="Whole words" on={wholeWords} onChange={(on) => onChange({ wholeWords: on })} />
      <RadioGroup
        className="places-scope"
        aria-label="Search"
        value={scope}
        onChange={(value) => onChange({ scope: value === 'cable' ? 'cable' : 'library' })}
      >
        <Radio value="cable" className="tick" isDisabled={!canBeCable}>
          <span className="dot" /> This cable
        </Radio>
        <Radio value="library" className="tick">
          <span className="dot" /> Whole library
        </Radio>
      </RadioGroup>
    </div>
  );
}

interface TickProps {
  readonly words: string;
  readonly on: boolean;
  readonly onChange: (on: boolean) => void;
}

function Tick({ words, on, onChange }: TickProps) {
  return (
    <Checkbox className="tick" isSelected={on} onChange={onChange}>
      <Box checked={on} /> {words}
    </Checkbox>
  );
}

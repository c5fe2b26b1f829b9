import { ToggleButton, ToggleButtonGroup } from 'react-aria-components';
import { ruleName } from './ruleWords.ts';

interface RuleFilterProps {
  readonly counts: readonly (readonly [rule: string, count: number])[];
  readonly all: number;
  /** The one rule whose entries are shown; null for all. */
  readonly chosen: string | null;
  readonly onChoose: (rule: string | null) => void;
}

const ALL = '*';

/** The rules that had something to say of the cable, with how often; choosing one shows only its entries. */
export function RuleFilter({ counts, all, chosen, onChoose }: RuleFilterProps) {
  return (
    <ToggleButtonGroup
      className="rule-filter"
      aria-label="Show entries of"
      disallowEmptySelection
      selectedKeys={[chosen ?? ALL]}
      onSelectionChange={(keys) => {
        const [key] = keys;
        onChoose(key === ALL || key === undefined ? null : String(key));
      }}
    >
      {[[ALL, all] as const, ...counts].map(([rule, number]) => (
        <ToggleButton key={rule} id={rule} className="quiet">
          {rule === ALL ? 'all' : ruleName(rule)} <span className="number">{number}</span>
        </ToggleButton>
      ))}
    </ToggleButtonGroup>
  );
}

import { Button, Switch } from 'react-aria-components';
import type { RuleState } from '../../domain/clean/rule-state.ts';
import { ruleName, ruleTitle } from '../apparatus/ruleWords.ts';
import { inDigits } from '../desk/words.ts';
import { decideInLibrary } from '../proposals/deciding.ts';

interface RuleLineProps {
  readonly rule: RuleState;
  /** The element that says what switching leads to. */
  readonly about: string;
  /** The rule that is being switched, null where none is. */
  readonly running: string | null;
  readonly onSwitch: (on: boolean) => void;
}

/** One rule: what it does, what has become of what it found, and its switch. */
export function RuleLine({ rule, about, running, onSwitch }: RuleLineProps) {
  const { name, explanation, certainty, on, accepted, proposed, rejected } = rule;
  return (
    <tr className={on ? 'rule' : 'rule off'}>
      <th scope="row">
        <span className="rule-name">{ruleTitle(name)}</span>{' '}
        <span className="chip">{certainty}</span>
        <p className="rule-explanation">{explanation}</p>
      </th>
      <Count number={accepted} />
      <td>
        {proposed > 0 ? (
          <Button className="link" onPress={() => decideInLibrary(name)}>
            {inDigits(proposed)}
            <span className="by-ear"> waiting of “{ruleName(name)}”: decide</span>…
          </Button>
        ) : (
          <None />
        )}
      </td>
      <Count number={rejected} />
      <td>
        <Switch
          className="switch"
          aria-label={ruleTitle(name)}
          aria-describedby={about}
          isSelected={on}
          isReadOnly={running !== null}
          onChange={onSwitch}
        >
          <span className="switch-track" />
          <span className="switch-word" aria-hidden="true">
            {running === name ? '…' : on ? 'on' : 'off'}
          </span>
        </Switch>
      </td>
    </tr>
  );
}

function Count({ number }: { readonly number: number }) {
  return <td>{number > 0 ? inDigits(number) : <None />}</td>;
}

/** A number that would be nought says less than a stroke. */
function None() {
  return (
    <>
      <span className="rule-none" aria-hidden="true">
        –
      </span>
      <span className="by-ear">none</span>
    </>
  );
}

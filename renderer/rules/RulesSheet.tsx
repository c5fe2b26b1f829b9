import './RulesSheet.css';
import { useId, useState } from 'react';
import { Input, SearchField, useFilter } from 'react-aria-components';
import type { RuleState } from '../../domain/clean/rule-state.ts';
import { ruleName } from '../apparatus/ruleWords.ts';
import { request } from '../bridge.ts';
import { CommandButton } from '../commands/CommandButton.tsx';
import { useCommand } from '../commands/commands.ts';
import { report, useDesk } from '../desk/desk.ts';
import { queryClient, useLibrary, useRules } from '../desk/queries.ts';
import { SheetFrame } from '../desk/SheetFrame.tsx';
import { count } from '../desk/words.ts';
import { ImportProgress } from '../library/ImportProgress.tsx';
import { working } from '../library/work.ts';
import { RuleLine } from './RuleLine.tsx';

/** The rules of cleaning in the order in which they read a text: what each does, has found, and whether it is on. */
export function RulesSheet() {
  const { data: library } = useLibrary();
  useCommand('rule.edit', () => useDesk.setState({ sheet: 'rules' }), Boolean(library));
  return (
    <SheetFrame sheet="rules" title="Rules of cleaning" className="rules">
      <Rules />
    </SheetFrame>
  );
}

function Rules() {
  const { data: library } = useLibrary();
  const { data: rules = [] } = useRules();
  const { contains } = useFilter({ sensitivity: 'base' });
  const [wanted, setWanted] = useState('');
  const { running, outcome, change } = useSwitching();
  const about = useId();
  const shown = rules.filter(({ name, explanation }) =>
    contains(`${ruleName(name)} ${explanation}`, wanted.trim()),
  );
  return (
    <>
      <div className="rules-head">
        <p id={about}>
          Switching a rule off or on cleans {all(library?.cables ?? 0)} anew. What persons have
          decided is kept, annotations move with their words, and one undo takes it back.{' '}
          <CommandButton name="help.rules" className="link">
            Each with its examples
          </CommandButton>
        </p>
        <SearchField aria-label="Find a rule" value={wanted} onChange={setWanted} autoFocus>
          <Input className="field" placeholder="Find a rule" />
        </SearchField>
      </div>
      <div className="rules-all">
        <table>
          <thead className="label">
            <tr>
              <th scope="col">Rule</th>
              <th scope="col">Accepted</th>
              <th scope="col">Waiting</th>
              <th scope="col">Rejected</th>
              <th scope="col">Used</th>
            </tr>
          </thead>
          <tbody>
            {shown.map((rule) => (
              <RuleLine
                key={rule.name}
                rule={rule}
                about={about}
                running={running}
                onSwitch={(on) => void change(rule, on).catch(report)}
              />
            ))}
          </tbody>
        </table>
        {shown.length === 0 && <p className="rules-none">No rule has these words.</p>}
      </div>
      <ImportProgress />
      <p className="rules-outcome" role="status">
        {running === null ? outcome : `Cleaning anew, “${ruleName(running)}” …`}
      </p>
    </>
  );
}

function all(cables: number): string {
  return cables === 1 ? 'the one cable' : `all ${count(cables, 'cable')}`;
}

/** Switches a rule, and tells what that has changed. */
function useSwitching() {
  const [running, setRunning] = useState<string | null>(null);
  const [outcome, setOutcome] = useState('');
  async function change({ name }: RuleState, on: boolean) {
    setRunning(name);
    try {
      const { cables } = await working(
        { name: 'Cleaning anew', thing: 'cable' },
        request('rule.switch', { rule: name, on }),
      );
      await queryClient.invalidateQueries({ queryKey: ['rules'], exact: true });
      const rules = queryClient.getQueryData<readonly RuleState[]>(['rules']);
      const stopped = rules?.find((rule) => rule.name === name)?.on !== on;
      setOutcome(stopped ? 'Stopped; nothing has changed.' : outcomeOf(name, on, cables));
    } finally {
      setRunning(null);
    }
  }
  return { running, outcome, change };
}

/** "“damaged banner” is off; 3 cables have changed." */
function outcomeOf(rule: string, on: boolean, cables: number): string {
  const changed =
    cables === 0 ? 'no cable has changed' : `${count(cables, 'cable has', 'cables have')} changed`;
  return `“${ruleName(rule)}” is ${on ? 'on' : 'off'}; ${changed}.`;
}

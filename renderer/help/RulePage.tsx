import { Fragment } from 'react';
import { Button } from 'react-aria-components';
import { readExample } from '../../domain/clean/example.ts';
import type { Rule } from '../../domain/clean/rule.ts';
import { ruleTitle } from '../apparatus/ruleWords.ts';
import { CommandButton } from '../commands/CommandButton.tsx';
import { useLibrary, useRules } from '../desk/queries.ts';
import { inDigits } from '../desk/words.ts';
import { decideInLibrary } from '../proposals/deciding.ts';

/** A rule: what it does, what it has found in this library, and its examples before and after. */
export function RulePage({ rule }: { readonly rule: Rule }) {
  const { name, explanation, certainty, examples } = rule;
  return (
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- What scrolls must be reachable by the keyboard.
    <section className="help-chosen" aria-label={ruleTitle(name)} tabIndex={0}>
      <h3>
        {ruleTitle(name)} <span className="chip">{certainty}</span>
      </h3>
      <p className="help-lead">{explanation}</p>
      <Found rule={name} />
      <table className="examples">
        <caption className="label">Examples; names and numbers are invented</caption>
        <thead>
          <tr>
            <th scope="col">As it comes</th>
            <th scope="col">As it reads when all is accepted</th>
          </tr>
        </thead>
        <tbody>
          {examples.map((example) => (
            <Example key={example} example={example} />
          ))}
        </tbody>
      </table>
    </section>
  );
}

function Example({ example }: { readonly example: string }) {
  const { before, after } = readExample(example);
  return (
    <tr>
      <td className="example-before">
        <Words words={before} />
      </td>
      <td className="example-after">
        {before === after ? <em>stays as it is</em> : <Words words={after} />}
      </td>
    </tr>
  );
}

/** Words with what cannot be seen in them: ends of lines, and blanks before those. */
function Words({ words }: { readonly words: string }) {
  if (words === '') return <em>nothing</em>;
  return words.split('\n').map((line, at, lines) => {
    const blanks = /[ \t]+$/u.exec(line)?.[0].length ?? 0;
    const isLast = at === lines.length - 1;
    return (
      // Lines have nothing but their place.
      // oxlint-disable-next-line react/no-array-index-key
      <Fragment key={at}>
        {line.slice(0, line.length - blanks)}
        <span className="unseen">
          {'␣'.repeat(blanks)}
          {isLast ? '' : '⏎\n'}
        </span>
      </Fragment>
    );
  });
}

/** What has become of what the rule found in the library on the desk. */
function Found({ rule }: { readonly rule: string }) {
  const { data: library } = useLibrary();
  const { data: rules = [] } = useRules();
  const state = rules.find(({ name }) => name === rule);
  if (!library || !state) return null;
  const { accepted, proposed, rejected, on } = state;
  return (
    <p className="help-found">
      In this library: {inDigits(accepted)} accepted, {inDigits(proposed)} waiting,{' '}
      {inDigits(rejected)} rejected{on ? '' : '; the rule is switched off'}.{' '}
      {proposed > 0 && (
        <Button className="link" onPress={() => decideInLibrary(rule)}>
          Decide…
        </Button>
      )}{' '}
      <CommandButton name="rule.edit" className="link">
        Switch it…
      </CommandButton>
    </p>
  );
}

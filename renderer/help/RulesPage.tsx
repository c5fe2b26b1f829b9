import { useState } from 'react';
import {
  Collection,
  Header,
  Input,
  ListBox,
  ListBoxItem,
  ListBoxSection,
  SearchField,
  useFilter,
} from 'react-aria-components';
import { RULES, TURNS } from '../../domain/clean/rules.ts';
import { ruleName, ruleTitle } from '../apparatus/ruleWords.ts';
import { RulePage } from './RulePage.tsx';
import { useCatalogue } from './catalogue.ts';

/** What the turns of cleaning do, in the order in which a text is read. */
const turnTitles = ['Takes lines out', 'Changes what stays', 'Only reads'] as const;

const turns = turnTitles.map((title, turn) => ({ title, rules: TURNS[turn] ?? [] }));

/** All rules of cleaning in the order in which they read a text, each with its examples. */
export function RulesPage() {
  const [wanted, setWanted] = useState('');
  const { contains } = useFilter({ sensitivity: 'base' });
  const chosen = useCatalogue(({ rule }) => rule);
  const shown = turns
    .map(({ title, rules }) => ({
      title,
      rules: rules.filter(({ name, explanation, examples }) =>
        contains([ruleName(name), explanation, ...examples].join(' '), wanted.trim()),
      ),
    }))
    .filter(({ rules }) => rules.length > 0);
  const listed = shown.flatMap(({ rules }) => rules);
  const rule = listed.find(({ name }) => name === chosen) ?? listed[0];
  return (
    <>
      <div className="help-head">
        <p>
          {RULES.length} rules read a text in this order. Certain ones change it at import, all
          others propose; every change stands in the apparatus, and each rule can be switched off.
        </p>
        <SearchField aria-label="Find a rule" value={wanted} onChange={setWanted} autoFocus>
          <Input className="field" placeholder="Find a rule" />
        </SearchField>
      </div>
      <div className="help-pair">
        <ListBox
          className="help-list"
          aria-label="Rules"
          items={shown}
          selectionMode="single"
          selectionBehavior="replace"
          disallowEmptySelection
          selectedKeys={rule ? [rule.name] : []}
          onSelectionChange={(keys) =>
            keys !== 'all' && useCatalogue.setState({ rule: String([...keys][0]) })
          }
          renderEmptyState={() => <p className="help-none">No rule has these words.</p>}
        >
          {({ title, rules }) => (
            <ListBoxSection id={title}>
              <Header className="label">{title}</Header>
              <Collection items={rules}>
                {({ name, certainty }) => (
                  <ListBoxItem id={name} textValue={ruleTitle(name)}>
                    <span className="help-name">{ruleTitle(name)}</span>
                    <span className="help-about">{certainty}</span>
                  </ListBoxItem>
                )}
              </Collection>
            </ListBoxSection>
          )}
        </ListBox>
        {rule && <RulePage key={rule.name} rule={rule} />}
      </div>
    </>
  );
}

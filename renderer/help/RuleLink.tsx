import { Button, Tooltip, TooltipTrigger } from 'react-aria-components';
import { RULES } from '../../domain/clean/rules.ts';
import { ruleTitle } from '../apparatus/ruleWords.ts';
import { openCatalogue } from './catalogue.ts';

/** The title of a rule, which leads to its page in the catalogue; the rules of reading TEI have none. */
export function RuleLink({ rule }: { readonly rule: string }) {
  if (!RULES.some(({ name }) => name === rule)) return ruleTitle(rule);
  return (
    <TooltipTrigger delay={400}>
      <Button className="link rule-link" onPress={() => openCatalogue(rule)}>
        {ruleTitle(rule)}
      </Button>
      <Tooltip className="tooltip" offset={6}>
        Its page in the catalogue of rules, with examples
      </Tooltip>
    </TooltipTrigger>
  );
}

import { Button, Tooltip, TooltipTrigger } from 'react-aria-components';
import { teiExplanations } from '../../domain/tei/rules.ts';
import { ruleSentence, ruleTitle } from '../apparatus/ruleWords.ts';
import { openCatalogue } from './catalogue.ts';

/** The rules of reading TEI, which have no page in the catalogue. */
const ofTei: ReadonlySet<string> = new Set(teiExplanations.map(([rule]) => rule));

/** The title of a rule, which leads to its page in the catalogue where it has one. */
export function RuleLink({ rule }: { readonly rule: string }) {
  if (ofTei.has(rule) || ruleSentence(rule) === null) return ruleTitle(rule);
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

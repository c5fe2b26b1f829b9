import type { ReactNode } from 'react';
import { Button, Tooltip, TooltipTrigger } from 'react-aria-components';
import { folded, shortened } from '../../domain/apparatus/words.ts';
import type { Range } from '../../domain/text/range.ts';
import { ruleName } from '../apparatus/ruleWords.ts';
import { jumpTo } from '../desk/desk.ts';

interface EvidenceProps {
  readonly text: string;
  readonly range: Range | null;
  readonly rule: string;
  readonly children: ReactNode;
}

/** A value that leads to the words of the original that show it; plain where nothing there does. */
export function Evidence({ text, range, rule, children }: EvidenceProps) {
  if (!range) return <span className="fact-plain">{children}</span>;
  return (
    <TooltipTrigger delay={400}>
      <Button className="evidence" onPress={() => jumpTo({ side: 'original', ...range })}>
        {children}
      </Button>
      <Tooltip className="tooltip" placement="left" offset={8}>
        <EvidenceWords text={text} range={range} rule={rule} />
      </Tooltip>
    </TooltipTrigger>
  );
}

interface EvidenceWordsProps {
  readonly text: string;
  readonly range: Range;
  readonly rule: string;
}

/** The words of the original that show a value, and who read it from them. */
export function EvidenceWords({ text, range, rule }: EvidenceWordsProps) {
  return (
    <>
      “{shortened(folded(text.slice(range.from, range.to)), 240)}”
      <br />
      <small>in the original, by the rule “{ruleName(rule)}”</small>
    </>
  );
}

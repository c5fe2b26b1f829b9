import './DecideSheet.css';
import { useEffect, useRef, useState } from 'react';
import { Button } from 'react-aria-components';
import { ruleName, ruleSentence } from '../apparatus/ruleWords.ts';
import { request } from '../bridge.ts';
import { report } from '../desk/desk.ts';
import { queryClient } from '../desk/queries.ts';
import { SheetFrame } from '../desk/SheetFrame.tsx';
import { count } from '../desk/words.ts';
import { VirtualList } from '../design/VirtualList.tsx';
import { ImportProgress } from '../library/ImportProgress.tsx';
import { working } from '../library/work.ts';
import { useRuleInQuestion } from './deciding.ts';
import { PlaceLine } from './PlaceLine.tsx';
import { usePreviewTotals } from './previewPages.ts';
import { outcomeWords } from './words.ts';

/** All waiting proposals of one rule in the library, to be looked through and decided on at once. */
export function DecideSheet() {
  const { rule } = useRuleInQuestion();
  return (
    <SheetFrame
      sheet="decide"
      title={rule === null ? 'Proposals' : `All proposals of “${ruleName(rule)}”`}
      className="decide"
    >
      {rule !== null && <Preview key={rule} rule={rule} />}
    </SheetFrame>
  );
}

type Verdict = 'accepted' | 'rejected';

function Preview({ rule }: { readonly rule: string }) {
  const totals = usePreviewTotals(rule);
  const { outcome, running, decide } = useDecision(rule);
  const total = totals?.total ?? 0;
  const foot = useRef<HTMLElement>(null);
  // Where nothing is left to decide the buttons go; Escape must still be heard by the sheet.
  useEffect(() => {
    if (total > 0 || document.activeElement !== document.body) return;
    foot.current?.closest<HTMLElement>('[role=dialog]')?.focus();
  }, [total]);
  const press = (verdict: Verdict) => void decide(verdict).catch(report);
  return (
    <>
      <div className="decide-head">
        <p className="decide-why">{ruleSentence(rule)}</p>
        <p className="decide-sum">{totals && sumOf(totals)}</p>
      </div>
      {total > 0 && (
        <VirtualList label="Places" className="places" count={total} estimate={84}>
          {(index) => <PlaceLine rule={rule} index={index} />}
        </VirtualList>
      )}
      <ImportProgress />
      <footer className="decide-foot" ref={foot}>
        <p role="status">{running ? 'Deciding …' : outcome}</p>
        {total > 0 && (
          <>
            <Button
              className="button primary"
              isPending={running}
              onPress={() => press('accepted')}
            >
              Accept all
            </Button>
            <Button className="button" isPending={running} onPress={() => press('rejected')}>
              Reject all
            </Button>
          </>
        )}
      </footer>
    </>
  );
}

/** "37 places in 12 cables wait." */
function sumOf({ total, cables }: { readonly total: number; readonly cables: number }): string {
  if (total === 0) return 'No proposal of this rule waits in the library.';
  return `${count(total, 'place')} in ${count(cables, 'cable')}. One undo takes the whole decision back.`;
}

/** Decides on all of a rule, and what came of it, in words. */
function useDecision(rule: string) {
  const [running, setRunning] = useState(false);
  const [outcome, setOutcome] = useState('');
  async function decide(status: Verdict) {
    setRunning(true);
    try {
      const done = await working(
        { name: 'Deciding', thing: 'cable' },
        request('proposal.decideRule', { rule, cableId: null, status }),
      );
      await queryClient.invalidateQueries({ queryKey: ['proposals'] });
      setOutcome(outcomeWords(done, status, 'library'));
    } finally {
      setRunning(false);
    }
  }
  return { running, outcome, decide };
}

import './ApparatusPanel.css';
import { useMemo, useState } from 'react';
import { apparatus, type ApparatusEntry, countsByRule } from '../../domain/apparatus/apparatus.ts';
import { jumpTo, useDesk } from '../desk/desk.ts';
import { useCable } from '../desk/queries.ts';
import { VirtualListBox } from '../design/VirtualListBox.tsx';
import { manuscriptOf } from '../workbench/manuscript.ts';
import { EntryLine } from './EntryLine.tsx';
import { RuleFilter } from './RuleFilter.tsx';

/** All that was changed in the cable, or is proposed, set as the apparatus of a printed edition. */
export function ApparatusPanel() {
  const { data: cable } = useCable(useDesk((desk) => desk.cableId));
  const entries = useMemo(
    () => (cable ? apparatus(manuscriptOf(cable).transcription, cable.changes) : []),
    [cable],
  );
  if (!cable) return null;
  if (entries.length === 0)
    return <p className="panel-none">The transcription reads as the original does.</p>;
  return <Apparatus key={cable.summary.id} entries={entries} />;
}

function Apparatus({ entries }: { readonly entries: readonly ApparatusEntry[] }) {
  const [rule, setRule] = useState<string | null>(null);
  const [active, setActive] = useState<number | null>(null);
  const counts = countsByRule(entries);
  const shown = rule === null ? entries : entries.filter((entry) => entry.rule === rule);
  return (
    <>
      <RuleFilter
        counts={counts}
        all={entries.length}
        chosen={rule}
        onChoose={(chosen) => {
          setRule(chosen);
          setActive(null);
        }}
      />
      <VirtualListBox
        key={rule}
        label="Apparatus"
        className="apparatus"
        count={shown.length}
        active={active}
        estimate={62}
        onMove={setActive}
        onAct={(index) => {
          const entry = shown[index];
          if (entry) jumpTo({ side: 'original', ...entry.range });
        }}
      >
        {(index) => <EntryLine entry={shown[index]} />}
      </VirtualListBox>
    </>
  );
}

import './ApparatusPanel.css';
import { useMemo, useState } from 'react';
import { apparatus, type ApparatusEntry } from '../../domain/apparatus/apparatus.ts';
import { jumpTo, useDesk } from '../desk/desk.ts';
import { useCable } from '../desk/queries.ts';
import { VirtualListBox } from '../design/VirtualListBox.tsx';
import { manuscriptOf } from '../workbench/manuscript.ts';
import { type EntryChoice, EntryFilter, isChosen } from './EntryFilter.tsx';
import { EntryLine } from './EntryLine.tsx';

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
  const [choice, setChoice] = useState<EntryChoice>('*');
  const [active, setActive] = useState<number | null>(null);
  const shown = entries.filter((entry) => isChosen(choice, entry));
  return (
    <>
      <EntryFilter
        entries={entries}
        chosen={choice}
        onChoose={(chosen) => {
          setChoice(chosen);
          setActive(null);
        }}
      />
      <VirtualListBox
        key={choice}
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
        {(index) => <EntryLine entry={shown[index]} previous={shown[index - 1]} />}
      </VirtualListBox>
    </>
  );
}

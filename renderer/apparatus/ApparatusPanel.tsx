import './ApparatusPanel.css';
import { useEffect, useMemo, useRef, useState } from 'react';
import { apparatus, type ApparatusEntry } from '../../domain/apparatus/apparatus.ts';
import type { ChangeKey } from '../../domain/change/decision.ts';
import { jumpTo, useDesk } from '../desk/desk.ts';
import { useCable } from '../desk/queries.ts';
import { VirtualListBox } from '../design/VirtualListBox.tsx';
import { DecisionBar } from '../proposals/DecisionBar.tsx';
import { sameChange } from '../proposals/walk.ts';
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

/** The entries; the active one is that of the change looked at, and can be decided on below. */
function Apparatus({ entries }: { readonly entries: readonly ApparatusEntry[] }) {
  const [wanted, setWanted] = useState<EntryChoice>('*');
  const proposal = useDesk((desk) => desk.proposal);
  const list = useRef<HTMLDivElement>(null);
  const bar = useFocusKept<HTMLElement>(list);
  const entry = entries.find((one) => isOf(one, proposal));
  // The entry looked at is always to be seen, and a choice without entries would show nothing.
  const fits = entry ? isChosen(wanted, entry) : entries.some((one) => isChosen(wanted, one));
  const choice = fits ? wanted : '*';
  const shown = entries.filter((one) => isChosen(choice, one));
  const active = shown.findIndex((one) => one === entry);

  return (
    <>
      <EntryFilter
        entries={entries}
        chosen={choice}
        onChoose={(chosen) => {
          setWanted(chosen);
          if (entry && !isChosen(chosen, entry)) useDesk.setState({ proposal: null });
        }}
      />
      <VirtualListBox
        key={choice}
        ref={list}
        label="Apparatus"
        className="apparatus"
        count={shown.length}
        active={active === -1 ? null : active}
        estimate={62}
        onMove={(index) => lookAt(shown[index])}
        onAct={(index) => lookAt(shown[index])}
      >
        {(index) => <EntryLine entry={shown[index]} previous={shown[index - 1]} />}
      </VirtualListBox>
      {entry && <DecisionBar ref={bar} entry={entry} entries={entries} />}
    </>
  );
}

function isOf({ changes }: ApparatusEntry, proposal: ChangeKey | null): boolean {
  return changes.some((change) => sameChange(change, proposal));
}

/** Makes an entry the one looked at, and lights its place on both sides. */
function lookAt(entry: ApparatusEntry | undefined) {
  if (!entry) return;
  const [{ from, to, rule }] = entry.changes;
  useDesk.setState({ proposal: { from, to, rule } });
  jumpTo({ side: 'original', ...entry.range });
}

/** Gives the focus to the list when the part that had it leaves the page, so that the keys go on. */
function useFocusKept<T extends HTMLElement>(list: { readonly current: HTMLElement | null }) {
  const part = useRef<T>(null);
  const inside = useRef(false);
  useEffect(() => {
    const hear = ({ target }: FocusEvent) => {
      inside.current = target instanceof Node && part.current?.contains(target) === true;
    };
    document.addEventListener('focusin', hear);
    return () => document.removeEventListener('focusin', hear);
  }, []);
  useEffect(() => {
    if (!inside.current || document.activeElement !== document.body) return;
    inside.current = false;
    list.current?.focus();
  });
  return part;
}

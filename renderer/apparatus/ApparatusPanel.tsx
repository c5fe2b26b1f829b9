import './ApparatusPanel.css';
import { useEffect, useMemo, useRef, useState } from 'react';
import { apparatus, type ApparatusEntry } from '../../domain/apparatus/apparatus.ts';
import { type Desk, useDesk } from '../desk/desk.ts';
import { useCable } from '../desk/queries.ts';
import { VirtualListBox } from '../design/VirtualListBox.tsx';
import { DecisionBar } from '../proposals/DecisionBar.tsx';
import { lookAt } from '../proposals/deciding.ts';
import { sameChange } from '../proposals/walk.ts';
import { manuscriptOf } from '../workbench/manuscript.ts';
import { EmendationBar } from './EmendationBar.tsx';
import { type EntryChoice, EntryFilter, isChosen } from './EntryFilter.tsx';
import { EntryLine } from './EntryLine.tsx';
import { lookAtEmendation } from './looking.ts';

/** All that was changed in the cable, or is proposed, set as the apparatus of a printed edition. */
export function ApparatusPanel() {
  const { data: cable } = useCable(useDesk((desk) => desk.cableId));
  const entries = useMemo(
    () =>
      cable
        ? apparatus(
            manuscriptOf(cable).transcription,
            cable.changes,
            cable.emendations,
            cable.original.format,
          )
        : [],
    [cable],
  );
  if (!cable) return null;
  if (entries.length === 0)
    return <p className="panel-none">The transcription reads as the original does.</p>;
  const { id } = cable.summary;
  return <Apparatus key={id} cableId={id} entries={entries} />;
}

interface ApparatusProps {
  readonly cableId: string;
  readonly entries: readonly ApparatusEntry[];
}

/** The entries; the active one is that of the change or emendation looked at, with what can be done below. */
function Apparatus({ cableId, entries }: ApparatusProps) {
  const [wanted, setWanted] = useState<EntryChoice>('*');
  const proposal = useDesk((desk) => desk.proposal);
  const emendationId = useDesk((desk) => desk.emendationId);
  const list = useRef<HTMLDivElement>(null);
  const bar = useFocusKept<HTMLElement>(list);
  const entry = entries.find((one) => isLookedAt(one, { proposal, emendationId }));
  // The entry looked at is always to be seen, and a choice without entries would show nothing.
  const fits = entry ? isChosen(wanted, entry) : entries.some((one) => isChosen(wanted, one));
  const choice = fits ? wanted : widestWith(entry);
  const shown = entries.filter((one) => isChosen(choice, one));
  const active = shown.findIndex((one) => one === entry);

  return (
    <>
      <EntryFilter
        entries={entries}
        chosen={choice}
        onChoose={(chosen) => {
          setWanted(chosen);
          if (entry && !isChosen(chosen, entry))
            useDesk.setState({ proposal: null, emendationId: null });
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
        onMove={(index) => lookAtEntry(shown[index])}
        onAct={(index) => lookAtEntry(shown[index])}
      >
        {(index) => <EntryLine entry={shown[index]} previous={shown[index - 1]} />}
      </VirtualListBox>
      {shown.length === 0 && (
        <p className="panel-none">Nothing but the markup of the edition was read.</p>
      )}
      {entry?.kind === 'change' && <DecisionBar ref={bar} entry={entry} entries={entries} />}
      {entry?.kind === 'emendation' && (
        <EmendationBar key={entry.emendation.id} ref={bar} cableId={cableId} entry={entry} />
      )}
    </>
  );
}

/** The widest choice that shows an entry. */
function widestWith(entry: ApparatusEntry | undefined): EntryChoice {
  return entry?.kind === 'change' && !isChosen('*', entry) ? `rule ${entry.rule}` : '*';
}

function isLookedAt(
  entry: ApparatusEntry,
  { proposal, emendationId }: Pick<Desk, 'proposal' | 'emendationId'>,
): boolean {
  if (entry.kind === 'emendation') return proposal === null && entry.emendation.id === emendationId;
  return entry.changes.some((change) => sameChange(change, proposal));
}

/** Makes an entry the one looked at, and lights its place on both sides. */
function lookAtEntry(entry: ApparatusEntry | undefined) {
  if (entry?.kind === 'emendation') lookAtEmendation(entry.place);
  else if (entry) lookAt(entry.changes[0], entry.range);
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

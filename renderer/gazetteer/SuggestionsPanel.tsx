import './suggestions.css';
import { type KeyboardEvent, useEffect, useMemo, useRef, useState } from 'react';
import { folded } from '../../domain/apparatus/words.ts';
import type { Cable } from '../../domain/library/cable.ts';
import { CommandButton } from '../commands/CommandButton.tsx';
import { VirtualListBox } from '../design/VirtualListBox.tsx';
import { jumpTo, report, useDesk } from '../desk/desk.ts';
import { useCable } from '../desk/queries.ts';
import { count, inDigits } from '../desk/words.ts';
import { useVocabulary } from '../tags/vocabulary.ts';
import { kindTitles } from './kinds.ts';
import { tagOfKind, useKindTags } from './kindTags.ts';
import { namesOf, type Row, rowsOf } from './proposals.ts';
import { SuggestionBar } from './SuggestionBar.tsx';
import { accept, dismiss, useSuggestions } from './suggesting.ts';

/** The inspector's list of names that the gazetteer finds in the cable on the desk. */
export function SuggestionsPanel() {
  const { data: cable } = useCable(useDesk((desk) => desk.cableId));
  return cable ? <Suggestions key={cable.summary.id} cable={cable} /> : null;
}

/** How much of the words before a place is shown, in UTF-16 code units. */
const BEFORE = 20;

/** Which line the reader is at: by what it stands for, and, once that is gone, by its number. */
interface At {
  readonly key: string;
  readonly index: number;
}

function Suggestions({ cable }: { readonly cable: Cable }) {
  const suggestions = useSuggestions(cable);
  const vocabulary = useVocabulary();
  const chosen = useKindTags();
  const list = useRef<HTMLDivElement>(null);
  const [at, setAt] = useState<At | null>(null);
  const open = suggestions?.open;
  const rows = useMemo(() => rowsOf(open ?? []), [open]);
  const active = indexOf(rows, at);
  const row = active === null ? undefined : rows[active];
  useSeen(row, list);
  if (!suggestions) return null;
  const { current, found } = suggestions;
  if (rows.length === 0) return <Nothing found={found} />;

  const cableId = cable.summary.id;
  const tagId = row ? tagOfKind(row.kind, chosen, vocabulary) : null;
  const take = () => {
    if (row && tagId !== null && current) accept(cable, row.proposals, tagId).catch(report);
  };
  const putAway = () => row && row.type !== 'kind' && dismiss(cableId, row.proposals);
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key !== 'Delete' || event.ctrlKey || event.altKey || event.metaKey) return;
    event.preventDefault();
    putAway();
  };
  return (
    <>
      {/* The keys are heard for the list in it, which has the focus. */}
      {/* oxlint-disable-next-line jsx-a11y/no-static-element-interactions */}
      <div className="suggestions" onKeyDown={onKeyDown}>
        <VirtualListBox
          ref={list}
          label="Suggestions"
          count={rows.length}
          active={active}
          estimate={32}
          onMove={(index) => {
            const next = rows[index];
            if (next) setAt({ key: next.key, index });
          }}
          onAct={(index) => show(rows[index])}
          onTick={take}
        >
          {(index) => <Line row={rows[index]} />}
        </VirtualListBox>
      </div>
      <SuggestionBar
        row={row}
        total={open?.length ?? 0}
        tagId={tagId}
        current={current}
        onAccept={take}
        onDismiss={putAway}
        onDone={() => list.current?.focus()}
      />
    </>
  );
}

/** Where the reader is: on the same line, or on the one that has come into its place. */
function indexOf(rows: readonly Row[], at: At | null): number | null {
  if (!at || rows.length === 0) return null;
  const index = rows.findIndex(({ key }) => key === at.key);
  return index === -1 ? Math.min(at.index, rows.length - 1) : index;
}

/** Lights the place of the line the reader is at, while the list has the keys. */
function useSeen(row: Row | undefined, list: { readonly current: HTMLElement | null }) {
  const key = row?.type === 'place' ? row.key : null;
  useEffect(() => {
    if (key !== null && list.current?.contains(document.activeElement)) show(row);
    // Another state of the same line is no reason to scroll.
    // oxlint-disable-next-line react-hooks/exhaustive-deps
  }, [key]);
}

function show(row: Row | undefined) {
  const [first] = row?.proposals ?? [];
  if (first && row?.type !== 'kind')
    jumpTo({ side: 'transcription', from: first.from, to: first.to });
}

function Nothing({ found }: { readonly found: number }) {
  return (
    <div className="panel-none">
      <p>
        {found === 0
          ? 'No name of the gazetteer stands in this cable.'
          : 'All names of the gazetteer in this cable are tagged or dismissed.'}
      </p>
      <p className="suggestions-open">
        <CommandButton name="gazetteer.edit">Gazetteer…</CommandButton>
      </p>
    </div>
  );
}

function Line({ row }: { readonly row: Row | undefined }) {
  const [place] = row?.proposals ?? [];
  if (!row || !place) return null;
  if (row.type === 'kind')
    return (
      <p className="suggestion-kind">
        {kindTitles[row.kind]}{' '}
        <span className="suggestion-count">{inDigits(row.proposals.length)}</span>
      </p>
    );
  if (row.type === 'entry')
    return (
      <p className="suggestion-entry">
        <span>{namesOf(row.entries)}</span>{' '}
        <span className="suggestion-count">
          {inDigits(row.proposals.length)}
          <span className="by-ear">
            {' '}
            {count(row.proposals.length, 'place').replace(/^\S+ /u, '')}
          </span>
        </span>
      </p>
    );
  return (
    <p className="suggestion-place">
      {wordsBefore(place.before)}
      <strong>{folded(place.found)}</strong>
      {folded(place.after)}
    </p>
  );
}

/** The last few words before a place: the line is narrow, and the place is to be seen in it. */
function wordsBefore(before: string): string {
  const line = folded(before);
  return line.length <= BEFORE ? line : line.slice(-BEFORE).replace(/^\S*\s/u, '');
}

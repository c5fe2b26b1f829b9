import './HistoryPanel.css';
import { useRef } from 'react';
import type { Revision } from '../../domain/history/revision.ts';
import { useDesk } from '../desk/desk.ts';
import { useCable } from '../desk/queries.ts';
import { inDigits } from '../desk/words.ts';
import { VirtualListBox } from '../design/VirtualListBox.tsx';
import { RevisionBar } from './RevisionBar.tsx';
import { compare, useChosenRevision, useRevisions } from './revisions.ts';
import { nameOf, workOf } from './words.ts';

/** What has been done to the text of the cable, revision by revision, the newest first. */
export function HistoryPanel() {
  const { data: cable } = useCable(useDesk((desk) => desk.cableId));
  const cableId = cable?.summary.id ?? null;
  const { data: revisions } = useRevisions(cableId);
  if (cableId === null || !revisions) return null;
  if (revisions.length === 0)
    return (
      <p className="panel-none">
        The transcription reads as cleaning left it; nobody has worked on it yet.
      </p>
    );
  return <History key={cableId} cableId={cableId} revisions={revisions} />;
}

interface HistoryProps {
  readonly cableId: string;
  /** The revisions, the newest first. */
  readonly revisions: readonly Revision[];
}

/** The time line; the revision looked at can be named, compared and restored below. */
function History({ cableId, revisions }: HistoryProps) {
  const { id } = useChosenRevision();
  const list = useRef<HTMLDivElement>(null);
  const active = Math.max(
    0,
    revisions.findIndex((revision) => revision.id === id),
  );
  const chosen = revisions[active];
  return (
    <>
      <VirtualListBox
        ref={list}
        label="Revisions"
        className="revisions"
        count={revisions.length}
        active={active}
        estimate={48}
        onMove={(index) => useChosenRevision.setState({ id: revisions[index]?.id ?? null })}
        onAct={(index, by) => by === 'key' && compareAt(revisions, index)}
      >
        {(index) => <RevisionLine revision={revisions[index]} isNow={index === 0} />}
      </VirtualListBox>
      {chosen && (
        <RevisionBar
          key={chosen.id}
          cableId={cableId}
          revision={chosen}
          revisions={revisions}
          onLeave={() => list.current?.focus()}
        />
      )}
    </>
  );
}

/** Compares a revision with the text as it is now; the newest with the one before it. */
function compareAt(revisions: readonly Revision[], index: number) {
  const revision = revisions[index === 0 ? 1 : index];
  if (revision) compare(revision.id);
}

interface RevisionLineProps {
  readonly revision: Revision | undefined;
  readonly isNow: boolean;
}

function RevisionLine({ revision, isNow }: RevisionLineProps) {
  if (!revision) return null;
  const { number, restored, message } = revision;
  return (
    <div className="revision">
      <p className="revision-number">{inDigits(number)}</p>
      <p className={message === '' ? 'revision-name unsaid' : 'revision-name'}>
        {nameOf(revision)}
        {isNow && <span className="chip now">now</span>}
        {restored !== null && <span className="chip">restored {inDigits(restored)}</span>}
      </p>
      <p className="revision-work">{workOf(revision)}</p>
    </div>
  );
}

import '../places/places.css';
import './merging.css';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { Button } from 'react-aria-components';
import type { Conflict } from '../../domain/merge/conflict.ts';
import { request } from '../bridge.ts';
import { useCommand } from '../commands/commands.ts';
import { openCable, report, useDesk } from '../desk/desk.ts';
import { useLibrary } from '../desk/queries.ts';
import { closeSheet, SheetFrame } from '../desk/SheetFrame.tsx';
import { count } from '../desk/words.ts';
import { VirtualList } from '../design/VirtualList.tsx';
import { momentOf } from '../metadata/dates.ts';
import { Foot } from '../places/Foot.tsx';
import { decide, decideAll } from './merging.ts';
import { kindWords, saidBy, titleOf } from './words.ts';

/** How many conflicts are asked for at once. */
const PAGE = 50;

/** What two people have done to one thing, for somebody to decide. */
export function ConflictSheet() {
  const { data: library } = useLibrary();
  useCommand('conflict.list', () => useDesk.setState({ sheet: 'conflicts' }), Boolean(library));
  return (
    <SheetFrame sheet="conflicts" title="Conflicts" className="conflicts">
      <Conflicts />
    </SheetFrame>
  );
}

function pageOptions(page: number) {
  return {
    queryKey: ['cables', 'conflicts', page] as const,
    queryFn: () => request('conflict.list', { offset: page * PAGE, limit: PAGE }),
    placeholderData: keepPreviousData,
  };
}

function Conflicts() {
  const { data } = useQuery(pageOptions(0));
  if (!data) return null;
  const { total, open } = data;
  return (
    <>
      {total > 0 && (
        <VirtualList className="conflict-list" label="Conflicts" count={total} estimate={128}>
          {(index) => <Line index={index} />}
        </VirtualList>
      )}
      <Foot words={footWords(total, open)} again={false} onAgain={() => undefined}>
        {open > 0 && (
          <Button className="button" onPress={() => void decideAll(open).catch(report)}>
            Keep what stands, of all {open}
          </Button>
        )}
      </Foot>
    </>
  );
}

function footWords(total: number, open: number): string {
  if (total === 0)
    return 'There are none. They come up where a merge brings what was changed here as well.';
  const decided = total - open;
  if (open === 0)
    return `${count(total, 'conflict')}, all decided. Undo takes the last decision back.`;
  return `${count(open, 'conflict')} to decide${decided === 0 ? '' : `, ${decided} decided`}. Both values are kept.`;
}

function Line({ index }: { readonly index: number }) {
  const { data } = useQuery(pageOptions(Math.floor(index / PAGE)));
  const conflict = data?.conflicts[index % PAGE];
  return conflict ? <OneConflict conflict={conflict} /> : <p className="conflict">…</p>;
}

/** A conflict: what it is about, and its two values side by side. */
function OneConflict({ conflict }: { readonly conflict: Conflict }) {
  const { kind, cableId } = conflict;
  const title = titleOf(conflict);
  const named = title.toLowerCase().startsWith(kindWords(kind).toLowerCase());
  return (
    <section className="conflict" aria-label={`${kindWords(kind)}: ${title}`}>
      <header className="conflict-head">
        {!named && <span className="chip">{kindWords(kind)}</span>}
        <h3>{title}</h3>
        {cableId !== null && <CableLink id={cableId} />}
      </header>
      <div className="conflict-values">
        <Value conflict={conflict} side="first" />
        <Value conflict={conflict} side="second" />
      </div>
    </section>
  );
}

/** The cable a conflict is about, by its title; it can be opened unless it was deleted. */
function CableLink({ id }: { readonly id: string }) {
  const { data } = useQuery({
    queryKey: ['cables', 'name', id],
    queryFn: () => request('cable.name', { id }),
  });
  if (!data) return null;
  return (
    <Button
      className="quiet conflict-cable"
      onPress={() => {
        openCable(id);
        closeSheet();
      }}
    >
      {data.number === null ? '' : `${data.number}. `}
      {data.title}
    </Button>
  );
}

interface ValueProps {
  readonly conflict: Conflict;
  readonly side: 'first' | 'second';
}

/** One value of a conflict: the words, who has said so and when, and the way to take it. */
function Value({ conflict, side }: ValueProps) {
  const { id, shown, decided } = conflict;
  const { words, author, time } = conflict[side];
  const [running, setRunning] = useState(false);
  const stands = (decided?.take ?? shown) === side;

  async function take() {
    setRunning(true);
    try {
      await decide(id, side, titleOf(conflict));
    } finally {
      setRunning(false);
    }
  }

  return (
    <div className="conflict-value" data-stands={stands}>
      <p className="conflict-words">{words}</p>
      <p className="conflict-facts">
        {saidBy(author)}, {momentOf(time)}
        {stands && <span className="chip">{decided ? 'chosen' : 'stands for now'}</span>}
      </p>
      {!(decided && stands) && (
        <Button className="button" isDisabled={running} onPress={() => void take().catch(report)}>
          Take this<span className="by-ear">: {words}</span>
        </Button>
      )}
    </div>
  );
}

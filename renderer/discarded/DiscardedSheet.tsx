import './DiscardedSheet.css';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { Button } from 'react-aria-components';
import { request } from '../bridge.ts';
import { report } from '../desk/desk.ts';
import { queryClient } from '../desk/queries.ts';
import { SheetFrame } from '../desk/SheetFrame.tsx';
import { count } from '../desk/words.ts';
import { VirtualListBox } from '../design/VirtualListBox.tsx';
import { momentOf, shortDate } from '../metadata/dates.ts';
import { Box } from '../places/Box.tsx';
import { Foot } from '../places/Foot.tsx';
import { restoreCables } from './restoring.ts';

/** How many lines are asked for at once. */
const PAGE = 100;

/** The deleted cables, and the way to bring them back. */
export function DiscardedSheet() {
  return (
    <SheetFrame sheet="discarded" title="Deleted cables" className="discarded">
      <Discarded />
    </SheetFrame>
  );
}

function pageOptions(page: number) {
  return {
    queryKey: ['cables', 'discarded', page] as const,
    queryFn: () => request('cables.discarded', { offset: page * PAGE, limit: PAGE }),
  };
}

const NONE: ReadonlySet<string> = new Set();

function Discarded() {
  const { data } = useQuery({ ...pageOptions(0), placeholderData: keepPreviousData });
  const [active, setActive] = useState<number | null>(0);
  const [marked, setMarked] = useState(NONE);
  const [said, setSaid] = useState('');
  const total = data?.total ?? 0;
  if (!data) return null;

  async function toggle(index: number) {
    const cable = await cableAt(index);
    if (!cable) return;
    const next = new Set(marked);
    if (!next.delete(cable.id)) next.add(cable.id);
    setMarked(next);
  }

  async function bringBack() {
    const one = marked.size === 0 && active !== null ? await cableAt(active) : undefined;
    const ids = one ? [one.id] : [...marked];
    if (ids.length === 0) return;
    setSaid(await restoreCables(ids));
    setMarked(NONE);
  }

  const start = (work: Promise<unknown>) => void work.catch(report);
  return (
    <>
      {total > 0 && (
        <div className="discarded-all">
          <VirtualListBox
            label="Deleted cables"
            count={total}
            active={active}
            estimate={51}
            onMove={setActive}
            onTick={(index) => start(toggle(index))}
            checked={(index) => marked.has(knownAt(index)?.id ?? '')}
          >
            {(index) => <Line index={index} marked={marked} onTick={() => start(toggle(index))} />}
          </VirtualListBox>
        </div>
      )}
      <Foot words={said === '' ? hint(total) : said} again={false} onAgain={() => setSaid('')}>
        {total > 0 && (
          <Button className="button primary" onPress={() => start(bringBack())}>
            {marked.size > 0 ? `Bring back ${count(marked.size, 'cable')}` : 'Bring it back'}
          </Button>
        )}
      </Foot>
    </>
  );
}

function hint(total: number): string {
  return total === 0
    ? 'No cable has been deleted.'
    : 'Nothing is lost: texts, annotations and history come back with a cable. Space marks several.';
}

async function cableAt(index: number) {
  const page = await queryClient.fetchQuery(pageOptions(Math.floor(index / PAGE)));
  return page.cables[index % PAGE];
}

type Page = Awaited<ReturnType<ReturnType<typeof pageOptions>['queryFn']>>;

/** The cable of a line that is in sight. */
function knownAt(index: number) {
  const { queryKey } = pageOptions(Math.floor(index / PAGE));
  return queryClient.getQueryData<Page>(queryKey)?.cables[index % PAGE];
}

interface LineProps {
  readonly index: number;
  readonly marked: ReadonlySet<string>;
  readonly onTick: () => void;
}

/** A deleted cable: what it is called, who has deleted it, and when. */
function Line({ index, marked, onTick }: LineProps) {
  const { data } = useQuery(pageOptions(Math.floor(index / PAGE)));
  const cable = data?.cables[index % PAGE];
  if (!cable) return <p className="discarded-line">…</p>;
  const { id, number, title, date, author, time } = cable;
  return (
    <div className="discarded-line">
      <Box checked={marked.has(id)} onPress={onTick} />
      <p>
        <span className="discarded-title">
          {number === null ? '' : `${number}. `}
          {title}
        </span>
        <span className="discarded-facts">
          {date === null ? 'undated' : shortDate(date)} · deleted by {author || 'nobody by name'},{' '}
          {momentOf(time)}
        </span>
      </p>
    </div>
  );
}

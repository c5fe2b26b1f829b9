import { useEffect, useRef } from 'react';
import { useQuery } from '@tanstack/react-query';
import { request } from '../bridge.ts';
import { useCommand } from '../commands/commands.ts';
import { openCable, report, useDesk } from '../desk/desk.ts';
import { useCable, useLibrary } from '../desk/queries.ts';
import { announce } from '../status/announce.ts';
import { isDiscarded } from './BringBack.tsx';

/** Deletes the cable on the desk on command, and goes on to the next whenever it has been deleted. */
export function DiscardCommands() {
  const { data: library } = useLibrary();
  const cableId = useDesk((desk) => desk.cableId);
  const { data: cable, error, isPlaceholderData } = useCable(cableId);
  // What a sheet covers cannot be judged; the palette is put away before its command comes.
  const free = useDesk(({ sheet }) => sheet === null || sheet === 'palette');
  const open = cable && !error && !isPlaceholderData ? cable.summary : null;
  useGoingOn(cableId, open?.id ?? null, isDiscarded(error));
  useCommand(
    'cable.discard',
    async () => {
      if (!open) return;
      await request('cables.discard', { choice: { ids: [open.id] } });
      announce(`Deleted “${open.title}”. Undo brings it back.`);
    },
    free && open !== null,
  );
  useCommand('library.discarded', () => useDesk.setState({ sheet: 'discarded' }), Boolean(library));
  return null;
}

/**
 * When the cable that was being read has been deleted, the one that stands in its place in the list is
 * opened. A deleted cable that somebody comes to by a link stays on the desk, and says what it is.
 */
function useGoingOn(cableId: string | null, shown: string | null, isGone: boolean) {
  const query = useDesk((desk) => desk.query);
  const order = useDesk((desk) => desk.order);
  const read = useRef<{ readonly id: string; readonly place: number } | null>(null);
  const { data: place } = useQuery({
    queryKey: ['cables', 'place of the one read', query, order.by, order.descending, shown],
    queryFn: async () => {
      if (shown === null) return null;
      return (await request('cable.position', { id: shown, query, order })).position;
    },
  });
  useEffect(() => {
    if (shown !== null && typeof place === 'number') read.current = { id: shown, place };
    else if (shown !== null && read.current?.id !== shown) read.current = { id: shown, place: 0 };
  }, [shown, place]);
  useEffect(() => {
    const last = read.current;
    if (!isGone || cableId === null || last?.id !== cableId) return;
    read.current = null;
    void goOn(cableId, last.place).catch(report);
  }, [isGone, cableId]);
}

/** Opens the cable at a place of the list, unless the reader has left the deleted one by then. */
async function goOn(from: string, place: number) {
  const next = await nextAt(place);
  if (useDesk.getState().cableId === from) openCable(next);
}

/** The cable at a place of the list, or the last where it is shorter; where it is empty, the first of all. */
async function nextAt(place: number): Promise<string | null> {
  const { query, order } = useDesk.getState();
  const one = async (offset: number, of = { query, order }) =>
    request('cable.list', { ...of, offset, limit: 1 });
  const { total, cables } = await one(place);
  const [cable] = cables;
  if (cable) return cable.id;
  const last = total > 0 ? (await one(total - 1)).cables[0] : undefined;
  const first = last ?? (await one(0, { query: '', order })).cables[0];
  return first?.id ?? null;
}

import { keepPreviousData, useQuery } from '@tanstack/react-query';
import type { RequestOutput } from '../../domain/contract.ts';
import { byDate, type CableOrder } from '../../domain/search/order.ts';
import type { SearchResult } from '../../domain/search/result.ts';
import { request } from '../bridge.ts';
import { jumpTo, openCable, useDesk } from '../desk/desk.ts';
import { queryClient } from '../desk/queries.ts';
import { listKey, paceBy, useSearching } from '../search/searching.ts';

/** How many lines of the list are asked for at once. */
const PAGE = 50;

/** What is listed: what a query finds in an order; `whole` where all of it has been ranked. */
export interface Listed {
  readonly query: string;
  readonly order: CableOrder;
  readonly whole: boolean;
}

/** A stretch of the list. `total` is null while nobody has counted, `ranked` where all was ranked. */
export interface ListPage {
  readonly total: number | null;
  readonly ranked: number | null;
  readonly lines: readonly SearchResult[];
  readonly readings: RequestOutput<'search.results'>['readings'];
}

/** What is listed now. */
export function useListed(): Listed {
  const query = useDesk((desk) => desk.query);
  const order = useDesk((desk) => desk.order);
  const whole = useSearching((searching) => searching.whole) === listKey({ query, order });
  return { query, order, whole };
}

function listedNow(): Listed {
  const { query, order } = useDesk.getState();
  return { query, order, whole: useSearching.getState().whole === listKey({ query, order }) };
}

/** How a stretch of the list is asked for. */
export function pageOptions(listed: Listed, page: number) {
  const { query, order, whole } = listed;
  return {
    queryKey: ['cables', 'list', query, order.by, order.descending, whole, page] as const,
    queryFn: () => readPage(listed, page),
  };
}

async function readPage({ query, order, whole }: Listed, page: number): Promise<ListPage> {
  const stretch = { offset: page * PAGE, limit: PAGE };
  if (query !== '') {
    const { results, ...rest } = await request('search.results', {
      ...{ query, order, whole },
      ...stretch,
    });
    return { ...rest, lines: results };
  }
  const { total, cables } = await request('cable.list', {
    ...stretch,
    query: '',
    order: order.by === 'relevance' ? byDate : order,
  });
  const lines = cables.map((cable) => ({ cable, snippets: [] }));
  return { total, ranked: null, lines, readings: [] };
}

/** The beginning of the list. The one before stays until it is there, so that nothing flickers. */
export function useFirstPage() {
  return useQuery({ ...pageOptions(useListed(), 0), placeholderData: keepPreviousData });
}

paceBy(async (list) => {
  const whole = useSearching.getState().whole === listKey(list);
  const { lines } = await queryClient.ensureQueryData(pageOptions({ ...list, whole }, 0));
  return lines.length === 0;
});

/** The cable at one place of the list, with why it was found; undefined while it is being read. */
export function useLineAt(index: number): SearchResult | undefined {
  const page = Math.floor(index / PAGE);
  const { data } = useQuery({
    ...pageOptions(useListed(), page),
    placeholderData: keepPreviousData,
  });
  return data?.lines[index % PAGE];
}

/**
 * The place of a cable in the list; null where it is not known, or the cable not listed. In what was
 * found nobody is anywhere until they have gone to one of its cables.
 */
export function usePlace(cableId: string | null): number | null {
  const listed = useListed();
  const follows = useFollows();
  const { data } = useQuery({
    queryKey: placeKey(listed, cableId),
    queryFn: () => (cableId === null ? null : placeOf(listed, cableId)),
    enabled: follows,
  });
  return follows ? (data ?? null) : null;
}

/** Whether the list goes along with the reader. What was found stands from its beginning until they go somewhere in it. */
export function useFollows(): boolean {
  const { query, order } = useListed();
  const followed = useSearching((searching) => searching.followed);
  return query === '' || followed === listKey({ query, order });
}

function placeKey({ query, order, whole }: Listed, cableId: string | null) {
  return ['cables', 'place', query, order.by, order.descending, whole, cableId] as const;
}

async function placeOf({ query, order }: Listed, id: string): Promise<number | null> {
  const { position } = await request('cable.position', { id, query, order });
  return position;
}

/** Opens the cable at a place of the list, where it was found. Where there is none, nothing happens. */
export async function openCableAt(index: number): Promise<void> {
  await openLineAt(index, 0);
}

/** Opens the cable at a place of the list at one of its snippets; null leaves it where it was left. */
export async function openLineAt(index: number, snippet: number | null) {
  const listed = listedNow();
  const { lines } = await queryClient.fetchQuery(pageOptions(listed, Math.floor(index / PAGE)));
  const line = lines[index % PAGE];
  if (!line) return null;
  queryClient.setQueryData(placeKey(listed, line.cable.id), index);
  useSearching.setState({ followed: listKey(listed) });
  openCable(line.cable.id);
  const place = snippet === null ? null : placeIn(line, snippet);
  if (place) jumpTo(place);
  return line;
}

/** Where a snippet stands in its cable; of one that stands in no text the first that does. */
export function placeIn({ snippets }: SearchResult, index: number) {
  const chosen = snippets[index];
  const shown = chosen?.at ? chosen : snippets.find(({ at }) => at !== null);
  if (!shown?.at || (shown.where !== 'original' && shown.where !== 'transcription')) return null;
  return { side: shown.where, ...shown.at };
}

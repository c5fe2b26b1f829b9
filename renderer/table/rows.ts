import { keepPreviousData, useQuery } from '@tanstack/react-query';
import type { CableSummary } from '../../domain/library/cable.ts';
import type { CableOrder } from '../../domain/search/order.ts';
import { request } from '../bridge.ts';
import { queryClient } from '../desk/queries.ts';

/** Which cables the table has, and in which order. */
export interface Listing {
  readonly query: string;
  readonly order: CableOrder;
}

/** How many rows are asked for at once. */
const PAGE = 100;

/** How long rows out of sight are kept, in milliseconds: a library has too many to keep all. */
const KEPT = 20_000;

function pageOptions({ query, order }: Listing, page: number) {
  return {
    queryKey: ['cables', 'table', query, order.by, order.descending, page] as const,
    queryFn: () => request('cable.list', { query, order, offset: page * PAGE, limit: PAGE }),
    gcTime: KEPT,
  };
}

/** How many cables there are; the last number stays until another one is known. */
export function useTotal(listing: Listing): {
  readonly total: number;
  readonly error: Error | null;
} {
  const { data, error } = useQuery({
    ...pageOptions(listing, 0),
    placeholderData: keepPreviousData,
  });
  return { total: data?.total ?? 0, error };
}

/** The cable of a row; undefined while it is being read. */
export function useRow(listing: Listing, index: number): CableSummary | undefined {
  const { data } = useQuery(pageOptions(listing, Math.floor(index / PAGE)));
  return data?.cables[index % PAGE];
}

/** The cable of a row, read where it is not here; undefined where there is none. */
export async function rowAt(listing: Listing, index: number): Promise<CableSummary | undefined> {
  const page = await queryClient.fetchQuery(pageOptions(listing, Math.floor(index / PAGE)));
  return page.cables[index % PAGE];
}

/** How many rows are asked for at once where only their ids are wanted. */
const SLICE = 500;

/** The ids of all rows from one to another, both with it. */
export async function idsBetween(
  { query, order }: Listing,
  one: number,
  other: number,
): Promise<string[]> {
  const [from, to] = [Math.min(one, other), Math.max(one, other)];
  const ids: string[] = [];
  for (let offset = from; offset <= to; offset += SLICE) {
    const limit = Math.min(SLICE, to - offset + 1);
    const { cables } = await request('cable.list', { query, order, offset, limit });
    ids.push(...cables.map(({ id }) => id));
  }
  return ids;
}

/** How many names are looked through for what somebody types ahead. */
const LOOKED_THROUGH = 50;

/** The row of the first cable found whose number or title begins with what was typed, else has it; null where there is none. */
export async function rowOfTyped({ query, order }: Listing, typed: string): Promise<number | null> {
  const found = await request('cable.find', { words: typed, limit: LOOKED_THROUGH });
  const begins = (words: string | null) =>
    words?.toLocaleLowerCase('en').startsWith(typed.toLocaleLowerCase('en')) ?? false;
  const first = found.filter(({ title, number }) => begins(title) || begins(number));
  for (const { id } of [...first, ...found]) {
    const { position } = await request('cable.position', { id, query, order });
    if (position !== null) return position;
  }
  return null;
}

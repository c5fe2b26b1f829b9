import { useQuery } from '@tanstack/react-query';
import type { CableSummary } from '../../domain/library/cable.ts';
import { request } from '../bridge.ts';
import { openCable } from '../desk/desk.ts';
import { queryClient } from '../desk/queries.ts';

/** How many lines of the list are asked for at once. */
const PAGE = 100;

/** How many lines are looked through at once for a cable whose place is not known. */
const STRETCH = 500;

function pageOptions(page: number) {
  return {
    queryKey: ['cables', page] as const,
    queryFn: () => request('cable.list', { offset: page * PAGE, limit: PAGE }),
  };
}

/** The cable at one place of the library's list; undefined while it is being read. */
export function useCableAt(index: number): CableSummary | undefined {
  const { data } = useQuery(pageOptions(Math.floor(index / PAGE)));
  return data?.cables[index % PAGE];
}

/** The place of a cable in the library's list; null where it is not known. */
export function usePlace(cableId: string | null): number | null {
  const { data } = useQuery({
    queryKey: placeKey(cableId),
    queryFn: () => (cableId === null ? null : findPlace(cableId)),
  });
  return data ?? null;
}

function placeKey(cableId: string | null) {
  return ['cables', 'place', cableId] as const;
}

/** Looks where the cable was last, then from the top. */
async function findPlace(cableId: string): Promise<number | null> {
  const last = queryClient.getQueryData<number | null>(placeKey(cableId)) ?? null;
  if (last !== null) {
    const near = await lookIn(Math.max(0, last - STRETCH / 2), cableId);
    if (near.place !== null) return near.place;
  }
  for (let offset = 0; ; offset += STRETCH) {
    const { place, total } = await lookIn(offset, cableId);
    if (place !== null || offset + STRETCH >= total) return place;
  }
}

async function lookIn(offset: number, cableId: string) {
  const { total, cables } = await request('cable.list', { offset, limit: STRETCH });
  const found = cables.findIndex(({ id }) => id === cableId);
  return { total, place: found < 0 ? null : offset + found };
}

/** Opens the cable at a place of the list. Where there is none, nothing happens. */
export async function openCableAt(index: number) {
  const { cables } = await queryClient.fetchQuery(pageOptions(Math.floor(index / PAGE)));
  const cable = cables[index % PAGE];
  if (!cable) return;
  queryClient.setQueryData(placeKey(cable.id), index);
  openCable(cable.id);
}

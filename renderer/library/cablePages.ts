import { useQuery } from '@tanstack/react-query';
import type { CableSummary } from '../../domain/library/cable.ts';
import { request } from '../bridge.ts';
import { openCable } from '../desk/desk.ts';
import { queryClient } from '../desk/queries.ts';

/** How many lines of the list are asked for at once. */
const PAGE = 100;

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
    queryFn: async () => {
      if (cableId === null) return null;
      const { position } = await request('cable.position', { id: cableId });
      return position;
    },
  });
  return data ?? null;
}

function placeKey(cableId: string | null) {
  return ['cables', 'place', cableId] as const;
}

/** Opens the cable at a place of the list. Where there is none, nothing happens. */
export async function openCableAt(index: number) {
  const { cables } = await queryClient.fetchQuery(pageOptions(Math.floor(index / PAGE)));
  const cable = cables[index % PAGE];
  if (!cable) return;
  queryClient.setQueryData(placeKey(cable.id), index);
  openCable(cable.id);
}

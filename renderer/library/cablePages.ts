import { useQuery } from '@tanstack/react-query';
import type { CableSummary } from '../../domain/library/cable.ts';
import type { ReviewState } from '../../domain/review/review.ts';
import { request } from '../bridge.ts';
import { openCable, useDesk } from '../desk/desk.ts';
import { queryClient } from '../desk/queries.ts';

/** How many lines of the list are asked for at once. */
const PAGE = 100;

/** What the list is chosen by; null means all cables. */
type Listed = ReviewState | null;

function queryOf(listed: Listed): string {
  return listed === null ? '' : `state:${listed}`;
}

function pageOptions(listed: Listed, page: number) {
  return {
    queryKey: ['cables', listed, page] as const,
    queryFn: () =>
      request('cable.list', { offset: page * PAGE, limit: PAGE, query: queryOf(listed) }),
  };
}

/** The cable at one place of the library's list; undefined while it is being read. */
export function useCableAt(index: number): CableSummary | undefined {
  const listed = useDesk((desk) => desk.listed);
  const { data } = useQuery(pageOptions(listed, Math.floor(index / PAGE)));
  return data?.cables[index % PAGE];
}

/** The place of a cable in the library's list; null where it is not known, or the cable not listed. */
export function usePlace(cableId: string | null): number | null {
  const listed = useDesk((desk) => desk.listed);
  const { data } = useQuery({
    queryKey: placeKey(listed, cableId),
    queryFn: async () => {
      if (cableId === null) return null;
      const { position } = await request('cable.position', {
        id: cableId,
        query: queryOf(listed),
      });
      return position;
    },
  });
  return data ?? null;
}

function placeKey(listed: Listed, cableId: string | null) {
  return ['cables', 'place', listed, cableId] as const;
}

/** Opens the cable at a place of the list. Where there is none, nothing happens. */
export async function openCableAt(index: number) {
  const { listed } = useDesk.getState();
  const { cables } = await queryClient.fetchQuery(pageOptions(listed, Math.floor(index / PAGE)));
  const cable = cables[index % PAGE];
  if (!cable) return;
  queryClient.setQueryData(placeKey(listed, cable.id), index);
  openCable(cable.id);
}

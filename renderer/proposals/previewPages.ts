import { keepPreviousData, useQuery } from '@tanstack/react-query';
import type { ProposalPlace } from '../../domain/clean/rule-state.ts';
import { request } from '../bridge.ts';

/** How many places are asked for at once. */
const PAGE = 50;

function usePage(rule: string, page: number) {
  return useQuery({
    queryKey: ['proposals', rule, page],
    queryFn: () => request('proposal.preview', { rule, offset: page * PAGE, limit: PAGE }),
    // What has been decided in the meantime is not to be previewed.
    gcTime: 0,
    placeholderData: keepPreviousData,
  });
}

/** How many proposals of a rule wait, and in how many cables; undefined while they are being counted. */
export function usePreviewTotals(rule: string) {
  return usePage(rule, 0).data;
}

/** One of the waiting proposals of a rule; undefined while it is being read. */
export function usePlaceAt(rule: string, index: number): ProposalPlace | undefined {
  const { data, isPlaceholderData } = usePage(rule, Math.floor(index / PAGE));
  return isPlaceholderData ? undefined : data?.places[index % PAGE];
}

import { keepPreviousData, useQuery } from '@tanstack/react-query';
import type { AnnotationSummary } from '../../domain/annotation/summary.ts';
import { request } from '../bridge.ts';

/** The annotations found for some words. */
export interface Found {
  /** Those of the cable on the desk, and those of all others, those changed last first. */
  readonly here: readonly AnnotationSummary[];
  readonly elsewhere: readonly AnnotationSummary[];
  /** Whether there may be more of either. */
  readonly more: boolean;
}

/** How many annotations are offered of either; more words make fewer of them. */
export const OFFERED = 40;

/** How many annotations can be asked for at once. */
const MOST = 200;

/** The annotations of a cable, and of all others, that have all words. Until they are there the last ones stay. */
export function useFoundAnnotations(
  words: string,
  cableId: string | null,
  limit = OFFERED,
  enabled = true,
) {
  return useQuery({
    enabled,
    queryKey: ['found', 'annotations', words.trim(), cableId, limit],
    queryFn: () => find(words.trim().slice(0, 200), cableId, limit),
    placeholderData: keepPreviousData,
  });
}

async function find(words: string, cableId: string | null, limit: number): Promise<Found> {
  const here = cableId === null ? [] : await request('annotation.find', { words, limit, cableId });
  // As many more as will be left out, and all that may be asked for where nobody knows how many those are.
  const enough = here.length < limit ? limit + here.length : MOST;
  const all = await request('annotation.find', { words, limit: Math.min(enough, MOST) });
  const elsewhere = all.filter((one) => one.cableId !== cableId).slice(0, limit);
  return { here, elsewhere, more: here.length === limit || elsewhere.length === limit };
}

/** The cables whose number and title have all words. */
export function useFoundCables(words: string, limit: number, enabled = true) {
  return useQuery({
    enabled,
    queryKey: ['found', 'cables', words.trim(), limit],
    queryFn: () => request('cable.find', { words: words.trim().slice(0, 200), limit }),
    placeholderData: keepPreviousData,
  });
}

/** An annotation of whichever cable; fails where it has been deleted. */
export function useSummary(id: string | null) {
  return useQuery({
    queryKey: ['found', 'annotation', id],
    queryFn: () => (id === null ? null : request('annotation.read', { id })),
  });
}

/** What a cable is called; fails where it is not in this library. */
export function useCableName(id: string) {
  return useQuery({
    queryKey: ['found', 'cable', id],
    queryFn: () => request('cable.name', { id }),
  });
}

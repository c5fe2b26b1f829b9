import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useEffect } from 'react';
import { create } from 'zustand';
import type { RequestOutput } from '../../domain/contract.ts';
import { listen, request } from '../bridge.ts';
import { queryClient } from '../desk/queries.ts';

/** Two annotators. */
export type Two = readonly [first: string, second: string];

/** Somebody who has annotated, and how much. */
export type Creator = RequestOutput<'annotation.creators'>[number];

interface Asked {
  /** Who was chosen; null where nobody was yet. */
  readonly first: string | null;
  readonly second: string | null;
  /** The tags compared, with all below them; none means all. */
  readonly tagIds: readonly string[];
  readonly scope: 'cable' | 'library';
}

/** What the reader wants compared. It stays while the window does. */
export const useAsked = create<Asked>(() => ({
  first: null,
  second: null,
  tagIds: [],
  scope: 'library',
}));

/** Whom to compare: who was chosen, as far as they are there and two; else those who have annotated most. */
export function twoOf(
  { first, second }: Pick<Asked, 'first' | 'second'>,
  there: readonly Creator[],
) {
  const most = there
    .toSorted((a, b) => b.annotations - a.annotations)
    .map(({ creator }) => creator);
  const names = new Set(most);
  const chosen = first !== null && names.has(first) ? first : null;
  const other = second !== null && names.has(second) && second !== chosen ? second : null;
  const one = chosen ?? most.find((name) => name !== other);
  const two = other ?? most.find((name) => name !== one);
  return one === undefined || two === undefined ? null : ([one, two] as const);
}

/** What is measured is measured anew whenever something in the library has changed. */
export function useFreshMeasures() {
  useEffect(
    () =>
      listen('library.changed', () => {
        void queryClient.invalidateQueries({ queryKey: ['agreement'] });
      }),
    [],
  );
}

/** Measures are let go when nobody looks at them: to tell them again is cheaper than to keep them right. */
const passing = { staleTime: 0, gcTime: 0 };

/** Who has annotated in the library. */
export function useCreators() {
  return useQuery({
    ...passing,
    queryKey: ['agreement', 'creators'],
    queryFn: () => request('annotation.creators', {}),
  });
}

/** How far two agree, in one cable or (null) in all that both have annotated. While another measure is taken the last one stays. */
export function useReport([first, second]: Two, tagIds: readonly string[], cableId: string | null) {
  return useQuery({
    ...passing,
    queryKey: ['agreement', 'report', first, second, tagIds, cableId],
    queryFn: () =>
      request('agreement.measure', {
        creators: [first, second],
        tagIds: [...tagIds],
        cableIds: cableId === null ? null : [cableId],
      }),
    placeholderData: keepPreviousData,
  });
}

import { keepPreviousData, QueryClient, useQuery } from '@tanstack/react-query';
import { listen, request } from '../bridge.ts';
import { clearDesk, report } from './desk.ts';

/**
 * What the window shows of the library. Answers stay until a notice says that they no longer hold;
 * nothing is asked for again by the clock, since nobody else writes into the library.
 */
export const queryClient = new QueryClient({
  defaultOptions: {
    queries: {
      staleTime: Infinity,
      retry: false,
      networkMode: 'always',
      // What is told is new; to compare ten thousand annotations with those before costs more than it saves.
      structuralSharing: false,
    },
  },
});

/** Reads again whatever a notice says has changed. Called once, at the start of the window. */
export function keepQueriesFresh() {
  listen('library.switched', (state) => {
    clearDesk();
    queryClient.setQueryData(['library'], state);
    void queryClient.resetQueries({ predicate: ({ queryKey }) => ofLibrary(queryKey) });
  });
  listen('library.changed', ({ cableId, text }) => {
    const changed = [['library'], ['cables'], ['tags'], ['relations'], ['uses']];
    changed.push(cableId === null ? ['annotations'] : ['annotations', cableId]);
    // What is imported may be another witness of any cable.
    if (cableId === null) changed.push(['witnesses'], ['gazetteer']);
    if (text) {
      changed.push(['rules'], ['proposals']);
      for (const what of ['cable', 'revisions'])
        changed.push(cableId === null ? [what] : [what, cableId]);
    }
    for (const queryKey of changed) void queryClient.invalidateQueries({ queryKey });
  });
  listen('failure', (failure) => report(new Error(failure.message)));
}

/** Whether a query asks for something in the library on the desk, and so ends with it. */
function ofLibrary([what]: readonly unknown[]): boolean {
  return what !== 'library' && what !== 'settings';
}

/** The library on the desk; null where none is open. */
export function useLibrary() {
  return useQuery({ queryKey: ['library'], queryFn: () => request('library.state', {}) });
}

/**
 * A whole cable. It is let go as soon as another one is opened, so that opening it again tells the
 * store that it is being read, and brings the place where it was left. Until the other one is there,
 * the last one stays, so that nothing flickers.
 */
export function useCable(id: string | null) {
  return useQuery({
    queryKey: ['cable', id],
    queryFn: () => (id === null ? null : request('cable.open', { id })),
    gcTime: 0,
    placeholderData: keepPreviousData,
  });
}

/** The annotations of a cable, in the order of their places. */
export function useAnnotations(cableId: string | null) {
  return useQuery({
    queryKey: ['annotations', cableId],
    queryFn: () => (cableId === null ? [] : request('annotation.list', { cableId })),
  });
}

/** The vocabulary with the number of uses. */
export function useTags() {
  return useQuery({ queryKey: ['tags'], queryFn: () => request('tag.list', {}) });
}

/** The relations of a cable's annotations, to others in it and in other cables. */
export function useRelations(cableId: string | null) {
  return useQuery({
    queryKey: ['relations', cableId],
    queryFn: () => (cableId === null ? [] : request('relation.list', { cableId })),
  });
}

/** The types of relations with the number of uses. */
export function useRelationTypes() {
  return useQuery({
    queryKey: ['relations', 'types'],
    queryFn: () => request('relationType.list', {}),
  });
}

/** The gazetteer and the glossary. */
export function useGazetteer() {
  return useQuery({ queryKey: ['gazetteer'], queryFn: () => request('gazetteer.list', {}) });
}

/** The rules of cleaning with what they have found in the library. */
export function useRules() {
  return useQuery({ queryKey: ['rules'], queryFn: () => request('rule.list', {}) });
}

/** The settings of the desk. */
export function useSettings() {
  return useQuery({ queryKey: ['settings'], queryFn: () => request('settings.read', {}) });
}

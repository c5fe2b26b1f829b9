import {
  keepPreviousData,
  notifyManager,
  QueryClient,
  queryOptions,
  useQuery,
} from '@tanstack/react-query';
import { listen, request } from '../bridge.ts';
import type { Annotation } from '../../domain/annotation/annotation.ts';
import { type AnnotationsChanged, afterChange } from '../../domain/annotation/changed.ts';
import { inReadingOrder } from '../../domain/annotation/order.ts';
import type { Cable } from '../../domain/library/cable.ts';
import type { LibraryState } from '../../domain/library/library.ts';
import { manuscriptOf } from '../workbench/manuscript.ts';
import { clearDesk, report } from './desk.ts';
import { together } from './together.ts';
import { readAll, readSight, rest, type Sight } from './reading.ts';

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
    },
  },
});

/** For what is large: to compare ten thousand annotations with those before costs more than it saves. */
const asTold = { structuralSharing: false };

/** Reads again whatever a notice says has changed. Called once, at the start of the window. */
export function keepQueriesFresh() {
  notifyManager.setScheduler(together);
  listen('library.switched', (state) => {
    const before = queryClient.getQueryData<LibraryState | null>(['library']);
    queryClient.setQueryData(['library'], state);
    // At the start the window may have asked what is on the desk before this came; nothing is switched then.
    if (before && before.id === state?.id && before.path === state.path) return;
    clearDesk();
    void queryClient.resetQueries({ predicate: ({ queryKey }) => ofLibrary(queryKey) });
  });
  listen('library.changed', ({ cableId, text, annotations }) => {
    const changed = [['library'], ['cables'], ['tags'], ['relations'], ['uses'], ['found']];
    changed.push(cableId === null ? ['sight'] : ['sight', cableId]);
    if (cableId === null) changed.push(['annotations']);
    else if (!annotations || !takeOver(cableId, annotations))
      changed.push(['annotations', cableId]);
    // What is imported may be another witness of any cable.
    if (cableId === null) changed.push(['witnesses'], ['gazetteer'], ['searches']);
    if (text) {
      changed.push(['rules'], ['proposals']);
      for (const what of ['cable', 'revisions'])
        changed.push(cableId === null ? [what] : [what, cableId]);
    }
    for (const queryKey of changed) void queryClient.invalidateQueries({ queryKey });
  });
  listen('failure', (failure) => report(new Error(failure.message)));
}

/** Takes over what a notice tells of annotations; false where all of them have to be read again. */
function takeOver(cableId: string, change: AnnotationsChanged): boolean {
  const queryKey = ['annotations', cableId];
  const state = queryClient.getQueryState<Annotation[]>(queryKey);
  // What nobody has read needs no change; what is being read may be from before it.
  if (!state) return true;
  if (!state.data || state.isInvalidated || state.fetchStatus !== 'idle') return false;
  queryClient.setQueryData(queryKey, afterChange(state.data, change));
  return true;
}

/** Whether a query asks for something in the library on the desk, and so ends with it. */
function ofLibrary([what]: readonly unknown[]): boolean {
  return what !== 'library' && what !== 'settings';
}

/** Asks for the library on the desk. */
export const libraryQuery = queryOptions({
  queryKey: ['library'],
  queryFn: () => request('library.state', {}),
});

/** The library on the desk; null where none is open. */
export function useLibrary() {
  return useQuery(libraryQuery);
}

/**
 * A whole cable. It is let go as soon as another one is opened, so that opening it again tells the
 * store that it is being read, and brings the place where it was left. Until the other one is there,
 * the last one stays, so that nothing flickers.
 */
export function useCable(id: string | null) {
  return useQuery({ ...cableQuery(id), placeholderData: keepPreviousData });
}

/** Asks for a cable, and so tells the store that it is being read. */
export function cableQuery(id: string | null) {
  return queryOptions({
    queryKey: ['cable', id],
    queryFn: () => (id === null ? null : openCable(id)),
    ...asTold,
    gcTime: 0,
  });
}

/** Cables on their way here. */
const opening = new Map<string, Promise<Cable>>();

/** Opens a cable. The annotations in sight come with it, so that both are drawn at once. */
function openCable(id: string): Promise<Cable> {
  const cable = request('cable.open', { id });
  const isKnown = queryClient.getQueryData(['annotations', id]) !== undefined;
  const sight = isKnown ? null : queryClient.prefetchQuery(sightOf(id));
  const both = Promise.all([cable, sight]).then(([opened]) => opened);
  opening.set(id, both);
  return both.finally(() => opening.delete(id));
}

function sightOf(cableId: string) {
  return {
    queryKey: ['sight', cableId],
    queryFn: () => readSight(cableId),
    gcTime: 10_000,
    ...asTold,
  };
}

/**
 * The annotations of a cable in the order of their places; undefined until all are there. Of a cable
 * that is being opened the text and what is in sight come first.
 */
export function useAnnotations(cableId: string | null) {
  return useQuery({
    queryKey: ['annotations', cableId],
    queryFn: ({ signal }) => (cableId === null ? [] : annotationsOf(cableId, signal)),
    ...asTold,
  });
}

async function annotationsOf(cableId: string, signal: AbortSignal): Promise<Annotation[]> {
  if (queryClient.getQueryData(['annotations', cableId]) === undefined) {
    const [sight] = await Promise.all([
      queryClient.fetchQuery(sightOf(cableId)),
      opening.get(cableId)?.catch(() => null),
    ]);
    if (sight.all) return inOrder(cableId, sight.annotations);
    await rest();
  }
  return inOrder(cableId, await readAll(cableId, signal));
}

function inOrder(cableId: string, all: Annotation[]): Annotation[] {
  const cable = queryClient.getQueryData<Cable>(['cable', cableId]);
  return cable ? [...inReadingOrder(manuscriptOf(cable).map, all)] : all;
}

const NONE: readonly Annotation[] = [];

/** The annotations of a cable that are here by now: all, or those in sight. */
export function knownOf(cableId: string): readonly Annotation[] {
  return (
    queryClient.getQueryData<Annotation[]>(['annotations', cableId]) ??
    queryClient.getQueryData<Sight>(['sight', cableId])?.annotations ??
    NONE
  );
}

/** The annotations in sight where a cable was left, while not all are there yet. */
export function useSight(cableId: string | null): readonly Annotation[] | undefined {
  const { data: all } = useAnnotations(cableId);
  const { data } = useQuery({
    ...sightOf(cableId ?? ''),
    enabled: cableId !== null && all === undefined,
  });
  return all ? undefined : data?.annotations;
}

/** Asks for the vocabulary. */
export const tagsQuery = queryOptions({
  queryKey: ['tags'],
  queryFn: () => request('tag.list', {}),
});

/** The vocabulary with the number of uses. */
export function useTags() {
  return useQuery(tagsQuery);
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

/** Asks for the settings of the desk. */
export const settingsQuery = queryOptions({
  queryKey: ['settings'],
  queryFn: () => request('settings.read', {}),
});

/** The settings of the desk. */
export function useSettings() {
  return useQuery(settingsQuery);
}

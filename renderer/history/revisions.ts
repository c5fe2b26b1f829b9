import { useQuery } from '@tanstack/react-query';
import { create } from 'zustand';
import type { Revision } from '../../domain/history/revision.ts';
import { request } from '../bridge.ts';
import { report, useDesk } from '../desk/desk.ts';
import { useCable } from '../desk/queries.ts';
import { settleTyping } from '../desk/typing.ts';
import { signed } from '../settings/signing.ts';
import { announce } from '../status/announce.ts';
import { manuscriptOf } from '../workbench/manuscript.ts';
import { standingOf } from './words.ts';

/** The revisions of a cable, the newest first; read again when what was typed has been saved. */
export function useRevisions(cableId: string | null) {
  return useQuery({
    queryKey: ['revisions', cableId],
    queryFn: () => (cableId === null ? [] : request('revision.list', { cableId })),
  });
}

/**
 * The transcription of the cable on the desk at the end of a revision; of the newest, as it is now.
 * Undefined until it has been read.
 */
export function useRevisionText(cableId: string, id: string | null, isNow: boolean) {
  const { data: cable } = useCable(cableId);
  const { data } = useQuery({
    queryKey: ['revisions', cableId, 'text', id],
    queryFn: () => request('revision.read', { cableId, id: id ?? '' }),
    enabled: !isNow && id !== null,
  });
  if (!isNow) return data?.text;
  return cable ? manuscriptOf(cable).transcription.text.toString() : undefined;
}

/** The revision looked at in the history; null where none has been chosen. */
export const useChosenRevision = create<{ readonly id: string | null }>(() => ({ id: null }));

/** The two revisions that are compared; null stands for the text as it is now. */
export const useCompared = create<{ readonly left: string | null; readonly right: string | null }>(
  () => ({ left: null, right: null }),
);

/**
 * Shows two revisions with their differences, as soon as what was typed is saved; null stands for the
 * text as it is now.
 */
export function compare(left: string | null, right: string | null = null) {
  useCompared.setState({ left, right });
  settleTyping()
    .then(() => useDesk.setState({ sheet: 'compare' }))
    .catch(report);
}

/** Restores text and annotations as they were at the end of a revision. Undo takes it back. */
export async function restore(cableId: string, revision: Revision) {
  signed();
  await request('revision.restore', { cableId, id: revision.id });
  announce(`${standingOf(revision)} is restored. Undo takes it back.`);
}

import { useQuery } from '@tanstack/react-query';
import { create } from 'zustand';
import type { CableSummary } from '../../domain/library/cable.ts';
import { request } from '../bridge.ts';
import { report, useDesk } from '../desk/desk.ts';
import { queryClient } from '../desk/queries.ts';
import { settleTyping } from '../desk/typing.ts';
import { isNamed, wordsOf } from './words.ts';

/** The cable that the one on the desk is collated with; null while it is being chosen. */
export const useWitness = create<{ readonly witnessId: string | null }>(() => ({
  witnessId: null,
}));

/**
 * Opens the sheet in which the cable on the desk is collated with another witness, or in which that
 * is chosen first. What has been typed is saved before, so that it is the text compared.
 */
export async function collateWith(witnessId: string | null) {
  await settleTyping();
  useWitness.setState({ witnessId });
  useDesk.setState({ sheet: 'witness' });
}

/** `collateWith`, for whoever cannot wait for it. */
export function startCollating(witnessId: string) {
  collateWith(witnessId).catch(report);
}

/** The cables that seem to transcribe the same message as a cable, the likest first. */
export function useWitnesses(cableId: string) {
  return useQuery({
    queryKey: ['witnesses', cableId],
    queryFn: () => request('witness.propose', { cableId }),
  });
}

/** The transcription of another cable. It is read anew whenever that cable has changed. */
export function useReading(id: string) {
  return useQuery({
    queryKey: ['cable', id, 'reading'],
    queryFn: () => request('cable.read', { id }),
    gcTime: 0,
  });
}

/** What a cable is chosen by. */
export type Choice = Pick<CableSummary, 'id' | 'title' | 'number' | 'date'>;

/** The first cables whose titles have some words, and whether there may be more of them. */
export interface Found {
  readonly cables: readonly Choice[];
  readonly more: boolean;
}

/** How many lines of the library's list are asked for at once. */
const PAGE = 500;

/** How many cables are offered; more words make fewer of them. */
export const OFFERED = 50;

/** The cables whose numbers and titles have all the words, in the order of the list, but for the one on the desk. */
export function useCablesNamed(words: string, cableId: string) {
  const wanted = wordsOf(words);
  return useQuery({
    queryKey: ['cables', 'named', wanted.join(' '), cableId],
    queryFn: ({ signal }) => cablesNamed(wanted, cableId, signal),
    enabled: wanted.length > 0,
  });
}

async function cablesNamed(
  wanted: readonly string[],
  cableId: string,
  signal: AbortSignal,
): Promise<Found> {
  const cables: Choice[] = [];
  for (let page = 0; !signal.aborted; page++) {
    const some = await namesOn(page);
    cables.push(...some.filter((one) => one.id !== cableId && isNamed(one, wanted)));
    if (cables.length > OFFERED) return { cables: cables.slice(0, OFFERED), more: true };
    if (some.length < PAGE) break;
  }
  return { cables, more: false };
}

/** A page of the library's list, read once for all that is typed. */
function namesOn(page: number): Promise<Choice[]> {
  return queryClient.fetchQuery({
    queryKey: ['cables', 'names', page],
    queryFn: async () => {
      const { cables } = await request('cable.list', { offset: page * PAGE, limit: PAGE });
      return cables.map(({ id, title, number, date }) => ({ id, title, number, date }));
    },
  });
}

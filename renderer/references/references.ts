import { useQuery } from '@tanstack/react-query';
import { create } from 'zustand';
import type { CableName } from '../../domain/library/cable.ts';
import { MOST_MEANT, type ResolvedReference } from '../../domain/reference/reference.ts';
import { request } from '../bridge.ts';
import { openCable, useDesk } from '../desk/desk.ts';
import { count } from '../desk/words.ts';
import { shortDate } from '../metadata/dates.ts';
import { announce } from '../status/announce.ts';

/** What a cable refers to, and which cables refer to it. Whatever changes in the library may change it. */
export function useReferences(cableId: string | null) {
  return useQuery({
    queryKey: ['cables', 'references', cableId],
    queryFn: () => (cableId === null ? null : request('reference.list', { cableId })),
    // What is asked of a cable is soon asked again, and soon old.
    gcTime: 30_000,
  });
}

/** How sure it is what a reference leads to. */
export type Standing = 'sure' | 'several' | 'perhaps' | 'missing';

/** How sure it is what a reference leads to: one cable, one that may be another, one of several, or none here. */
export function standingOf({ cables: [first, second] }: ResolvedReference): Standing {
  if (!first) return 'missing';
  if (first.sure) return 'sure';
  return second ? 'several' : 'perhaps';
}

/** "No. 170, Telegram From …, 23 Apr 1961". */
export function nameWords({ number, title, date }: CableName): string {
  const parts = [
    number === null ? '' : `No. ${number}`,
    title,
    date === null ? '' : shortDate(date),
  ];
  return parts.filter((part) => part !== '').join(', ');
}

/** What a reference leads to, in a sentence without a full stop. */
export function leadsTo(reference: ResolvedReference): string {
  const { cables } = reference;
  const [first] = cables;
  if (!first) return 'not in this library';
  const standing = standingOf(reference);
  if (standing === 'sure') return nameWords(first);
  if (standing === 'perhaps') return `perhaps ${nameWords(first)}`;
  return cables.length < MOST_MEANT
    ? `${cables.length} cables may be meant`
    : `${MOST_MEANT} cables or more may be meant`;
}

/** A reference that may mean several cables, while the reader chooses. */
export const useMeant = create<{ readonly reference: ResolvedReference | null }>(() => ({
  reference: null,
}));

/** Opens the cable that a reference leads to; lets the reader choose where it may be one of several. */
export function follow(reference: ResolvedReference) {
  const [first] = reference.cables;
  const standing = standingOf(reference);
  if (!first) announce(`${reference.words}: ${leadsTo(reference)}`);
  else if (standing === 'several') {
    useMeant.setState({ reference });
    useDesk.setState({ sheet: 'meant' });
  } else goTo(first);
}

/** Opens a cable, and says so. */
export function goTo(cable: CableName) {
  openCable(cable.id);
  announce(`Opened ${nameWords(cable)}`);
}

/** "twice", "3 times"; nothing for once. */
export function timesWords(times: number): string | null {
  if (times === 1) return null;
  return times === 2 ? 'twice' : count(times, 'time');
}

/** References that lead to the same. */
export interface SameGoal {
  readonly first: ResolvedReference;
  readonly all: readonly ResolvedReference[];
}

/** References by what they lead to, in the order of the first ones; missing ones by what they are called. */
export function byGoal(references: readonly ResolvedReference[]): SameGoal[] {
  const goals = new Map<string, ResolvedReference[]>();
  for (const one of references) {
    const ids = one.cables.map(({ id, sure }) => `${id} ${sure}`).join(' ');
    const goal = ids === '' ? `${one.series ?? ''} ${one.number}` : ids;
    goals.set(goal, [...(goals.get(goal) ?? []), one]);
  }
  return [...goals.values()].flatMap((all) => (all[0] ? [{ first: all[0], all }] : []));
}

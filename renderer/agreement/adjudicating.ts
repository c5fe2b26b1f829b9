import { useMemo } from 'react';
import { create } from 'zustand';
import { isDecided, membersOf, type Pair, pairsOf } from '../../domain/agreement/pairing.ts';
import { LEFT_OUT, standingOf } from '../../domain/agreement/standing.ts';
import { inReadingOrder } from '../../domain/annotation/order.ts';
import type { Cable } from '../../domain/library/cable.ts';
import { request } from '../bridge.ts';
import { openCable, type Passage, useDesk } from '../desk/desk.ts';
import { useAnnotations, useCable } from '../desk/queries.ts';
import { manuscriptOf } from '../workbench/manuscript.ts';
import { type Two, useAsked } from './asking.ts';

interface Adjudicating {
  /** Whose work is adjudicated; null while nobody's is. */
  readonly two: Two | null;
  /** The pair at hand (see `keyOf`); null where none was chosen yet. */
  readonly at: string | null;
}

/** What is being adjudicated, in the cable on the desk. */
export const useAdjudicating = create<Adjudicating>(() => ({ two: null, at: null }));

/** Puts the work of two annotators on a cable beside each other, below the texts. */
export function adjudicate(cableId: string, two: Two) {
  openCable(cableId);
  // Who merges makes annotations as well, and is not to be compared for that.
  useAsked.setState({ first: two[0], second: two[1] });
  useAdjudicating.setState({ two, at: null });
  useDesk.setState({ sheet: null });
}

/** Puts the work of annotators away. */
export function endAdjudicating() {
  useAdjudicating.setState({ two: null, at: null });
}

/** Tells a pair from all others of its cable. */
export function keyOf(pair: Pair): string {
  return membersOf(pair)
    .map(({ id }) => id)
    .join(' ');
}

/** What stands below the texts: the cable, the two, and their pairs in reading order. */
export interface Bench {
  readonly cable: Cable;
  readonly two: Two;
  readonly pairs: readonly Pair[];
  /** The index of the pair at hand; where none was chosen that of the first to be decided. */
  readonly at: number;
}

/** What is being adjudicated; null until all of it is there. */
export function useBench(two: Two): Bench | null {
  const cableId = useDesk((desk) => desk.cableId);
  const key = useAdjudicating(({ at }) => at);
  const { data: cable } = useCable(cableId);
  const { data: annotations } = useAnnotations(cableId);
  const pairs = useMemo(() => {
    if (!cable || !annotations) return null;
    const { map } = manuscriptOf(cable);
    return pairsOf(inReadingOrder(map, annotations), two, map);
  }, [cable, annotations, two]);
  // Until another cable has come, the last one is still shown.
  if (!cable || !pairs || cable.summary.id !== cableId) return null;
  const chosen = pairs.findIndex((pair) => keyOf(pair) === key);
  const open = pairs.findIndex((pair) => !isDecided(pair));
  return { cable, two, pairs, at: chosen === -1 ? Math.max(0, open) : chosen };
}

/** What can be said of a pair. */
export const deeds = ['first', 'second', 'both', 'reject', 'merge', 'back'] as const;
export type Deed = (typeof deeds)[number];

/** Whether something can be said of a pair. */
export function isPossible(deed: Deed, pair: Pair): boolean {
  const members = membersOf(pair);
  if (deed === 'first' || deed === 'second') return pair[deed] !== null;
  if (deed === 'back') return members.some(({ verdict }) => verdict !== null);
  if (deed === 'reject') return true;
  const apart = members.every(({ verdict }) => verdict?.value !== 'merged');
  return members.length === 2 && (deed === 'both' || apart);
}

/** Says something of a pair; it is one action. */
export async function carryOut(deed: Deed, pair: Pair): Promise<void> {
  const ids = membersOf(pair).map(({ id }) => id);
  if (deed === 'merge') await request('agreement.merge', { ids });
  else if (deed === 'first' || deed === 'second') {
    const preferred = pair[deed]?.id;
    if (preferred === undefined) return;
    const rejecting = ids.filter((id) => id !== preferred);
    await request('agreement.judge', { ids: [preferred], verdict: 'accepted', rejecting });
  } else {
    const verdict = deed === 'both' ? 'accepted' : deed === 'reject' ? 'rejected' : null;
    await request('agreement.judge', { ids, verdict });
  }
}

/** How many pairs are accepted at once. */
const MOST_AT_ONCE = 5000;

/** Accepts pairs, as one action; of very many the first. */
export async function acceptAll(pairs: readonly Pair[]): Promise<void> {
  const ids = pairs
    .slice(0, MOST_AT_ONCE)
    .flatMap(membersOf)
    .map(({ id }) => id);
  await request('agreement.judge', { ids, verdict: 'accepted' });
}

/** The pairs that say the very same and are not decided. */
export function undecidedSame(pairs: readonly Pair[]): Pair[] {
  return pairs.filter((pair) => pair.likeness === 'same' && !isDecided(pair));
}

/** The index of the next pair that is not decided, after a place or else from the beginning; null where there is none. */
export function nextOpen(pairs: readonly Pair[], at: number): number | null {
  const after = pairs.findIndex((pair, index) => index > at && !isDecided(pair));
  if (after !== -1) return after;
  const before = pairs.findIndex((pair, index) => index < at && !isDecided(pair));
  return before === -1 ? null : before;
}

/** The words to be lit for a pair: from the first to the last that either stands on without a gap; null where there are none. */
export function passageOf(pair: Pair, cable: Cable): Passage | null {
  const { map } = manuscriptOf(cable);
  const firsts = membersOf(pair).flatMap(({ targets }) => standingOf(targets, map).slice(0, 1));
  const [one, other = one] = firsts;
  if (!one || !other) return null;
  const meet = one.from < other.to && other.from < one.to;
  const from = meet ? Math.min(one.from, other.from) : one.from;
  const to = meet ? Math.max(one.to, other.to) : one.to;
  return from >= LEFT_OUT
    ? { side: 'original', from: from - LEFT_OUT, to: to - LEFT_OUT }
    : { side: 'transcription', from, to };
}

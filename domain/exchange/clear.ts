import type { ProposedPlace } from './coming.ts';
import type { Placing } from './placing.ts';

/** By how much the best of several places must be better than the next, to be taken without a look at each. */
export const LEAD = 0.05;

/**
 * The place that is taken where all proposals from a score on are: the best, if it is clearly better than the
 * next. Of two passages that look alike nobody but a reader can tell which is meant.
 */
export function clearPlace(places: readonly ProposedPlace[], least: number): ProposedPlace | null {
  const [first, second] = places;
  if (!first || first.score < least) return null;
  return second && first.score - second.score < LEAD ? null : first;
}

/** The places proposed for each passage that has any. */
export function proposedIn(placings: readonly Placing[]): (readonly ProposedPlace[])[] {
  return placings.flatMap((placing) => (placing.kind === 'proposed' ? [placing.places] : []));
}

/**
 * The score from which on all passages of an annotation have a clear place; null where one has none. An annotation comes to
 * its places as a whole, or not without a reader's word.
 */
export function clearScore(passages: readonly (readonly ProposedPlace[])[]): number | null {
  let least = 1;
  for (const places of passages) {
    const clear = clearPlace(places, 0);
    if (!clear) return null;
    least = Math.min(least, clear.score);
  }
  return passages.length === 0 ? null : least;
}

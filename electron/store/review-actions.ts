import type { CheckedInput, RequestOutput } from '../../domain/contract.ts';
import type { Vouch } from '../../domain/review/review.ts';
import { reviewing } from './labels.ts';
import type { Library } from './library.ts';

/** Says how far a cable has come, as one action; where the same person has said the same, nothing is done. */
export function setReview(
  { cables, journal }: Library,
  { cableId, state }: CheckedInput<'review.set'>,
  author: string,
): void {
  const title = cables.title(cableId);
  const before = cables.vouchOf(cableId);
  if (state === null ? before === null : before?.state === state && before.author === author)
    return;
  const vouch: Vouch | null = state && { state, author, time: new Date().toISOString() };
  const label = reviewing(title, state);
  journal.act({ label, cableId, operations: [{ type: 'review.put', cableId, vouch }] }, author);
}

/** How many cables are in each state. */
export function countReviews({ cables }: Library): RequestOutput<'review.counts'> {
  return cables.counts();
}

import type { CheckedInput, RequestOutput } from '../../domain/contract.ts';
import type { Library } from './library.ts';

/** Says how far a cable has come, as one action. */
export function setReview(
  _library: Library,
  _input: CheckedInput<'review.set'>,
  _author: string,
): void {
  throw new Error('not built yet');
}

/** How many cables are in each state. */
export function countReviews(_library: Library): RequestOutput<'review.counts'> {
  throw new Error('not built yet');
}

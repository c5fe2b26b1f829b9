import type { ReviewState } from '../../domain/review/review.ts';

/** What each state means, in a few words. */
export const stateMeanings: Record<ReviewState, string> = {
  imported: 'proposals wait',
  cleaned: 'no proposal waits',
  corrected: 'by an editor',
  proofread: 'against the original',
};

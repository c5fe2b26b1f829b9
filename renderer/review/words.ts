import { ReviewState } from '../../domain/review/review.ts';

/** The states in the order in which a cable goes through them. */
export const states = ReviewState.options;

/** The states as a list of choices names them. */
export const stateTitles: Record<ReviewState, string> = {
  imported: 'Imported',
  cleaned: 'Cleaned',
  corrected: 'Corrected',
  proofread: 'Proofread',
};

/** What each state means, in a few words. */
export const stateMeanings: Record<ReviewState, string> = {
  imported: 'proposals wait',
  cleaned: 'no proposal waits',
  corrected: 'by an editor',
  proofread: 'against the original',
};

import type { ReviewState } from '../../domain/review/review.ts';

/** What a reader can say of the states of cables; null leaves them to the cleaning. */
export const sayings: readonly { readonly state: ReviewState | null; readonly title: string }[] = [
  { state: 'corrected', title: 'Corrected' },
  { state: 'proofread', title: 'Proofread' },
  { state: null, title: 'Leave to the cleaning' },
];

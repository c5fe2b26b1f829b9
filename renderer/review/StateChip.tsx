import './review.css';
import type { ReviewState } from '../../domain/review/review.ts';

/** The state of a cable, said by its word. */
export function StateChip({ state }: { readonly state: ReviewState }) {
  return <span className={`chip state-${state}`}>{state}</span>;
}

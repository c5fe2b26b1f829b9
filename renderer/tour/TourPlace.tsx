import { lazy, Suspense } from 'react';
import type { Step } from './steps.ts';
import { useTour } from './tour.ts';

// Most starts have no tour.
const TourCard = lazy(async () => ({ default: (await import('./TourCard.tsx')).TourCard }));

/** The place at the foot of a column where the card of the tour stands while the tour speaks of what is there. */
export function TourPlace({ beside }: Pick<Step, 'beside'>) {
  const on = useTour((tour) => tour.on !== null);
  if (!on) return null;
  return (
    <Suspense fallback={null}>
      <TourCard beside={beside} />
    </Suspense>
  );
}

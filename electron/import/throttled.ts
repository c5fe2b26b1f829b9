import type { ImportProgress } from '../../domain/import/import.ts';

/** The shortest time between two reports of progress, in milliseconds. */
const PROGRESS_EVERY = 100;

/** Passes on the first call, and later ones only if enough time has gone by. */
export function throttled(
  tell: (progress: ImportProgress) => void,
): (progress: ImportProgress) => void {
  let last = -Infinity;
  return (progress) => {
    const now = performance.now();
    if (now - last < PROGRESS_EVERY) return;
    last = now;
    tell(progress);
  };
}

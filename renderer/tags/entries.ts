import type { KeyboardEvent } from 'react';

/**
 * Whether Enter was pressed in a field whose list has no entry at hand. Typing takes the first entry
 * only when that changes the list (React Aria's Autocomplete); where all entries have the letters
 * typed, Enter would do nothing.
 */
export function isEnterWithoutEntry({
  key,
  target,
  currentTarget,
}: KeyboardEvent<HTMLElement>): boolean {
  if (key !== 'Enter' || !(target instanceof HTMLInputElement)) return false;
  return currentTarget.querySelector('[role=option][data-focused]') === null;
}

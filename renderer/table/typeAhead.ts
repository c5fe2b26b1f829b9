import { useEffect, useRef } from 'react';

/** How long a pause may be within what is typed ahead, in milliseconds. */
const PAUSE = 700;

/** Gathers letters that are typed in a list, and tells them together. */
export function useTypeAhead(onTyped: (typed: string) => void) {
  const typed = useRef('');
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  const latest = useRef(onTyped);
  useEffect(() => {
    latest.current = onTyped;
  });
  useEffect(() => () => clearTimeout(timer.current), []);
  return {
    /** Whether somebody is in the midst of typing, so that a blank belongs to it. */
    isGoingOn: () => typed.current !== '',
    /** Takes a key that writes something; false where it writes nothing. */
    hear({ key, ctrlKey, metaKey, altKey, isComposing }: KeyboardEvent): boolean {
      if ([...key].length !== 1 || ctrlKey || metaKey || altKey || isComposing) return false;
      typed.current += key;
      clearTimeout(timer.current);
      timer.current = setTimeout(() => {
        typed.current = '';
      }, PAUSE);
      latest.current(typed.current.trim());
      return true;
    },
  };
}

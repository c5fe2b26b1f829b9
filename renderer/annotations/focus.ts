import { useEffect, useRef } from 'react';

/**
 * Keeps the focus in a part of the window when what had it there leaves the page, as a card does that
 * is deleted or placed: the chosen card takes it, or else the part itself.
 */
export function useFocusInside(part: HTMLElement | null) {
  const inside = useRef(false);
  useEffect(() => {
    const hear = ({ target }: Event) => {
      inside.current = target instanceof Node && part?.contains(target) === true;
    };
    document.addEventListener('focusin', hear);
    document.addEventListener('pointerdown', hear, true);
    return () => {
      document.removeEventListener('focusin', hear);
      document.removeEventListener('pointerdown', hear, true);
    };
  }, [part]);
  useEffect(() => {
    if (!inside.current || document.activeElement !== document.body || !part) return;
    const chosen = part.querySelector<HTMLElement>('[aria-current="true"] .annotation-quote');
    (chosen ?? part).focus();
  });
}

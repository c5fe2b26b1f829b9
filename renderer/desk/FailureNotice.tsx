import './FailureNotice.css';
import { useEffect, useRef } from 'react';
import { createPortal } from 'react-dom';
import { Button } from 'react-aria-components';
import { OfferedBackups } from '../safety/OfferedBackups.tsx';
import { useDesk } from './desk.ts';

function dismiss() {
  useDesk.setState({ failure: null });
}

/**
 * The sentence about what has just failed, over everything else, sheets included: the attribute tells
 * React Aria not to hide it while a sheet is open.
 */
export function FailureNotice() {
  const failure = useDesk((desk) => desk.failure);
  useEscape(failure !== null);
  return createPortal(
    <div className="failure-place" role="alert" data-react-aria-top-layer="true">
      {failure !== null && (
        <div className="failure popover">
          <p>{failure}</p>
          <OfferedBackups sentence={failure} />
          <Dismiss />
        </div>
      )}
    </div>,
    document.body,
  );
}

/** A pointer does not take the focus here; a key gives it back to where it came from. */
function Dismiss() {
  const before = useRef<EventTarget | null>(null);
  return (
    <Button
      className="button"
      preventFocusOnPress
      onFocus={({ relatedTarget }) => {
        before.current = relatedTarget;
      }}
      onPress={() => {
        dismiss();
        if (before.current instanceof HTMLElement) before.current.focus();
      }}
    >
      Dismiss
    </Button>
  );
}

/** Escape puts the failure away first, whatever else is open. */
function useEscape(shown: boolean) {
  useEffect(() => {
    if (!shown) return undefined;
    const hear = (event: KeyboardEvent) => {
      if (event.key !== 'Escape') return;
      event.stopPropagation();
      dismiss();
    };
    window.addEventListener('keydown', hear, true);
    return () => window.removeEventListener('keydown', hear, true);
  }, [shown]);
}
